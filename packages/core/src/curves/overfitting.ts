import type { Goal } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { goalSign } from './goalSign.ts'
import { noiseOfCurve, noiseOrRounding } from './noiseOf.ts'
import { generalizationLoss } from './prechelt.ts'
import { smoothCurve } from './smoothCurve.ts'
import { trendOf } from './trendOf.ts'

export interface OverfittingOptions {
  /** How far behind its best the smoothed eval metric must be, in sd of one evaluation. @default 2 */
  readonly threshold?: number
  /** At how many of the latest evaluations, one after another. @default 2 */
  readonly strips?: number
}

export type OverfittingFinding =
  | 'none'
  /** Eval has become worse, train goes on improving. */
  | 'overfitting'
  /** Both have become worse. */
  | 'diverging'
  /** Eval has become worse; train moves neither way, or is not known well enough to tell. */
  | 'eval-worse'

export type Overfitting =
  | {
      readonly kind: 'defined'
      readonly finding: OverfittingFinding
      /** Where the smoothed eval metric was best; `null` for none. */
      readonly sinceStep: number | null
      /** How far behind its best it is at the end, in sd of one evaluation; 0 or more. */
      readonly worsenedBy: number
      /** Prechelt's GL in percent; `null` for a metric to maximise or with values not above 0. */
      readonly generalizationLoss: number | null
      /** At how many of the latest evaluations it was that far behind. */
      readonly strips: number
    }
  | Undefined

/** Two-sided, so that each side claims at 5 %: four training points in a row are then enough. */
const trendLevel = 0.9

/**
 * Returns whether the eval metric has turned for the worse, and whether that is overfitting.
 *
 * It has turned where its smoothed value lies more than `threshold` sd of one evaluation behind its
 * best at the last `strips` evaluations. What it is called then is read from the Theil-Sen slope of
 * the train metric from the best step on; the gap between the two is not looked at. Shape: two
 * series of one metric and one goal in, one answer out. Missing: fewer than three evaluations
 * with a finite neighbour on both sides, of which five in a row have three, are `too-few-points`; a train series whose steps count
 * something else than those of the eval series is as good as none.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`.
 */
export function overfitting(
  evalSeries: MetricSeries,
  trainSeries: MetricSeries | null,
  goal: Goal,
  { threshold = 2, strips = 2 }: OverfittingOptions = {},
): Overfitting {
  const sign = goalSign(goal)
  const smoothed = smoothCurve(evalSeries)
  const noise = noiseOfCurve(evalSeries)
  if (noise === null) return undefinedFor('too-few-points')
  const { places, behind } = standings(smoothed.values, sign, noise)
  const beyond = behind.length - 1 - behind.findLastIndex((distance) => distance <= threshold)
  const hasTurned = beyond >= strips
  const bestStep = evalSeries.steps[places[behind.indexOf(0)] ?? -1] ?? NaN
  const lastStep = evalSeries.steps.at(-1) ?? NaN
  const finite = Array.from(evalSeries.values).filter(Number.isFinite)
  return {
    kind: 'defined',
    finding: hasTurned ? nameTurn(evalSeries, trainSeries, sign, [bestStep, lastStep]) : 'none',
    sinceStep: hasTurned ? bestStep : null,
    worsenedBy: behind.at(-1) ?? 0,
    generalizationLoss: goal === 'min' ? generalizationLoss(finite) : null,
    strips: beyond,
  }
}

interface Standings {
  /** Places of the smoothed values. */
  readonly places: readonly number[]
  /** How far each is behind the best of all, in sd of one evaluation. */
  readonly behind: readonly number[]
}

function standings(smoothed: Float64Array, sign: 1 | -1, noise: number): Standings {
  const places = Array.from(smoothed.keys()).filter((i) => Number.isFinite(smoothed[i]))
  const costs = places.map((place) => sign * (smoothed[place] ?? NaN))
  const best = costs.reduce((least, cost) => Math.min(least, cost), Infinity)
  const unit = noiseOrRounding(noise, costs)
  return { places, behind: costs.map((cost) => (cost === best ? 0 : (cost - best) / unit)) }
}

function nameTurn(
  evalSeries: MetricSeries,
  trainSeries: MetricSeries | null,
  sign: 1 | -1,
  steps: readonly [number, number],
): OverfittingFinding {
  if (trainSeries === null || unitOf(trainSeries) !== unitOf(evalSeries)) return 'eval-worse'
  const trend = trendOf(trainSeries, steps, { level: trendLevel })
  if (trend.kind === 'undefined') return 'eval-worse'
  const [first, second] = trend.interval.map((slope) => sign * slope)
  const isImproving = Math.max(first ?? NaN, second ?? NaN) < 0
  const isWorsening = Math.min(first ?? NaN, second ?? NaN) > 0
  if (isImproving) return 'overfitting'
  return isWorsening ? 'diverging' : 'eval-worse'
}

function unitOf({ stepUnit }: MetricSeries): string {
  return stepUnit ?? 'step'
}
