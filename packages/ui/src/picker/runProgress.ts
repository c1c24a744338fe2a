import { isLive, objectiveValue, type Objective, type Run } from '@runoff/core'
import { nonFiniteEnd } from './nonFiniteEnd.ts'

/** How far a run has come, or had come when it stopped. */
export interface RunProgress {
  readonly unit: 'step' | 'epoch'
  readonly done: number
  readonly total: number | null
}

/** What there is to say of a run beside its status. */
export type RunNote =
  | { readonly kind: 'progress' | 'stopped' | 'reached'; readonly progress: RunProgress }
  | { readonly kind: 'noMetrics' | 'noMetricsYet' | 'noValue' }

/** Returns how far a run has come, in steps where they are known, else in epochs. */
function runProgress({ step, totalSteps, epoch, totalEpochs }: Run): RunProgress | null {
  const inSteps = step !== null && (totalSteps !== null || epoch === null || totalEpochs === null)
  if (inSteps) return { unit: 'step', done: step, total: totalSteps }
  return epoch === null ? null : { unit: 'epoch', done: epoch, total: totalEpochs }
}

/**
 * Returns what a reader must know of a run to read its value rightly: how far it is, where it
 * stopped, or that it has none. `null` where a value says it all.
 */
export function runNote(run: Run, objective: Objective): RunNote | null {
  const progress = runProgress(run)
  if (progress !== null && isLive(run)) return { kind: 'progress', progress }
  if (progress !== null && wasInterrupted(run, progress)) return { kind: 'stopped', progress }
  if (progress !== null && mayHaveStopped(run, progress)) return { kind: 'reached', progress }
  if (run.metrics.size === 0) return { kind: isLive(run) ? 'noMetricsYet' : 'noMetrics' }
  const hasValue =
    objectiveValue(run, objective) !== null || nonFiniteEnd(run, objective.metric) !== null
  return hasValue ? null : { kind: 'noValue' }
}

function wasInterrupted({ status }: Run, { done, total }: RunProgress): boolean {
  return (status === 'failed' || status === 'cancelled') && (total === null || done < total)
}

/** A source that tells no status cannot say that a run was stopped, only how far it came. */
function mayHaveStopped({ status }: Run, { done, total }: RunProgress): boolean {
  return status === 'unknown' && total !== null && done < total
}
