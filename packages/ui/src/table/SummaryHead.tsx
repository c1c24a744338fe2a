import type { Objective } from '@runoff/core'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { columnAbout, columnLabel } from './columnLabel.ts'
import type { SummaryHeading } from './useSummaryTable.ts'

export interface SummaryHeadProps {
  readonly headings: readonly SummaryHeading[]
  readonly objective: Objective
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const
const arrows = { asc: '↑', desc: '↓' } as const

/** The names of the columns, each a button that sorts by it. Renders a `<thead>`. */
export function SummaryHead({ headings, objective }: SummaryHeadProps): ReactNode {
  return (
    <thead>
      <tr>
        {headings.map((heading) => (
          <th
            key={heading.column.id}
            scope="col"
            data-column={heading.column.id}
            aria-sort={heading.sorted === false ? 'none' : ariaSort[heading.sorted]}
          >
            <SortButton heading={heading} objective={objective} />
          </th>
        ))}
      </tr>
    </thead>
  )
}

interface SortButtonProps {
  readonly heading: SummaryHeading
  readonly objective: Objective
}

function SortButton({ heading, objective }: SortButtonProps): ReactNode {
  const messages = useMessages().table
  const { column, sorted, sort } = heading
  const about = columnAbout(column.id, objective, messages)
  return (
    <button
      type="button"
      className="runoff-summary-sort"
      {...(about === null ? {} : { title: about })}
      onClick={sort}
    >
      <span>{columnLabel(column.id, objective, messages)}</span>
      {column.id === 'best' && (
        <span className="runoff-summary-star" aria-hidden="true">
          ★
        </span>
      )}
      <span className="runoff-summary-arrow" aria-hidden="true">
        {sorted === false ? '' : arrows[sorted]}
      </span>
    </button>
  )
}
