import type { MetricSeries } from '@runoff/core'
import type { RunSource } from '@runoff/sources'

/**
 * Returns a source that thins out what it is asked for to `maxPoints`, as the server does: of each
 * stretch of steps the first, lowest, highest and last point stay. Total: of the part asked for.
 */
export function samplingSource(source: RunSource): RunSource {
  return {
    ...source,
    readSeries: async (requests, options) => {
      const results = await source.readSeries(requests, options)
      return results.map((result, i) => {
        if (result.series === null) return result
        return { ...result, series: sample(result.series, requests[i]?.maxPoints ?? Infinity) }
      })
    },
  }
}

/** Returns the series, or so many of its points at most; at least 4. */
export function sample(series: MetricSeries, maxPoints: number): MetricSeries {
  const { steps } = series
  if (steps.length <= maxPoints) return series
  const [low, high] = [steps[0] ?? 0, steps.at(-1) ?? 0]
  const count = Math.max(1, Math.floor(maxPoints / 4))
  const buckets = Array.from({ length: count }, (): number[] => [])
  steps.forEach((step, place) => {
    const bucket = Math.min(count - 1, Math.floor(((step - low) / (high - low)) * count))
    buckets[bucket]?.push(place)
  })
  const kept = new Set(buckets.flatMap((places) => keptOf(series, places)))
  const pick = (column: Float64Array): Float64Array => column.filter((_, place) => kept.has(place))
  return {
    ...series,
    steps: pick(steps),
    values: pick(series.values),
    timesMs: series.timesMs && pick(series.timesMs),
    epochs: series.epochs && pick(series.epochs),
    basis: 'sampled',
    total: steps.length,
  }
}

function keptOf({ values }: MetricSeries, places: readonly number[]): readonly number[] {
  const [first] = places
  const last = places.at(-1)
  if (first === undefined || last === undefined) return []
  const value = (place: number): number => values[place] ?? NaN
  const lowest = places.reduce((a, b) => (value(b) < value(a) ? b : a))
  const highest = places.reduce((a, b) => (value(b) > value(a) ? b : a))
  return [first, lowest, highest, last]
}
