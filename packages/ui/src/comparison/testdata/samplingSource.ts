import type { MetricSeries } from '@runoff/core'
import type { RunSource, SeriesRequest } from '@runoff/sources'

/** Returns a source that never tells more than so many points at once, and says that it left some out. */
export function samplingSource(source: RunSource, mostPoints: number): RunSource {
  return {
    ...source,
    readSeries: async (requests, options) => {
      const results = await source.readSeries(requests, options)
      return results.map((result) =>
        result.series === null ? result : { ...result, series: sample(result.series, mostPoints) },
      )
    },
  }
}

/** Returns a source, and every series that it is asked for, one list for each call. */
export function recordedSource(source: RunSource): {
  readonly source: RunSource
  readonly reads: readonly (readonly SeriesRequest[])[]
} {
  const reads: (readonly SeriesRequest[])[] = []
  return {
    reads,
    source: {
      ...source,
      readSeries: (requests, options) => {
        reads.push(requests)
        return source.readSeries(requests, options)
      },
    },
  }
}

function sample(series: MetricSeries, mostPoints: number): MetricSeries {
  const total = series.steps.length
  if (total <= mostPoints) return series
  const stride = Math.ceil(total / mostPoints)
  const pick = (column: Float64Array): Float64Array => column.filter((_, i) => i % stride === 0)
  return {
    ...series,
    steps: pick(series.steps),
    values: pick(series.values),
    timesMs: series.timesMs && pick(series.timesMs),
    epochs: series.epochs && pick(series.epochs),
    basis: 'sampled',
    total,
  }
}
