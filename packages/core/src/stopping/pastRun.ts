import type { Run } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'

/** A run with its curve of the metric it is judged by. */
export interface PastRun {
  readonly run: Run
  readonly series: MetricSeries
}
