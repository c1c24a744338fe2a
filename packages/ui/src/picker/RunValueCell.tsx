import { isLive, objectiveValue, type Objective, type Run } from '@runoff/core'
import type { ReactNode } from 'react'
import type { Formatters } from '../format/formatters.ts'
import { metricTitle } from '../format/metricName.ts'
import { useFormatters } from '../format/useFormatters.ts'
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
  const write = useFormatters()
  const metric = metricTitle(objective.metric, format)
  const end = nonFiniteEnd(run, objective.metric)
  // The value of a run that is not done is not yet the one to judge it by; a NaN tells already.
  const best = isLive(run) ? null : objectiveValue(run, objective)
  const value = best ?? end
  const note = runNote(run, objective)
  return (
    <>
      {value !== null && (
        <span className="runoff-picker-loss" title={picker.value(metric, write.full(value))}>
          {picker.value(metric, write.metric(value))}
        </span>
      )}{' '}
      {best !== null && end !== null && (
        <span className="runoff-picker-diverged">{format.endedIn(write.metric(end))}</span>
      )}{' '}
      {note !== null && (
        <span className="runoff-picker-note" data-note={note.kind}>
          {noteText(note, metric, { picker, write })}
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

interface NoteWords {
  readonly picker: PickerMessages
  readonly write: Formatters
}

function noteText(note: RunNote, metric: string, { picker, write }: NoteWords): string {
  if (note.kind === 'progress' || note.kind === 'reached') {
    const { atStep, atEpoch } = picker
    return progressText(note.progress, note.progress.unit === 'step' ? atStep : atEpoch, write)
  }
  if (note.kind === 'stopped') {
    const { stoppedAtStep: atStep, stoppedAtEpoch: atEpoch } = picker
    return progressText(note.progress, note.progress.unit === 'step' ? atStep : atEpoch, write)
  }
  return note.kind === 'noValue' ? picker.noValue(metric) : picker[note.kind]
}

function progressText(
  { done, total }: RunProgress,
  words: PickerMessages['atStep'],
  write: Formatters,
): string {
  return words(placeText(done, write), total === null ? null : placeText(total, write))
}

/** Steps and epochs are counted, though an epoch may be half done: `812`, `48 210`, `2.5`. */
function placeText(place: number, write: Formatters): string {
  if (Math.abs(place) >= firstGrouped) return write.count(place)
  return write.full(Math.round(place * 100) / 100)
}
