import type { Objective } from '@runoff/core'
import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { ComparedRuns } from './comparedRuns.ts'

export interface ComparedReasonNoteProps {
  readonly compared: ComparedRuns
  readonly objective: Objective
}

/** Says by what the page chose the runs itself. Renders a `<p>`, or nothing for a selection. */
export function ComparedReasonNote({ compared, objective }: ComparedReasonNoteProps): ReactNode {
  const { comparison } = useMessages()
  const formatters = useFormatters()
  const { runs, reason } = compared
  const metric = formatters.metricWords(objective.metric)
  if (reason === 'selected' || runs.length === 0) return null
  return (
    <p className="runoff-comparison-note">
      {reason === 'best'
        ? comparison.nothingSelected(runs.length, metric, objective.goal, formatters.count)
        : comparison.nothingSelectedNoValues(runs.length, metric, formatters.count)}
    </p>
  )
}
