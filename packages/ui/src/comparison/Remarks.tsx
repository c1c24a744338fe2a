import type { Objective } from '@runoff/core'
import type { ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { ComparedRuns } from './comparedRuns.ts'
import { dataRemarks } from './dataRemarks.ts'
import { useRunNames } from './useRunNames.ts'

export interface RemarksProps {
  readonly compared: ComparedRuns
  readonly objective: Objective
}

/**
 * What must be known of the runs to read them rightly. It changes with the selection, and so stands
 * below the list, whose rows must not move while someone ticks them. Renders a `<ul>`, or nothing
 * where there is nothing to know.
 */
export function Remarks({ compared, objective }: RemarksProps): ReactNode {
  const { comparison: messages } = useMessages()
  const formatters = useFormatters()
  const { considered, runs } = compared
  const nameOf = useRunNames(considered)
  const metric = formatters.metricWords(objective.metric)
  const remarks = dataRemarks(considered, runs, {
    objective,
    metric,
    messages,
    formatters,
    nameOf,
  })
  if (remarks.length === 0) return null
  return (
    <ul className="runoff-comparison-remarks">
      {remarks.map((remark, place) => (
        <li key={`${place} ${remark}`}>
          <bdi>{remark}</bdi>
        </li>
      ))}
    </ul>
  )
}
