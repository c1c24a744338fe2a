import { trainMetricOf } from '../run/metricNames.ts'
import type { MetricSummary } from '../run/run.ts'
import { carriedValue } from './carriedValue.ts'
import type { MetricSeries } from './series.ts'
import { summarizeSeries } from './summarizeSeries.ts'

/**
 * Returns what is known of each metric of a run from its whole series, by name.
 *
 * As `summarizeSeries`; beside an evaluation's extremes stand the values that the same metric had
 * in training, the last logged up to that step. Missing: where there is no such value, or where the
 * two count their steps in different units, they are left out.
 */
export function summarizeMetrics(
  series: ReadonlyMap<string, MetricSeries>,
): ReadonlyMap<string, MetricSummary> {
  return new Map(
    Array.from(series, ([metric, points]) => {
      const summary = summarizeSeries(points)
      const train = series.get(trainMetricOf(metric) ?? '')
      const isComparable = train !== undefined && unitOf(train) === unitOf(points)
      return [metric, isComparable ? withTrainValues(summary, train) : summary]
    }),
  )
}

function unitOf({ stepUnit = 'step' }: MetricSeries): string {
  return stepUnit
}

function withTrainValues(summary: MetricSummary, train: MetricSeries): MetricSummary {
  const at = (step: number | null): number | null =>
    step === null ? null : carriedValue(train, step)
  const [trainAtMin, trainAtMax] = [at(summary.minStep), at(summary.maxStep)]
  return {
    ...summary,
    ...(trainAtMin === null ? {} : { trainAtMin }),
    ...(trainAtMax === null ? {} : { trainAtMax }),
  }
}
