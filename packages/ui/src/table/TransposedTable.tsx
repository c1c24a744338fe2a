import { useState, type ReactNode } from 'react'
import { useFocusDrawn } from '../effects/useFocusDrawn.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { InspectedCell } from './cellFocus.ts'
import { columnLabel } from './columnLabel.ts'
import type { LineContext } from './useLineContext.ts'
import { SummaryCell } from './SummaryCell.tsx'
import { SortButton, sortOf } from './SummaryHead.tsx'
import { LineHeading } from './SummaryLineRow.tsx'
import type { SummaryLine } from './summaryLines.ts'
import type { ColumnTable } from './useColumnTable.ts'

export interface TransposedTableProps {
  readonly lines: readonly SummaryLine[]
  readonly table: ColumnTable
  readonly context: LineContext
  readonly tabStop: InspectedCell | null
  readonly openGroups: ReadonlySet<string>
}

/** Runs as columns, and what is known of them as rows. Renders a `<thead>` and a `<tbody>`. */
export function TransposedTable(props: TransposedTableProps): ReactNode {
  const { lines, table, context, tabStop, openGroups } = props
  const { model } = context
  const [corner, ...headings] = table.headings
  const sortedBy = table.headings.filter(({ sorted }) => sorted !== false).length
  const tabIndexOf = (row: string, column: string): number =>
    tabStop?.row === row && tabStop.column === column ? 0 : -1
  const sortButton = (heading: ColumnTable['headings'][number]): ReactNode => (
    <SortButton heading={heading} objective={model.objective} isOneOfSeveral={sortedBy > 1} />
  )
  return (
    <>
      <thead>
        <tr data-column="run">
          {corner !== undefined && (
            <th scope="col" data-corner="" aria-sort={sortOf(corner)}>
              {sortButton(corner)}
            </th>
          )}
          {lines.map((line) => (
            <LineHeading
              key={line.key}
              line={line}
              scope="col"
              context={context}
              isOpen={openGroups.has(line.key)}
              tabIndex={tabIndexOf(line.key, 'run')}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {headings.map((heading) => {
          const { column } = heading
          const label = columnLabel(column, model.context)
          return (
            <tr key={column.id} data-column={column.id}>
              <th scope="row" data-corner="" aria-label={label} aria-sort={sortOf(heading)}>
                {sortButton(heading)}
              </th>
              {lines.map((line) => (
                <SummaryCell
                  key={line.key}
                  model={model}
                  line={line}
                  column={column}
                  tabIndex={tabIndexOf(line.key, column.id)}
                  isPinned={false}
                  style={undefined}
                  onCopy={context.onCopy}
                />
              ))}
            </tr>
          )
        })}
      </tbody>
    </>
  )
}

/** More runs than this side by side are drawn when asked for. */
const stepRuns = 50

export interface FirstLines {
  readonly lines: readonly SummaryLine[]
  /** What says that there are more, and shows them; `null` where all are there. */
  readonly more: ReactNode
}

/** Returns the first lines, and what shows more of them; `headingOf` finds the head of one. */
export function useFirstLines(
  lines: readonly SummaryLine[],
  headingOf: (key: string) => HTMLElement | null,
): FirstLines {
  const [count, setCount] = useState(stepRuns)
  const focusDrawn = useFocusDrawn()
  const { table: messages } = useMessages()
  const formatters = useFormatters()
  const rest = lines.length - count
  if (rest <= 0) return { lines, more: null }
  const showMore = (): void => {
    const next = lines[count]?.key
    // The last ones take the button with them.
    if (rest <= stepRuns && next !== undefined) focusDrawn(() => headingOf(next))
    setCount(count + stepRuns)
  }
  const more = (
    <p className="runoff-summary-more">
      {messages.firstRuns(formatters.count(count), formatters.count(lines.length))}{' '}
      <button type="button" className="runoff-button" onClick={showMore}>
        {messages.moreRuns(formatters.count(Math.min(rest, stepRuns)))}
      </button>
    </p>
  )
  return { lines: lines.slice(0, count), more }
}
