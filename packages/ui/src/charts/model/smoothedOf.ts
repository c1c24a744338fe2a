import { smooth, type MetricSeries, type Smoothing } from '@runoff/core'
import { columnMemory } from './columnMemory.ts'

interface Known {
  readonly key: string
  readonly series: MetricSeries
  readonly smoothed: MetricSeries
}

/** By the values, the last of each setting. */
const smoothedBefore = columnMemory<readonly Known[]>()

/** Who moves a slider leaves a trail of settings: only the last few are kept. */
const mostKept = 3

/**
 * Returns a smoothed series, from memory where it was computed before. A longer view of the same
 * growing columns costs what was added. Smoothing is of every logged point, before any is left out.
 */
export function smoothedOf(series: MetricSeries, smoothing: Smoothing): MetricSeries {
  if (smoothing.kind === 'none') return series
  const key = JSON.stringify(smoothing)
  const all = smoothedBefore.get(series.values) ?? []
  const held = all.find((one) => one.key === key)
  if (held?.series === series) return held.smoothed
  const isGrown = held !== undefined && isLongerView(series, held.series)
  const smoothed = smooth(series, smoothing, isGrown ? { previous: held.smoothed } : {})
  const others = all.filter((one) => one.key !== key)
  smoothedBefore.set(series.values, [...others, { key, series, smoothed }].slice(-mostKept))
  return smoothed
}

function isLongerView(series: MetricSeries, before: MetricSeries): boolean {
  return (
    series.steps.buffer === before.steps.buffer &&
    series.steps.byteOffset === before.steps.byteOffset &&
    series.steps.length >= before.steps.length
  )
}
