import type { Objective } from '@runoff/core'
import type { ReactNode } from 'react'
import { metricWords } from '../format/metricName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { ComparedRuns } from './comparedRuns.ts'

export interface ComparedReasonNoteProps {
  readonly compared: ComparedRuns
  readonly objective: Objective
}

/** Says by what the page chose the runs itself. Renders a `<p>`, or nothing for a selection. */
export function ComparedReasonNote({ compared, objective }: ComparedReasonNoteProps): ReactNode {
  const { comparison } = useMessages()
  const { runs, reason } = compared
  const metric = metricWords(objective.metric)
  if (reason === 'selected' || runs.length === 0) return null
  return (
    <p className="runoff-comparison-note">
      {reason === 'best'
        ? comparison.nothingSelected(runs.length, metric, objective.goal)
        : comparison.nothingSelectedNoValues(runs.length, metric)}
    </p>
  )
}
