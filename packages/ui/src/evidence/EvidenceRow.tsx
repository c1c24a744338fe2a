import type { ReactNode } from 'react'
import { noValue } from '../format/formatNumber.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { EvidenceColumn } from './evidenceColumns.ts'

export interface EvidenceRowProps<Row> {
  readonly row: Row
  readonly id: string
  readonly columns: readonly EvidenceColumn<Row>[]
  /** The column whose cell Tab comes to, `null` where it is in another row. */
  readonly tabStop: string | null
}

/** What a table says in one row; the first cell is its head. Renders a `<tr>`. */
export function EvidenceRow<Row>({ row, id, columns, tabStop }: EvidenceRowProps<Row>): ReactNode {
  const { evidence } = useMessages()
  return (
    <tr data-row={id}>
      {columns.map((column, place) => {
        const { content, full } = column.cell(row)
        const attributes = {
          'data-column': column.id,
          'data-kind': column.kind,
          tabIndex: tabStop === column.id ? 0 : -1,
          title: full ?? evidence.noValue,
        }
        return place === 0 ? (
          <th key={column.id} scope="row" {...attributes}>
            {content}
          </th>
        ) : (
          <td key={column.id} {...attributes}>
            {full === null ? <MissingValue word={evidence.noValue} /> : content}
          </td>
        )
      })}
    </tr>
  )
}

function MissingValue({ word }: { readonly word: string }): ReactNode {
  return (
    <>
      <span aria-hidden="true">{noValue}</span>
      <span className="runoff-spoken">{word}</span>
    </>
  )
}
