import { RunoffError } from '../errors.ts'
import type { Objective, Run } from '../run/run.ts'

/** What runs are compared by unless the host says otherwise: the lowest eval loss. */
export const defaultObjective: Objective = { metric: 'eval/loss', goal: 'min' }

/**
 * Returns the best value a run reached in the objective's metric, `null` where it has none.
 *
 * Units: those of the metric. Missing: where a source knows only the last value, that is returned,
 * and the metric's `basis` says so. `NaN` and infinities are never an answer.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`.
 */
export function objectiveValue(run: Run, objective: Objective): number | null {
  checkGoal(objective)
  const summary = run.metrics.get(objective.metric)
  if (summary === undefined) return null
  const best = objective.goal === 'min' ? summary.min : summary.max
  return finiteOrNull(best) ?? finiteOrNull(summary.last)
}

function finiteOrNull(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}

/** @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`. */
export function checkGoal({ goal }: Objective): void {
  if (goal === 'min' || goal === 'max') return
  throw new RunoffError(
    'bad-option',
    `An objective needs the goal "min" or "max", and got "${String(goal)}". ` +
      'Pass which end of the metric is better, such as { metric: "eval/loss", goal: "min" }.',
  )
}

/** Whether `a` is strictly better than `b` by this objective. */
export function isBetter(a: number, b: number, { goal }: Objective): boolean {
  return goal === 'min' ? a < b : a > b
}
