import { firstAbove, firstAtLeast } from '@runoff/core'
import type { ChartModel, PlacedLine, XRange } from './chartModel.ts'

/** The share of the values that is cut off at either end. */
const tail = 0.01

/**
 * So many values are looked at in all. Of more, evenly spaced ones are taken: this decides only how
 * far the axis reaches, every point is drawn, and what lies beyond is marked as cut off.
 */
const mostValues = 20_000

/**
 * Returns the drawn values between which the middle 98 % of the finite points of some lines lie,
 * within a range of x. Missing: `min` above `max` where there is no finite point.
 */
export function percentileRange(
  lines: readonly PlacedLine[],
  range: XRange,
): { readonly min: number; readonly max: number } {
  const stretches = lines.map(({ pyramid }) => within(pyramid.series, range))
  const count = stretches.reduce((sum, { length }) => sum + length, 0)
  const stride = Math.max(1, Math.ceil(count / mostValues))
  const taken = stretches.map((values) => strided(values, stride))
  const finite = Float64Array.from(taken.flatMap((values) => [...values]))
    .filter(Number.isFinite)
    .sort()
  if (finite.length === 0) return { min: Infinity, max: -Infinity }
  const last = finite.length - 1
  return {
    min: finite[Math.floor(last * tail)] ?? NaN,
    max: finite[Math.ceil(last * (1 - tail))] ?? NaN,
  }
}

function within(
  { steps, values }: PlacedLine['pyramid']['series'],
  { from, to }: NonNullable<ChartModel['full']>,
): Float64Array {
  return values.subarray(firstAtLeast(steps, from), firstAbove(steps, to))
}

function strided(values: Float64Array, stride: number): Float64Array {
  if (stride === 1) return values
  return Float64Array.from(
    { length: Math.ceil(values.length / stride) },
    (_, i) => values[i * stride] ?? NaN,
  )
}
