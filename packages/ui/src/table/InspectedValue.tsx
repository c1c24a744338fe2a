import type { ReactNode } from 'react'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { InspectedCell } from './cellFocus.ts'
import { columnLabel } from './columnLabel.ts'
import type { SummaryModel } from './summaryModel.ts'
import { lineName } from './summaryTextTable.ts'

export interface InspectedValueProps {
  readonly model: SummaryModel
  readonly cell: InspectedCell | null
  /** What was done last, said in place of the value. */
  readonly said: string | null
}

/** The full value of the cell in focus. Renders a `<p>` that keeps its height while empty. */
export function InspectedValue({ model, cell, said }: InspectedValueProps): ReactNode {
  const { table: messages } = useMessages()
  return (
    <p className="runoff-summary-full" role="status">
      <bdi>{said ?? (cell === null ? null : inspectedText(cell, model, messages))}</bdi>
    </p>
  )
}

function inspectedText(
  { row, column: id }: InspectedCell,
  model: SummaryModel,
  messages: SummaryModel['context']['messages'],
): string | null {
  const line = model.lines.find(({ key }) => key === row)
  const column = model.columns.find((candidate) => candidate.id === id)
  if (line === undefined || column === undefined || id === 'run') return null
  const { content, missing, delta } = model.cellOf(line, column)
  const label = columnLabel(column, model.context)
  const full = content === null ? missing : visibleText(content.full)
  const text = messages.inspected(label, lineName(line, model), full)
  if (delta === null || model.baseline === null) return text
  return messages.inspectedDelta(text, delta, lineName(model.baseline, model))
}
