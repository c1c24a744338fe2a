import type { Objective } from '@runoff/core'
import { useId, type ReactNode } from 'react'
import { shortenName } from '../format/shortenName.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ColumnHandle, focusHandle } from './ColumnHandle.tsx'
import { columnAbout, columnLabel } from './columnLabel.ts'
import type { SummaryHeading } from './useColumnTable.ts'

export interface SummaryHeadProps {
  readonly headings: readonly SummaryHeading[]
  readonly objective: Objective
  /** Whether rows are numbered, because not all of them are drawn. */
  readonly isNumbered: boolean
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const
const arrows = { asc: '↑', desc: '↓' } as const

/** The names of the columns, each a button that sorts by it. Renders a `<thead>`. */
export function SummaryHead({ headings, objective, isNumbered }: SummaryHeadProps): ReactNode {
  const { table: messages } = useMessages()
  const formatters = useFormatters()
  const sortedBy = headings.filter(({ sorted }) => sorted !== false).length
  return (
    <thead>
      <tr aria-rowindex={isNumbered ? 1 : undefined}>
        {headings.map((heading) => {
          const { column, isPinned, style } = heading
          const label = columnLabel(column, { objective, messages, formatters })
          return (
            <th
              key={column.id}
              scope="col"
              data-column={column.id}
              data-kind={column.isText ? 'text' : 'number'}
              data-pinned={isPinned ? '' : undefined}
              aria-label={label}
              aria-sort={sortOf(heading)}
              style={style}
            >
              <SortButton heading={heading} objective={objective} isOneOfSeveral={sortedBy > 1} />
              <ColumnHandle heading={heading} label={label} />
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

/** Assistive technology knows one order: that of the column that counts most. */
export function sortOf({ sorted, place }: SummaryHeading): 'ascending' | 'descending' | 'none' {
  return sorted === false || place > 0 ? 'none' : ariaSort[sorted]
}

export interface SortButtonProps {
  readonly heading: SummaryHeading
  readonly objective: Objective
  readonly isOneOfSeveral: boolean
}

/** What does not fit is cut by the stylesheet; no name is longer than this. */
const longestName = 200

/** Sorts by a column, with Shift by it as well. Renders a `<button>`. */
export function SortButton({ heading, objective, isOneOfSeveral }: SortButtonProps): ReactNode {
  const { table: messages } = useMessages()
  const formatters = useFormatters()
  const orderId = useId()
  const { column, sorted, place, sort } = heading
  const label = columnLabel(column, { objective, messages, formatters })
  const about = columnAbout(column, { objective, messages, formatters })
  const title = [label, about, messages.sortHint]
  const isPlaced = isOneOfSeveral && sorted !== false
  return (
    <>
      <button
        type="button"
        className="runoff-summary-sort"
        data-sorted={sorted === false ? undefined : ''}
        aria-describedby={isPlaced ? orderId : undefined}
        title={title.filter((part) => part !== null).join(' ')}
        onClick={(event) => sort(event.shiftKey)}
        onKeyDown={focusHandle}
      >
        <span>{shortenName(label, longestName)}</span>
        {column.id === 'best' && (
          <span className="runoff-summary-star" aria-hidden="true">
            ★
          </span>
        )}
        <span className="runoff-summary-arrow" aria-hidden="true">
          {sorted === false ? '' : arrows[sorted]}
          {isPlaced && <small>{place + 1}</small>}
        </span>
      </button>
      {isPlaced && (
        <span id={orderId} hidden>
          {messages.sorted(place, sorted === 'desc', formatters.count)}
        </span>
      )}
    </>
  )
}
