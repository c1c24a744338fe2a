import type { ReactNode } from 'react'
import { shortenMiddle } from '../format/shortenName.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { visibleText } from '../format/visibleText.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { DiffRow } from './diffModel.ts'
import type { InspectedDiffCell } from './inspectedDiffCell.ts'

export interface DiffRowHeadingProps {
  readonly row: DiffRow
  /** The cell that Tab stops at, where it is one of this row. */
  readonly tabStop: InspectedDiffCell | null
  /** Whether long texts are shown whole. */
  readonly isWhole: boolean
  readonly onWholeChange: (isWhole: boolean) => void
}

const longestLogged = 36

/**
 * The name of a parameter, with its own spelling beside a name that people know, and before it what
 * shows long texts whole. Renders a `<th>`.
 */
export function DiffRowHeading(props: DiffRowHeadingProps): ReactNode {
  const { row, tabStop } = props
  const { label, logged } = row
  const formatters = useFormatters()
  return (
    <th
      scope="row"
      data-part="param"
      tabIndex={tabStop?.isHeading === true ? 0 : -1}
      title={logged === null ? visibleText(row.row.name) : formatters.aside(label, logged)}
    >
      <span className="runoff-diff-param">
        {row.isLong && <WholeToggle {...props} />}
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

function WholeToggle({ row, tabStop, isWhole, onWholeChange }: DiffRowHeadingProps): ReactNode {
  const { diff: messages } = useMessages()
  return (
    <button
      type="button"
      className="runoff-diff-whole"
      // One stop of Tab with the cells of its row: else it would lie between them and what copies.
      tabIndex={tabStop === null ? -1 : 0}
      aria-expanded={isWhole}
      aria-label={isWhole ? messages.hideWhole(row.label) : messages.showWhole(row.label)}
      onClick={() => onWholeChange(!isWhole)}
    >
      <span className="runoff-diff-arrow" aria-hidden="true" />
    </button>
  )
}
