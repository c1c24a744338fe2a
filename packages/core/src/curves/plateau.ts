import { RunoffError } from '../errors.ts'
import type { MetricSeries } from '../series/series.ts'
import type { Undefined } from '../stats/answer.ts'
import { trendOf } from './trendOf.ts'

export interface PlateauOptions {
  /** The smallest change over the last part that would matter, in the metric's unit, above 0. */
  readonly minimumEffect: number
}

export type Plateau =
  | {
      readonly kind: 'defined'
      /** Whether no trend can be told, and what there may be does not matter. */
      readonly isPlateau: boolean
      /** Slope of the last part, in the metric's unit per step; with its 95 % interval. */
      readonly slope: number
      readonly interval: readonly [number, number]
      /** Length of the last part, in steps. */
      readonly span: number
    }
  | Undefined

/** Share of the training, at its end, that is looked at. */
const lastPart = 0.3

/**
 * Returns whether a curve has stopped moving over the last 30 % of its steps.
 *
 * It has where the interval of its Theil-Sen slope holds 0 and the slope over that span comes to
 * less than `minimumEffect`. Shape: one series in, one answer out. Missing: points that are not
 * finite are left out; fewer than 5 in the last part are `too-few-points`.
 *
 * @throws {RunoffError} `bad-option` when `minimumEffect` is not a number above 0.
 */
export function plateau(series: MetricSeries, { minimumEffect }: PlateauOptions): Plateau {
  checkEffect(minimumEffect)
  const steps = series.steps.filter((_, i) => Number.isFinite(series.values[i]))
  const last = steps.reduce((most, step) => Math.max(most, step), -Infinity)
  const first = steps.reduce((least, step) => Math.min(least, step), Infinity)
  const span = (last - first) * lastPart
  const trend = trendOf(series, [last - span, last])
  if (trend.kind === 'undefined') return trend
  const { slope, interval } = trend
  const holdsZero = interval[0] <= 0 && interval[1] >= 0
  const isPlateau = holdsZero && Math.abs(slope) * span < minimumEffect
  return { kind: 'defined', isPlateau, slope, interval, span }
}

function checkEffect(minimumEffect: number): void {
  if (Number.isFinite(minimumEffect) && minimumEffect > 0) return
  throw new RunoffError(
    'bad-option',
    `plateau needs a minimumEffect above 0, in the metric's own unit, and got ${minimumEffect}: ` +
      'without one, any slope matters. Pass the smallest change you would act on, such as ' +
      '{ minimumEffect: 0.01 }.',
  )
}
