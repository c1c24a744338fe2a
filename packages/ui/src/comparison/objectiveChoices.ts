import { compareText, goalOf, type Run } from '@runoff/core'

/**
 * Returns the metrics that runs can be judged by: first what was evaluated, then what else has a
 * better end, each part by name; the one that is chosen always among them.
 *
 * Missing: what no run has a finite value of is left out.
 */
export function objectiveChoices(runs: readonly Run[], chosen: string): readonly string[] {
  const metrics = new Set<string>([chosen])
  for (const run of runs) {
    for (const [metric, { min }] of run.metrics)
      if (min !== null && isJudge(metric)) metrics.add(metric)
  }
  return [...metrics].toSorted((a, b) => rankOf(a) - rankOf(b) || compareText(a, b))
}

/** How fast the trainer was says nothing of what it made. */
const bookkeeping = ['runtime', 'per_second', 'num_tokens', 'total_flos']

function isJudge(metric: string): boolean {
  if (bookkeeping.some((part) => metric.endsWith(part))) return false
  return goalOf(metric) !== null || isEvaluated(metric)
}

function isEvaluated(metric: string): boolean {
  return metric.startsWith('eval/') || metric.startsWith('test/')
}

function rankOf(metric: string): number {
  return isEvaluated(metric) ? 0 : 1
}
