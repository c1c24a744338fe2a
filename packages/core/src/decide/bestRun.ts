import { compareRunIds } from '../run/compareRunIds.ts'
import type { Objective, Run } from '../run/run.ts'
import { defaultObjective, isBetter, objectiveValue } from './objective.ts'

/** The best of some runs, and with whom it shares that place. */
export interface BestRun {
  /** Of tied runs, the one whose id comes first. */
  readonly run: Run
  readonly value: number
  /** The other runs with exactly this value, in the order of their ids. */
  readonly tied: readonly Run[]
}

/**
 * Returns the run with the best value of the objective, or `null` where no run has a value.
 *
 * The order of the runs does not matter. Missing: a run without a finite value never wins.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`.
 */
export function bestRun(
  runs: readonly Run[],
  objective: Objective = defaultObjective,
): BestRun | null {
  const values = new Map<Run, number>()
  for (const run of runs) {
    const value = objectiveValue(run, objective)
    if (value !== null) values.set(run, value)
  }
  const best = bestOf([...values.values()], objective)
  if (best === null) return null
  const winners = [...values.keys()].filter((run) => values.get(run) === best)
  const [run, ...tied] = winners.toSorted(compareRunIds)
  // Adding zero makes 0 of -0: they tie, and the answer must not tell which came first.
  return run === undefined ? null : { run, value: best + 0, tied }
}

function bestOf(values: readonly number[], objective: Objective): number | null {
  return values.reduce<number | null>(
    (best, value) => (best === null || isBetter(value, best, objective) ? value : best),
    null,
  )
}
