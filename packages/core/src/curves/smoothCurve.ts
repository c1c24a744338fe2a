import { RunoffError } from '../errors.ts'
import { medianOf } from './median.ts'
import { countEvaluations, stretchesOf, type Curve } from './stretches.ts'

export interface SmoothedCurve {
  /** Mean around each point of the curve; `NaN` where there is none. */
  readonly values: Float64Array
  /** How many evaluations each mean is of, 0 where there is none. */
  readonly counts: Uint32Array
  /** Width of the window, in evaluations. */
  readonly window: number
  /** How many finite values the curve has. */
  readonly evals: number
}

/**
 * Returns the centred rolling mean of a curve.
 *
 * Shape: as long as the curve. Units: those of the metric. The window holds 3 evaluations, or 5
 * where there are at least 15; at the ends it keeps what is inside. Missing: nothing is averaged
 * across a value that is not finite or a restart, and a value that stands alone between such has no
 * mean: one evaluation is what smoothing is there to distrust.
 *
 * @throws {RunoffError} `bad-option` when the window is not an odd whole number of at least 3.
 */
export function smoothCurve(curve: Curve, window?: number): SmoothedCurve {
  const evals = countEvaluations(curve)
  const width = checkWindow(window ?? defaultWindow(evals))
  const means = new Float64Array(curve.values.length).fill(NaN)
  const counts = new Uint32Array(curve.values.length)
  for (const { start, end } of stretchesOf(curve)) {
    if (end - start < 2) continue
    for (let i = start; i < end; i++) {
      const from = Math.max(start, i - (width >> 1))
      const to = Math.min(end, i + (width >> 1) + 1)
      const mean = meanOf(curve.values, from, to)
      // Huge values have an infinite sum, which is no mean of theirs.
      if (!Number.isFinite(mean)) continue
      means[i] = mean
      counts[i] = to - from
    }
  }
  return { values: means, counts, window: width, evals }
}

/** Returns the window for a number of evaluations: 3, or 5 from 15 on. */
export function defaultWindow(evals: number): 3 | 5 {
  return evals < 15 ? 3 : 5
}

/** Returns finite values less the median of those around each, which takes out a slow trend. */
export function subtractRollingMedian(values: readonly number[], window: number): number[] {
  const half = window >> 1
  return values.map(
    (value, i) => value - medianOf(values.slice(Math.max(0, i - half), i + half + 1)),
  )
}

/** Taken from the first value on, so that the mean of equal values is that value to the last bit. */
function meanOf(values: Float64Array, from: number, to: number): number {
  const first = values[from] ?? NaN
  let sum = 0
  for (let i = from; i < to; i++) sum += (values[i] ?? NaN) - first
  return first + sum / (to - from)
}

function checkWindow(window: number): number {
  if (Number.isInteger(window) && window >= 3 && window % 2 === 1) return window
  throw new RunoffError(
    'bad-option',
    `A smoothing window needs an odd whole number of at least 3, so that it has a middle, and got ` +
      `${window}. Pass how many evaluations to average, such as { window: 5 }.`,
  )
}
