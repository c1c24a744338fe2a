import { checkGoal } from '../decide/objective.ts'
import { RunoffError } from '../errors.ts'
import type { Goal } from '../run/run.ts'
import { isWorse } from './curve.ts'

export interface AshaOptions {
  /** @default 'min' */
  readonly goal?: Goal
  /** One of so many goes on, and each rung is so many times the one before. @default 4 */
  readonly eta?: number
}

/**
 * Returns which runs asynchronous successive halving stops at one rung, in the order they reached it.
 *
 * Shape: one value per run in order of arrival, one answer per value. A run goes on where it is
 * among the best one in `eta` of those that came so far, itself included; before there are `eta`,
 * where none is better. Here the order of the input matters: who comes early is judged by few.
 * Missing: a value that is not finite stops, and counts among those that came.
 *
 * @throws {RunoffError} `bad-option` for a wrong goal, or an `eta` that is no whole number of at
 * least 2.
 * @see Li et al., A system for massively parallel hyperparameter tuning, MLSys (2020), algorithm 2.
 */
export function asha(values: readonly number[], options: AshaOptions = {}): readonly boolean[] {
  const { goal = 'min', eta = 4 } = options
  checkGoal({ metric: '', goal })
  checkEta(eta)
  return values.map((value, place) => {
    if (!Number.isFinite(value)) return true
    const arrived = values.slice(0, place + 1)
    const better = arrived.filter((other) => Number.isFinite(other) && isWorse(value, other, goal))
    return better.length >= Math.max(1, Math.floor(arrived.length / eta))
  })
}

/**
 * Returns the steps of the rungs: `first`, `first * eta`, and so on, up to and including `last`.
 *
 * @throws {RunoffError} `bad-option` when `first` is not positive, `last` is no finite number, or
 * `eta` is no whole number of at least 2.
 */
export function ashaRungs(first: number, last: number, eta = 4): readonly number[] {
  checkEta(eta)
  if (!(first > 0) || !Number.isFinite(last))
    throw new RunoffError(
      'bad-option',
      `ashaRungs needs a first rung above 0 and a finite last step, and got ${first} and ${last}.`,
    )
  const rungs: number[] = []
  for (let rung = first; rung <= last; rung *= eta) rungs.push(rung)
  return rungs
}

function checkEta(eta: number): void {
  if (Number.isInteger(eta) && eta >= 2) return
  throw new RunoffError('bad-option', `asha needs a whole eta of at least 2, and got ${eta}.`)
}
