import { extentOf, holdsNegativeInfinity, type MetricSeries, type Pyramid } from '@runoff/core'

const bucket = 16

/**
 * Returns how many values are NaN or infinite. The pyramid knows where they are, so only those
 * stretches are read.
 */
export function countNotFinite({ series, levels }: Pyramid): number {
  const { values } = series
  const [finest] = levels
  const full = finest?.flags.length ?? 0
  let count = countIn(values, full * bucket, values.length)
  for (let at = 0; at < full; at++) {
    if (finest?.flags[at] !== 0) count += countIn(values, at * bucket, (at + 1) * bucket)
  }
  return count
}

function countIn(values: Float64Array, from: number, to: number): number {
  let count = 0
  for (let i = from; i < to; i++) if (!Number.isFinite(values[i])) count++
  return count
}

/**
 * Returns how many logged values a logarithmic axis has no place for, from the pyramid of what it
 * draws, where these are `-Infinity`.
 */
export function countNotAboveZero(drawn: Pyramid, logged: MetricSeries): number {
  const { values } = drawn.series
  const { flags } = extentOf(drawn, { start: 0, end: values.length })
  if ((flags & holdsNegativeInfinity) === 0) return 0
  let count = 0
  for (let i = 0; i < values.length; i++) if (values[i] === -Infinity) count++
  return count - countWhere(logged.values, (value) => value === -Infinity)
}

function countWhere(values: Float64Array, holds: (value: number) => boolean): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (holds(values[i] as number)) count++
  return count
}
