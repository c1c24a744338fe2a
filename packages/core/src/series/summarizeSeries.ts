import type { MetricSummary } from '../run/run.ts'
import type { MetricSeries } from './series.ts'

/**
 * Returns what is known of a metric from its whole series.
 *
 * `last` is the last logged value as it stands, `NaN` included; `min` and `max` are the extremes of
 * the finite values, at the first step that has them. Missing: all `null` where there is no point.
 */
export function summarizeSeries({ steps, values, basis, total }: MetricSeries): MetricSummary {
  const { low, high } = extremes(values)
  return {
    last: values.at(-1) ?? null,
    min: at(values, low),
    max: at(values, high),
    minStep: at(steps, low),
    maxStep: at(steps, high),
    lastStep: steps.at(-1) ?? null,
    count: Math.max(values.length, total ?? 0),
    basis,
  }
}

function extremes(values: Float64Array): { readonly low: number; readonly high: number } {
  let low = -1
  let high = -1
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN
    if (!Number.isFinite(value)) continue
    if (low < 0 || value < (values[low] ?? NaN)) low = i
    if (high < 0 || value > (values[high] ?? NaN)) high = i
  }
  return { low, high }
}

function at(column: Float64Array, place: number): number | null {
  return place < 0 ? null : (column[place] ?? null)
}
