import type { ReactNode } from 'react'
import type { EvidenceHeading } from './useEvidenceTable.ts'

export interface EvidenceHeadProps<Row> {
  readonly headings: readonly EvidenceHeading<Row>[]
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const
const arrows = { asc: '↑', desc: '↓' } as const

/** The names of the columns, each a button where it can be sorted by. Renders a `<thead>`. */
export function EvidenceHead<Row>({ headings }: EvidenceHeadProps<Row>): ReactNode {
  return (
    <thead>
      <tr>
        {headings.map(({ column, sorted, sort }) => (
          <th
            key={column.id}
            scope="col"
            data-column={column.id}
            data-kind={column.kind}
            title={column.about}
            aria-sort={ariaSortOf(sorted, sort !== null)}
          >
            {sort === null ? (
              column.label
            ) : (
              <button type="button" className="runoff-summary-sort" onClick={sort}>
                <span>{column.label}</span>
                <span className="runoff-summary-arrow" aria-hidden="true">
                  {sorted === false ? '' : arrows[sorted]}
                </span>
              </button>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function ariaSortOf(
  sorted: false | 'asc' | 'desc',
  isSortable: boolean,
): 'ascending' | 'descending' | 'none' | undefined {
  if (!isSortable) return undefined
  return sorted === false ? 'none' : ariaSort[sorted]
}
