import { RunoffError } from '../errors.ts'
import type { Goal } from '../run/run.ts'

/**
 * Returns what values are multiplied by so that lower is better: 1 for `min`, -1 for `max`.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`.
 */
export function goalSign(goal: Goal): 1 | -1 {
  if (goal === 'min') return 1
  if (goal === 'max') return -1
  throw new RunoffError(
    'bad-option',
    `A goal is "min" or "max", and got "${String(goal)}", so nothing tells which values are ` +
      'better. Pass "min" for a loss and "max" for an accuracy.',
  )
}
