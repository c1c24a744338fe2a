import { useState, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { moveBetweenCells } from '../effects/moveBetweenCells.ts'
import { EvidenceHead } from './EvidenceHead.tsx'
import { EvidenceRow } from './EvidenceRow.tsx'
import {
  pageOf,
  type EvidenceCell,
  type EvidenceColumn,
  type EvidenceSort,
} from './evidenceColumns.ts'
import { TablePages } from './TablePages.tsx'
import { useEvidenceTable } from './useEvidenceTable.ts'

export interface EvidenceTableProps<Row> {
  /** The name of the table, shown above it. */
  readonly caption: string
  /** Keep the array: it is compared by identity. */
  readonly columns: readonly EvidenceColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** What a row is called in a sentence. */
  readonly rowName: (row: Row) => string
  readonly firstSort: EvidenceSort | null
}

/** The cell that has the focus, or had it last: the one that Tab comes back to. */
interface FocusedCell {
  readonly row: string
  readonly column: string
}

/**
 * A table of evidence: sortable, in pages where it is long, with the full value of the cell in
 * focus under it. The cells are one tab stop. Renders a `<div>`.
 */
export function EvidenceTable<Row extends object>(props: EvidenceTableProps<Row>): ReactNode {
  const { caption, columns, rowKey, rowName, firstSort } = props
  const { evidence } = useMessages()
  const [page, setPage] = useState(0)
  const [focused, setFocused] = useState<FocusedCell | null>(null)
  const table = useEvidenceTable(props.rows, columns, {
    rowKey,
    firstSort,
    onSort: () => setPage(0),
  })
  const shown = pageOf(table.rows, page)
  const focusedRow = shown.rows.find((row) => rowKey(row) === focused?.row)
  const stop = focusedRow === undefined ? firstCell(shown.rows[0], props) : focused
  return (
    <div className="runoff-evidence-part">
      <div
        className="runoff-summary-scroll"
        role="region"
        aria-label={evidence.scrollRegion(caption)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must be able to scroll it
        tabIndex={0}
      >
        <table className="runoff-evidence-table">
          <caption>{caption}</caption>
          <EvidenceHead headings={table.headings} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its cells take the focus */}
          <tbody
            onFocus={(event) => setFocused(focusedCell(event.target))}
            onKeyDown={moveBetweenCells}
          >
            {shown.rows.map((row) => (
              <EvidenceRow
                key={rowKey(row)}
                row={row}
                id={rowKey(row)}
                columns={columns}
                tabStop={stop?.row === rowKey(row) ? stop.column : null}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="runoff-summary-full" role="status">
        <bdi>
          {fullValue(focusedRow, columns.slice(1), focused, (column, row, cell) =>
            evidence.inspected(column.label, rowName(row), cell.full ?? evidence.noValue),
          )}
        </bdi>
      </p>
      {shown.pages > 1 && (
        <TablePages page={shown} total={table.rows.length} onPageChange={setPage} />
      )}
    </div>
  )
}

function firstCell<Row>(
  row: Row | undefined,
  { columns, rowKey }: EvidenceTableProps<Row>,
): FocusedCell | null {
  const [column] = columns
  return row === undefined || column === undefined ? null : { row: rowKey(row), column: column.id }
}

function focusedCell(target: Element): FocusedCell | null {
  const column = target.closest<HTMLElement>('[data-column]')?.dataset['column']
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row']
  return column === undefined || row === undefined ? null : { row, column }
}

/** The first column names the row and is not repeated. */
function fullValue<Row>(
  row: Row | undefined,
  columns: readonly EvidenceColumn<Row>[],
  focused: FocusedCell | null,
  words: (column: EvidenceColumn<Row>, row: Row, cell: EvidenceCell) => string,
): string {
  const column = columns.find(({ id }) => id === focused?.column)
  return row === undefined || column === undefined ? '' : words(column, row, column.cell(row))
}
