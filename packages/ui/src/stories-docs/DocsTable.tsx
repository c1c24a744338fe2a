import type { ReactNode } from 'react'

export interface DocsTableProps {
  /** What the rows are. */
  readonly label: string
  readonly columns: readonly ReactNode[]
  readonly rows: readonly {
    readonly key: string
    readonly name: ReactNode
    readonly cells: readonly ReactNode[]
  }[]
}

const cell = {
  padding: '6px 16px 6px 0',
  borderBlockEnd: '1px solid #dde1e6',
  textAlign: 'start',
  verticalAlign: 'top',
  lineHeight: 1.4,
} as const

const table = {
  borderCollapse: 'collapse',
  font: '13px system-ui, sans-serif',
  color: '#1a1d21',
  background: '#ffffff',
} as const

/** A table of a page of docs, wider than the page where it must be. Renders a `<div>`. */
export function DocsTable({ label, columns, rows }: DocsTableProps): ReactNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reached.
    <div role="region" aria-label={label} tabIndex={0} style={{ overflowX: 'auto' }}>
      <table style={table}>
        <thead>
          <tr>
            <th scope="col" style={cell}>
              {label}
            </th>
            {columns.map((head, place) => (
              <th key={`head ${place}`} scope="col" style={cell}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row" style={{ ...cell, whiteSpace: 'nowrap' }}>
                {name}
              </th>
              {cells.map((content, place) => (
                <td key={`cell ${place}`} style={cell}>
                  {content}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
