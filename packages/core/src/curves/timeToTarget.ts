import type { Goal } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { RunoffError } from '../errors.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { goalSign } from './goalSign.ts'
import { kaplanMeier, type Arrival, type SurvivalPoint } from './kaplanMeier.ts'
import { smoothCurve } from './smoothCurve.ts'

export interface TimeToTargetOptions {
  /** Steps, or milliseconds since the first point of the curve. @default 'step' */
  readonly axis?: 'step' | 'time'
}

export type TimeToTarget =
  | {
      readonly kind: 'defined'
      /** Of each curve, in the order given. */
      readonly times: readonly Arrival[]
      /** Share of the runs that take longer, at each time at which one arrived. */
      readonly survival: readonly SurvivalPoint[]
      /** The first time by which half of the runs have arrived; `null` where fewer do. */
      readonly median: number | null
    }
  | Undefined

/**
 * Returns when the runs of one configuration came to a target, and the median over them.
 *
 * A run arrives at the first of two evaluations in a row whose smoothed values are at the target or
 * better. One that does not is counted as watched until its last finite point. Shape: one curve per
 * run in, one answer out. Units: those of the axis. Missing: no curve is `too-few-runs`; a curve
 * without a finite value is `too-few-points`; on the axis `time`, a time that is not known is
 * `not-finite`.
 *
 * @throws {RunoffError} `bad-option` when the goal or the axis is none that exists, or the target is
 *   not a finite number.
 */
export function timeToTarget(
  curves: readonly MetricSeries[],
  target: number,
  goal: Goal,
  { axis = 'step' }: TimeToTargetOptions = {},
): TimeToTarget {
  checkOptions(axis, target)
  const sign = goalSign(goal)
  if (curves.length === 0) return undefinedFor('too-few-runs')
  const arrivals = curves.map((curve) => arrivalOf(curve, sign * target, sign, axis))
  const times = arrivals.filter((arrival) => arrival !== null)
  if (times.length < curves.length) return undefinedFor('too-few-points')
  const estimate = kaplanMeier(times)
  if (estimate.kind === 'undefined') return estimate
  return { kind: 'defined', times, survival: estimate.survival, median: estimate.median }
}

/**
 * Returns the best level that the smoothed curve keeps for two evaluations in a row: by this
 * measure, and no better one, a run arrives. `null` where no two stand in a row.
 */
export function sustainedBest(curve: MetricSeries, goal: Goal): number | null {
  const sign = goalSign(goal)
  const levels = pairLevels(curve, sign).filter(Number.isFinite)
  if (levels.length === 0) return null
  return sign * levels.reduce((least, level) => Math.min(least, level)) + 0
}

/** The worse of each smoothed cost and the next, by the place of the first; `NaN` across a gap. */
function pairLevels(curve: MetricSeries, sign: 1 | -1): Float64Array {
  const { values } = smoothCurve(curve)
  const { steps } = curve
  return values.map((value, i) => {
    const isRestart = !((steps[i + 1] ?? NaN) > (steps[i] ?? NaN))
    return isRestart ? NaN : Math.max(sign * value, sign * (values[i + 1] ?? NaN))
  })
}

function arrivalOf(
  curve: MetricSeries,
  target: number,
  sign: 1 | -1,
  axis: 'step' | 'time',
): Arrival | null {
  const last = curve.values.findLastIndex(Number.isFinite)
  if (last < 0) return null
  const column = axis === 'step' ? curve.steps : curve.timesMs
  const start = axis === 'step' ? 0 : (column?.[0] ?? NaN)
  const place = pairLevels(curve, sign).findIndex((level) => level <= target)
  const reached = place >= 0
  return { time: (column?.[reached ? place : last] ?? NaN) - start, reached }
}

function checkOptions(axis: string, target: number): void {
  if (axis !== 'step' && axis !== 'time') {
    throw new RunoffError(
      'bad-option',
      `timeToTarget counts in "step" or "time", and got the axis "${axis}". Pass one of these.`,
    )
  }
  if (Number.isFinite(target)) return
  throw new RunoffError(
    'bad-option',
    `timeToTarget needs a finite target, in the metric's own unit, and got ${target}. ` +
      'Pass a value of the metric, such as the one commonTarget returns.',
  )
}
