import type { ReactNode } from 'react'
import type { ColumnTable } from './useColumnTable.ts'

/** How wide the columns are. Renders a `<colgroup>`. */
export function ColumnGroup({ table }: { readonly table: ColumnTable }): ReactNode {
  return (
    <colgroup>
      {table.headings.map((heading) => (
        <col key={heading.column.id} style={{ width: table.widthOf(heading) }} />
      ))}
    </colgroup>
  )
}
