import { RunoffError } from '../errors.ts'
import type { Goal } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { goalSign } from './goalSign.ts'
import { lastDecimal } from './lastDecimal.ts'
import { madToSd } from './median.ts'
import { slidingWindow, type SlidingWindow } from './slidingWindow.ts'

export interface SpikesOptions {
  /** How many finite values before a point it is held against. @default 51, or 21 below 150 points */
  readonly window?: number
  /** How many robust sd from the median a spike is. @default 5 */
  readonly threshold?: number
  /** Which end is better: a spike goes to the other one. @default 'min' */
  readonly goal?: Goal
}

export interface Spike {
  readonly step: number
  readonly value: number
  /** Median of the window before it. */
  readonly median: number
  /** Distance from that median to the worse side, in robust sd of the window. */
  readonly deviation: number
}

export type Spikes =
  | {
      readonly kind: 'defined'
      /** In the order of training. */
      readonly spikes: readonly Spike[]
      /** How many values are `NaN` or infinite; they are no spikes. */
      readonly nonFinite: number
      readonly window: number
      /** How many points had a whole window before them. */
      readonly judged: number
      /** Spikes per 1000 points that were judged; `null` for a series of fewer than 60 points. */
      readonly perThousand: number | null
    }
  | Undefined

const fewestForRate = 60

/**
 * Returns the points that jump to the worse side of what came just before them.
 *
 * A point is a spike where it lies more than `threshold` robust sd (1.4826 × the median absolute
 * deviation) beyond the median of the window before it. Shape: one series in, one answer out.
 * Units: those of the metric. An sd is taken to be at least 1e-12 of the median and one unit of the
 * last decimal that is written in the series, so that rounding makes no spike. Missing: values that
 * are not finite are counted and passed over; a restart, where the step goes back, begins a new
 * window. Where no point has a whole window before it, that is `too-few-points`.
 *
 * @throws {RunoffError} `bad-option` when the window is not a whole number of at least 3, or the
 *   threshold is not above 0.
 * @see Hampel, The influence curve and its role in robust estimation, JASA 69 (1974).
 */
export function spikes(series: MetricSeries, options: SpikesOptions = {}): Spikes {
  const { goal = 'min', threshold = 5 } = options
  const { steps, values } = series
  const width = options.window ?? (values.length < 150 ? 21 : 51)
  checkOptions(width, threshold)
  const sign = goalSign(goal)
  const decimal = lastDecimal(values)
  const window = slidingWindow(width)
  const found: Spike[] = []
  let judged = 0
  let nonFinite = 0
  let previousStep = -Infinity
  values.forEach((value, i) => {
    const step = steps[i] ?? NaN
    if (step <= previousStep) window.clear()
    previousStep = step
    if (!Number.isFinite(value)) {
      nonFinite++
      return
    }
    if (window.isFull()) {
      judged++
      const { median, deviation } = standing(value, window, decimal, sign)
      if (deviation > threshold) found.push({ step, value, median, deviation })
    }
    window.push(value)
  })
  if (judged === 0) return undefinedFor('too-few-points')
  const perThousand = values.length < fewestForRate ? null : (found.length / judged) * 1000
  return { kind: 'defined', spikes: found, nonFinite, window: width, judged, perThousand }
}

function standing(
  value: number,
  window: SlidingWindow,
  decimal: number,
  sign: 1 | -1,
): { readonly median: number; readonly deviation: number } {
  const median = window.median()
  const beyond = sign * (value - median)
  // Most points are not beyond it at all, and the spread is what costs.
  if (beyond <= 0) return { median, deviation: 0 }
  const floor = 1e-12 * Math.abs(median) + decimal
  return { median, deviation: beyond / Math.max(madToSd * window.medianDistance(median), floor) }
}

function checkOptions(window: number, threshold: number): void {
  if (!Number.isInteger(window) || window < 3) {
    throw new RunoffError(
      'bad-option',
      `A window of spikes needs a whole number of at least 3, to have a spread, and got ${window}. ` +
        'Pass how many values a point is held against, such as { window: 51 }.',
    )
  }
  if (threshold > 0) return
  throw new RunoffError(
    'bad-option',
    `A threshold of spikes needs a number above 0, and got ${threshold}. ` +
      'Pass how many robust sd a spike is away, such as { threshold: 5 }.',
  )
}
