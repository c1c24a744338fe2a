import type { Goal } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { goalSign } from './goalSign.ts'
import { medianOf } from './median.ts'
import { sustainedBest } from './timeToTarget.ts'

export type CommonTarget =
  | {
      readonly kind: 'defined'
      readonly target: number
      /** Place of the group that only just comes to it; the first of equals. */
      readonly group: number
    }
  | Undefined

/**
 * Returns a value that configurations can be timed to: the best that the worst of them came to.
 *
 * A run came to the best smoothed value that it kept for two evaluations in a row, so that one lucky
 * evaluation sets no target; a configuration, to the median of its runs. At least half the runs
 * of each therefore arrive. A run's time to its own best would call fast what stops improving early.
 * Shape: the curves of each configuration in, one value out. Units: those of the metric. Missing: a
 * curve without two smoothed evaluations in a row is left out; a configuration that has no other
 * makes it `too-few-points`; no configuration is `too-few-groups`.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`.
 */
export function commonTarget(
  groups: readonly (readonly MetricSeries[])[],
  goal: Goal,
): CommonTarget {
  const sign = goalSign(goal)
  if (groups.length === 0) return undefinedFor('too-few-groups')
  const costs = groups.map(
    (curves) => sign * medianOf(curves.flatMap((curve) => sustainedBest(curve, goal) ?? [])),
  )
  if (!costs.every(Number.isFinite)) return undefinedFor('too-few-points')
  const worst = costs.reduce((most, cost) => Math.max(most, cost))
  return { kind: 'defined', target: sign * worst + 0, group: costs.indexOf(worst) }
}
