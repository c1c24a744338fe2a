import { compareText, type Run } from '@runoff/core'

/** What a trainer counts up from its start. */
const counted =
  /(?:^|[/_.\- ])(?:tokens?|samples?|examples?|sequences|words|bytes|flos|flops|batches|episodes|epochs?|gpu_hours|seen|consumed)(?:$|[/_.\- ])/i

/** What is said of each of those, or of a moment, and goes up and down. */
const rated = /per[_\- ]|_rate|accura|length|loss|perplexity|entropy|batch_size/i

/**
 * Returns the metrics of some runs that only grow, and so may lie along x, by name: counts, whose
 * last value is their highest in each run that has them.
 */
export function xMetrics(runs: readonly Run[]): readonly string[] {
  const names = new Set(runs.flatMap((run) => [...run.metrics.keys()]))
  return [...names]
    .filter((name) => counted.test(name) && !rated.test(name))
    .filter((name) => runs.every((run) => isGrowing(run, name)))
    .filter((name) => runs.some((run) => hasGrown(run, name)))
    .toSorted(compareText)
}

/** A run without the metric says nothing against it. */
function isGrowing(run: Run, metric: string): boolean {
  const summary = run.metrics.get(metric)
  if (summary === undefined || summary.last === null) return true
  const { last, max, minStep, maxStep } = summary
  return last === max && (minStep === null || maxStep === null || minStep <= maxStep)
}

function hasGrown(run: Run, metric: string): boolean {
  const { min = null, max = null } = run.metrics.get(metric) ?? {}
  return min !== null && max !== null && min < max
}
