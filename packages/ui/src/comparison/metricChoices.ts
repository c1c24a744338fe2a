import { compareText, type Objective, type Run } from '@runoff/core'

/** What people look at beside the loss, in the order they do. */
const preferred: readonly string[] = [
  'eval/perplexity',
  'perplexity',
  'eval/accuracy',
  'learning_rate',
  'grad_norm',
  'train/tokens_per_second',
  'tokens_per_second',
  'train/samples_per_second',
  'samples_per_second',
  'gpu_memory_allocated_gb',
  'rewards/margins',
  'rewards/accuracies',
]

/** How the trainer itself was doing, which nobody compares models by. */
const bookkeeping = ['runtime', 'per_second', 'num_tokens', 'total_flos']

/** The loss chart shows these. */
const lossMetrics: ReadonlySet<string> = new Set(['train/loss', 'eval/loss'])

/** A grid of two by two. */
const shownAtFirst = 4

export interface MetricChoices {
  /**
   * Every metric of the runs but the losses: first what people look at, then by name, and last how
   * the trainer itself was doing.
   */
  readonly all: readonly string[]
  /** Those that have a chart until someone chooses. */
  readonly atFirst: readonly string[]
}

/** Returns which metrics of some runs can have a chart, the objective's before all others. */
export function metricChoices(runs: readonly Run[], objective: Objective): MetricChoices {
  const ranks = new Map(
    Array.from(new Set([objective.metric, ...preferred]), (name, index) => [name, index]),
  )
  const rankOf = (name: string): number =>
    ranks.get(name) ?? ranks.size + Number(bookkeeping.some((part) => name.endsWith(part)))
  const names = new Set(runs.flatMap((run) => [...run.metrics.keys()]))
  const all = [...names]
    .filter((name) => !lossMetrics.has(name) && runs.some((run) => !isOneNumber(run, name)))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || compareText(a, b))
  const atFirst = all.filter((name) => ranks.has(name) && runs.some((run) => isCurve(run, name)))
  return { all, atFirst: atFirst.slice(0, shownAtFirst) }
}

/** What a trainer prints at its end is a number of the table, and never a curve. */
function isOneNumber(run: Run, metric: string): boolean {
  const summary = run.metrics.get(metric)
  return summary === undefined || (summary.basis === 'summary' && !isCurve(run, metric))
}

/** What was logged once so far is no curve yet. */
function isCurve(run: Run, metric: string): boolean {
  const summary = run.metrics.get(metric)
  return summary !== undefined && (summary.count > 1 || summary.min !== summary.max)
}
