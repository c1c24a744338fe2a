import type { MetricSeries, Run } from '@runoff/core'
import type { SeriesInput } from '../charts/lineSource.ts'

export type MetricsMap = ReadonlyMap<string, ReadonlyMap<string, MetricSeries>>

/** The curves of the compared runs, as far as they have come. */
export interface CurveData {
  readonly runs: readonly Run[]
  /** By run id and metric. */
  readonly metricsMap: MetricsMap
  /** The metrics that were asked for. */
  readonly asked: ReadonlySet<string>
  readonly isLoading: boolean
  /** What a chart draws of a metric. It stays until something in `metricsMap` changes. */
  readonly inputOf: (metric: string) => SeriesInput
}

/** Returns the series of one metric by run id; runs that have not logged it have no entry. */
export function seriesOf(
  metricsMap: MetricsMap,
  metric: string,
): ReadonlyMap<string, MetricSeries> {
  const series = new Map<string, MetricSeries>()
  for (const [runId, metrics] of metricsMap) {
    const found = metrics.get(metric)
    if (found !== undefined && found.steps.length > 0) series.set(runId, found)
  }
  return series
}

/** Whether nothing of a metric is there yet and something may still come. */
export function isAwaited(
  { metricsMap, asked, isLoading }: Pick<CurveData, 'metricsMap' | 'asked' | 'isLoading'>,
  metric: string,
): boolean {
  if (!asked.has(metric)) return true
  return isLoading && ![...metricsMap.values()].some((metrics) => metrics.has(metric))
}

/** Whether finer points of a metric stand in one of two maps of the same runs. */
export function isRefined(coarse: MetricsMap, refined: MetricsMap, metric: string): boolean {
  if (coarse === refined) return false
  return [...refined].some(
    ([runId, metrics]) => metrics.get(metric) !== coarse.get(runId)?.get(metric),
  )
}
