import { objectiveValue, type Basis, type Objective, type Run } from '@runoff/core'
import type { Formatters, WriteCount } from '../format/formatters.ts'
import { nonFiniteEnd } from '../picker/nonFiniteEnd.ts'
import { runNote, type RunProgress } from '../picker/runProgress.ts'
import type { ComparisonMessages, RunsRemark } from './messages.ts'

export interface RemarkContext {
  readonly objective: Objective
  /** The objective's metric in words. */
  readonly metric: string
  readonly messages: ComparisonMessages
  readonly formatters: Formatters
  readonly nameOf: (run: Run) => string
}

/**
 * Returns what a reader must know to judge the runs that are considered, one sentence for each;
 * only those that are shown are named one by one.
 */
export function dataRemarks(
  considered: readonly Run[],
  shown: readonly Run[],
  context: RemarkContext,
): readonly string[] {
  return [
    ...missingRemark(considered, context),
    ...basisRemark(considered, context),
    ...noMetricsRemark(shown, context),
    ...shown.flatMap((run) => [...divergedRemark(run, context), ...endRemark(run, context)]),
  ]
}

/** A run that logged nothing but `NaN` is not waiting for a value. */
function missingRemark(runs: readonly Run[], context: RemarkContext): string[] {
  const { objective, metric, messages, formatters } = context
  const of = { total: runs.length, metric, write: formatters.count }
  const missing = runs.filter((run) => run.metrics.size > 0 && !run.metrics.has(objective.metric))
  const notFinite = runs.filter(
    (run) => run.metrics.has(objective.metric) && objectiveValue(run, objective) === null,
  )
  return [
    ...remarkOf(missing.length, messages.missingValues, of),
    ...remarkOf(notFinite.length, messages.notFinite, of),
  ]
}

/** What a value was read from decides whether it is the best that the run had. */
function basisRemark(runs: readonly Run[], context: RemarkContext): string[] {
  const { objective, metric, messages, formatters } = context
  const of = { total: runs.length, metric, write: formatters.count }
  const judged = runs.filter((run) => objectiveValue(run, objective) !== null)
  const count = (basis: Basis): number =>
    judged.filter((run) => run.metrics.get(objective.metric)?.basis === basis).length
  return [
    ...remarkOf(count('last-only'), messages.lastOnly, of),
    ...remarkOf(count('sampled'), messages.sampled, of),
  ]
}

function remarkOf(
  count: number,
  say: RunsRemark,
  of: { readonly total: number; readonly metric: string; readonly write: WriteCount },
): string[] {
  return count === 0 ? [] : [say(count, of.total, of.metric, of.write)]
}

function noMetricsRemark(
  runs: readonly Run[],
  { messages, formatters, nameOf }: RemarkContext,
): string[] {
  const names = runs.filter((run) => run.metrics.size === 0).map(nameOf)
  return names.length === 0 ? [] : [messages.noMetrics(formatters.list(names))]
}

/** A run with no finite value at all is counted already. */
function divergedRemark(
  run: Run,
  { objective, metric, messages, formatters, nameOf }: RemarkContext,
): string[] {
  const end = nonFiniteEnd(run, objective.metric)
  if (end === null || objectiveValue(run, objective) === null) return []
  return [messages.diverged(nameOf(run), metric, formatters.metric(end))]
}

/** Says where a run was stopped, or how far it came where nobody knows whether it was. */
function endRemark(run: Run, context: RemarkContext): string[] {
  const { objective, messages } = context
  const note = runNote(run, objective)
  if (note?.kind === 'stopped') {
    const { stoppedAtStep, stoppedAtEpoch } = messages
    return placeRemark({ run, progress: note.progress }, context, {
      step: stoppedAtStep,
      epoch: stoppedAtEpoch,
    })
  }
  if (note?.kind !== 'reached') return []
  const { reachedStep, reachedEpoch } = messages
  return placeRemark({ run, progress: note.progress }, context, {
    step: reachedStep,
    epoch: reachedEpoch,
  })
}

function placeRemark(
  { run, progress }: { readonly run: Run; readonly progress: RunProgress },
  { formatters, nameOf }: RemarkContext,
  say: Readonly<Record<RunProgress['unit'], ComparisonMessages['stoppedAtStep']>>,
): string[] {
  const { unit, done, total } = progress
  if (total === null) return []
  const write = unit === 'step' ? formatters.count : formatters.full
  return [say[unit](nameOf(run), write(done), write(total))]
}
