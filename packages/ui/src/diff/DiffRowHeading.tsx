import type { ReactNode } from 'react'
import { shortenMiddle } from '../format/shortenName.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { visibleText } from '../format/visibleText.ts'
import type { DiffRow } from './diffModel.ts'

export interface DiffRowHeadingProps {
  readonly row: DiffRow
  readonly tabIndex: number
  readonly children?: ReactNode
}

const longestLogged = 36

/** The name of a parameter, with its own spelling beside a name that people know. Renders a `<th>`. */
export function DiffRowHeading({ row, tabIndex, children }: DiffRowHeadingProps): ReactNode {
  const { label, logged } = row
  const formatters = useFormatters()
  return (
    <th
      scope="row"
      data-part="param"
      tabIndex={tabIndex}
      title={logged === null ? visibleText(row.row.name) : formatters.aside(label, logged)}
    >
      <span className="runoff-diff-param">
        {children}
        <span className="runoff-diff-names">
          <bdi>{label}</bdi>
          {logged !== null && (
            <>
              {' '}
              <bdi className="runoff-diff-logged">{shortenMiddle(logged, longestLogged)}</bdi>
            </>
          )}
        </span>
      </span>
    </th>
  )
}
