import {
  canonicalMetric,
  summarizeMetrics,
  type MetricSeries,
  type MetricSummary,
} from '@runoff/core'
import type { RunParts } from './runParts.ts'

/**
 * Returns the summaries of a run's metrics: of each series, and of the numbers that were logged of
 * the run as a whole, for metrics without a series.
 */
export function summarizeRun(
  series: ReadonlyMap<string, MetricSeries>,
  { pieces, results }: RunParts,
): ReadonlyMap<string, MetricSummary> {
  const metrics = new Map(summarizeMetrics(series))
  const rows = pieces.flatMap(({ run }) => run.rows.filter((row) => row.phase === 'summary'))
  for (const numbers of [...rows.map((row) => row.metrics), ...results]) {
    for (const [raw, value] of numbers) {
      const metric = wholeRunName(raw)
      if (!metrics.has(metric)) metrics.set(metric, wholeRun(value))
    }
  }
  return metrics
}

/** The Trainer's `train_loss` is the mean over the whole run, and no last loss. */
function wholeRunName(raw: string): string {
  return raw === 'train_loss' || raw.endsWith('/train_loss')
    ? 'train/mean_loss'
    : canonicalMetric(raw)
}

function wholeRun(value: number): MetricSummary {
  const unknown = { min: null, max: null, minStep: null, maxStep: null, lastStep: null }
  return { ...unknown, last: value, count: 1, basis: 'summary' }
}
