import type { MetricSeries, RecommendOptions } from '@runoff/core'
import { isSameSeries } from '../series/extendSeries.ts'
import { shareNestedMap } from '../stable/shareMap.ts'
import { useShared } from '../stable/useShared.ts'

type SeriesOfRuns = NonNullable<RecommendOptions['series']>

/** Returns the series of the render before where the new ones hold the same points. */
export function useSharedSeries(series: SeriesOfRuns | undefined): SeriesOfRuns | undefined {
  return useShared(series, shareSeries)
}

function shareSeries(
  held: SeriesOfRuns | undefined,
  series: SeriesOfRuns | undefined,
): SeriesOfRuns | undefined {
  if (held === undefined || series === undefined || held === series) return series
  const shared = new Map<string, ReadonlyMap<string, MetricSeries>>()
  for (const [runId, metrics] of series) shared.set(runId, shareMetrics(held.get(runId), metrics))
  return shareNestedMap(held, shared)
}

type SeriesOfRun = ReadonlyMap<string, MetricSeries>

function shareMetrics(held: SeriesOfRun | undefined, metrics: SeriesOfRun): SeriesOfRun {
  if (held === undefined || held === metrics) return metrics
  return new Map(
    Array.from(metrics, ([metric, series]) => {
      const before = held.get(metric)
      return [metric, before !== undefined && isSame(before, series) ? before : series]
    }),
  )
}

function isSame(held: MetricSeries, series: MetricSeries): boolean {
  return held === series || isSameSeries(held, series)
}
