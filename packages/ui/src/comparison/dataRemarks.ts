import { objectiveValue, type Basis, type Objective, type Run } from '@runoff/core'
import { formatCount, formatFull } from '../format/formatNumber.ts'
import { runProgress } from '../picker/runProgress.ts'
import type { ComparisonMessages } from './messages.ts'

export interface RemarkContext {
  readonly objective: Objective
  /** The objective's metric in words. */
  readonly metric: string
  readonly messages: ComparisonMessages
  readonly nameOf: (run: Run) => string
}

/** Returns what a reader must know of the compared runs to judge them, one sentence for each. */
export function dataRemarks(runs: readonly Run[], context: RemarkContext): readonly string[] {
  return [
    ...datasetRemark(runs, context),
    ...missingRemark(runs, context),
    ...basisRemark(runs, context),
    ...noMetricsRemark(runs, context),
    ...runs.flatMap((run) => stoppedRemark(run, context)),
  ]
}

/** Losses on different data cannot be told apart from losses of different models. */
function datasetRemark(runs: readonly Run[], { messages, metric }: RemarkContext): string[] {
  const datasets = new Set(runs.flatMap((run) => run.dataset ?? []))
  return datasets.size > 1 ? [messages.datasetsDiffer(datasets.size, metric)] : []
}

/** A run that logged nothing but `NaN` is not waiting for a value. */
function missingRemark(runs: readonly Run[], context: RemarkContext): string[] {
  const { objective, metric, messages } = context
  const missing = runs.filter((run) => run.metrics.size > 0 && !run.metrics.has(objective.metric))
  const notFinite = runs.filter(
    (run) => run.metrics.has(objective.metric) && objectiveValue(run, objective) === null,
  )
  return [
    ...remarkOf(missing.length, messages.missingValues, { total: runs.length, metric }),
    ...remarkOf(notFinite.length, messages.notFinite, { total: runs.length, metric }),
  ]
}

/** What a value was read from decides whether it is the best that the run had. */
function basisRemark(runs: readonly Run[], context: RemarkContext): string[] {
  const { objective, metric, messages } = context
  const judged = runs.filter((run) => objectiveValue(run, objective) !== null)
  const count = (basis: Basis): number =>
    judged.filter((run) => run.metrics.get(objective.metric)?.basis === basis).length
  return [
    ...remarkOf(count('last-only'), messages.lastOnly, { total: runs.length, metric }),
    ...remarkOf(count('sampled'), messages.sampled, { total: runs.length, metric }),
  ]
}

function remarkOf(
  count: number,
  say: (count: number, total: number, metric: string) => string,
  { total, metric }: { readonly total: number; readonly metric: string },
): string[] {
  return count === 0 ? [] : [say(count, total, metric)]
}

function noMetricsRemark(runs: readonly Run[], { messages, nameOf }: RemarkContext): string[] {
  const names = runs.filter((run) => run.metrics.size === 0).map(nameOf)
  return names.length === 0 ? [] : [messages.noMetrics(names)]
}

function stoppedRemark(run: Run, { messages, nameOf }: RemarkContext): string[] {
  const progress = runProgress(run)
  const wasStopped = run.status === 'failed' || run.status === 'cancelled'
  if (!wasStopped || progress === null || progress.total === null) return []
  const { unit, done, total } = progress
  if (done >= total) return []
  return unit === 'step'
    ? [messages.stoppedAtStep(nameOf(run), formatCount(done), formatCount(total))]
    : [messages.stoppedAtEpoch(nameOf(run), formatFull(done), formatFull(total))]
}
