import { useState, type ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'

/** What a plot shows, as text: the first cell of each row names it. */
export interface ParamTable {
  readonly columns: readonly string[]
  /** Asked for once the table is opened. */
  readonly rows: () => readonly (readonly string[])[]
}

export interface ParamDataTableProps {
  readonly title: string
  readonly table: ParamTable
}

const firstRows = 100

/** Gives what a plot shows as a table, once it is opened. Renders a `<details>`. */
export function ParamDataTable({ title, table }: ParamDataTableProps): ReactNode {
  const { charts } = useMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="runoff-chart-data" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{charts.dataTable}</summary>
      {isOpen && <OpenTable title={title} table={table} />}
    </details>
  )
}

function OpenTable({ title, table }: ParamDataTableProps): ReactNode {
  const { charts } = useMessages()
  const formatters = useFormatters()
  const [limit, setLimit] = useState(firstRows)
  const rows = table.rows()
  const shown = rows.slice(0, limit)
  return (
    <>
      <p className="runoff-chart-data-count">
        {charts.tableRows(formatters.count(shown.length), formatters.count(rows.length))}
      </p>
      <div
        className="runoff-chart-data-scroll"
        role="region"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must be able to scroll it
        tabIndex={0}
        aria-label={charts.dataTableOf(title)}
      >
        <table>
          <thead>
            <tr>
              {table.columns.map((column, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- two columns may share a name
                <th key={place} scope="col">
                  <bdi>{column}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(([name, ...cells], row) => (
              // oxlint-disable-next-line react/no-array-index-key -- so may two rows
              <tr key={row}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                {cells.map((cell, place) => (
                  // oxlint-disable-next-line react/no-array-index-key -- and two cells
                  <td key={place}>
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < rows.length && (
        <button type="button" className="runoff-chart-button" onClick={() => setLimit(limit * 10)}>
          {charts.moreRows}
        </button>
      )}
    </>
  )
}
