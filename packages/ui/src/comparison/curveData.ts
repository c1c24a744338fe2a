import type { MetricSeries, Run } from '@runoff/core'

export type MetricsMap = ReadonlyMap<string, ReadonlyMap<string, MetricSeries>>

/** The curves of the compared runs, as far as they have come. */
export interface CurveData {
  readonly runs: readonly Run[]
  /** By run id and metric. */
  readonly metricsMap: MetricsMap
  readonly isLoading: boolean
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
export function isAwaited({ metricsMap, isLoading }: CurveData, metric: string): boolean {
  return isLoading && ![...metricsMap.values()].some((metrics) => metrics.has(metric))
}
