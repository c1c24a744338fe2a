import type { Objective } from '@runoff/core'
import type { ReactNode } from 'react'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { InspectedCell } from './cellFocus.ts'
import { columnLabel } from './columnLabel.ts'
import type { SummaryRow } from './summaryRow.ts'
import { summaryText } from './summaryText.ts'

export interface InspectedValueProps {
  readonly row: SummaryRow | null
  readonly cell: InspectedCell | null
  readonly objective: Objective
}

/** The full value of the cell in focus. Renders a `<p>` that keeps its height while empty. */
export function InspectedValue({ row, cell, objective }: InspectedValueProps): ReactNode {
  const { table: messages, format } = useMessages()
  if (row === null || cell === null || cell.column === 'run') {
    return <p className="runoff-summary-full" role="status" />
  }
  const content = summaryText(cell.column, row, { objective, messages, statuses: format.statuses })
  const label = columnLabel(cell.column, objective, messages)
  const full = content === null ? messages.noValue : visibleText(content.full)
  return (
    <p className="runoff-summary-full" role="status">
      <bdi>{messages.inspected(label, visibleText(row.run.name), full)}</bdi>
    </p>
  )
}
