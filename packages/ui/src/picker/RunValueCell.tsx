import { isLive, objectiveValue, type Objective, type Run } from '@runoff/core'
import type { ReactNode } from 'react'
import { formatCount, formatFull, formatMetric } from '../format/formatNumber.ts'
import { metricTitle } from '../format/metricName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { PickerMessages } from './messages.ts'
import { nonFiniteEnd } from './nonFiniteEnd.ts'
import { runNote, type RunNote, type RunProgress } from './runProgress.ts'

/** Below this a number is as quick to read without groups of digits. */
const firstGrouped = 10_000

export interface RunValueCellProps {
  readonly run: Run
  readonly objective: Objective
}

/** Shows a run's best value, whether it diverged since, and how far the run came where it did not come to its end. */
export function RunValueCell({ run, objective }: RunValueCellProps): ReactNode {
  const { picker, format } = useMessages()
  const metric = metricTitle(objective.metric, format)
  const end = nonFiniteEnd(run, objective.metric)
  // The value of a run that is not done is not yet the one to judge it by; a NaN tells already.
  const best = isLive(run) ? null : objectiveValue(run, objective)
  const value = best ?? end
  const note = runNote(run, objective)
  return (
    <>
      {value !== null && (
        <span className="runoff-picker-loss" title={picker.value(metric, formatFull(value))}>
          {picker.value(metric, formatMetric(value))}
        </span>
      )}{' '}
      {best !== null && end !== null && (
        <span className="runoff-picker-diverged">{format.endedIn(formatMetric(end))}</span>
      )}{' '}
      {note !== null && (
        <span className="runoff-picker-note" data-note={note.kind}>
          {noteText(note, metric, picker)}
        </span>
      )}
      {note?.kind === 'progress' && <Progress progress={note.progress} />}
    </>
  )
}

/** The words beside it say the same. */
function Progress({ progress: { done, total } }: { readonly progress: RunProgress }): ReactNode {
  if (total === null || total <= 0) return null
  return <progress className="runoff-picker-progress" aria-hidden="true" value={done} max={total} />
}

function noteText(note: RunNote, metric: string, picker: PickerMessages): string {
  if (note.kind === 'progress' || note.kind === 'reached') {
    return progressText(note.progress, picker.atStep, picker.atEpoch)
  }
  if (note.kind === 'stopped') {
    return progressText(note.progress, picker.stoppedAtStep, picker.stoppedAtEpoch)
  }
  return note.kind === 'noValue' ? picker.noValue(metric) : picker[note.kind]
}

function progressText(
  { unit, done, total }: RunProgress,
  atStep: PickerMessages['atStep'],
  atEpoch: PickerMessages['atEpoch'],
): string {
  const write = unit === 'step' ? atStep : atEpoch
  return write(placeText(done), total === null ? null : placeText(total))
}

/** Steps and epochs are counted, though an epoch may be half done: `812`, `48 210`, `2.5`. */
function placeText(place: number): string {
  return Math.abs(place) < firstGrouped ? String(Math.round(place * 100) / 100) : formatCount(place)
}
