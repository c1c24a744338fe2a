import type { MetricSummary } from '@runoff/core'

/**
 * Returns the summary of two disjoint sets of points of one metric, from the summaries of each.
 *
 * Where both have the same extreme, the lower step stands, as it does for a whole series.
 */
function mergeSummaries(a: MetricSummary, b: MetricSummary): MetricSummary {
  const low = pickExtreme(
    [a.min, a.minStep, a.trainAtMin],
    [b.min, b.minStep, b.trainAtMin],
    (x, y) => x < y,
  )
  const high = pickExtreme(
    [a.max, a.maxStep, a.trainAtMax],
    [b.max, b.maxStep, b.trainAtMax],
    (x, y) => x > y,
  )
  const later = (b.lastStep ?? -Infinity) > (a.lastStep ?? -Infinity) ? b : a
  return {
    last: later.last,
    lastStep: later.lastStep,
    min: low[0],
    minStep: low[1],
    max: high[0],
    maxStep: high[1],
    ...(low[2] == null ? {} : { trainAtMin: low[2] }),
    ...(high[2] == null ? {} : { trainAtMax: high[2] }),
    count: a.count + b.count,
    basis: a.basis,
  }
}

/** Whether a point that a summary names is among those that are no longer what they were. */
export function isTouched(summary: MetricSummary, replaced: ReadonlySet<number>): boolean {
  const named = [summary.minStep, summary.maxStep, summary.lastStep]
  return replaced.size > 0 && named.some((step) => step !== null && replaced.has(step))
}

/** Returns the summary after points were added, of which so many stand in place of others. */
export function mergeAdded(
  before: MetricSummary | null,
  added: MetricSummary,
  replacedCount: number,
): MetricSummary {
  if (before === null) return added
  const merged = mergeSummaries(before, added)
  return { ...merged, count: merged.count - replacedCount }
}

type Extreme = readonly [
  value: number | null,
  step: number | null,
  inTraining: number | null | undefined,
]

function pickExtreme(a: Extreme, b: Extreme, isBeyond: (x: number, y: number) => boolean): Extreme {
  if (a[0] === null) return b
  if (b[0] === null) return a
  if (a[0] === b[0]) return (b[1] ?? Infinity) < (a[1] ?? Infinity) ? b : a
  return isBeyond(b[0], a[0]) ? b : a
}
