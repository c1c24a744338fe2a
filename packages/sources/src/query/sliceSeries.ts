import { firstAbove, firstAtLeast, type MetricSeries } from '@runoff/core'
import type { SeriesRequest } from '../source.ts'

/**
 * Returns the points of a series that a request asks for, in its `range` and after `since`.
 *
 * Shape: a view of the same columns; nothing is copied or thinned out, whatever `maxPoints` says,
 * since reading all of them costs nothing here. `total` counts the points that lie in the request.
 */
export function sliceSeries(series: MetricSeries, request: SeriesRequest): MetricSeries {
  const { steps } = series
  const from = Math.max(
    request.range === undefined ? 0 : firstAtLeast(steps, request.range.from),
    request.since === undefined ? 0 : firstAbove(steps, request.since),
  )
  const to = request.range === undefined ? steps.length : firstAbove(steps, request.range.to)
  if (from === 0 && to >= steps.length) return series
  return cut(series, from, Math.max(from, to))
}

function cut(series: MetricSeries, from: number, to: number): MetricSeries {
  return {
    ...series,
    steps: series.steps.subarray(from, to),
    values: series.values.subarray(from, to),
    timesMs: series.timesMs && series.timesMs.subarray(from, to),
    epochs: series.epochs && series.epochs.subarray(from, to),
    // How many points of a sampled series lie in a part of it, nobody told.
    total: series.basis === 'full' ? to - from : null,
  }
}
