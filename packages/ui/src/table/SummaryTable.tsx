import { defaultObjective, type Objective, type Run } from '@runoff/core'
import { clsx } from 'clsx'
import {
  forwardRef,
  useMemo,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { inspectedCell, moveBetweenCells, type InspectedCell } from './cellFocus.ts'
import { useRunStyles } from '../style/RunStylesProvider.tsx'
import { InspectedValue } from './InspectedValue.tsx'
import type { SummarySorting } from './sortSummary.ts'
import { SummaryHead } from './SummaryHead.tsx'
import { summaryRowKey } from './summaryRow.ts'
import { SummaryRows } from './SummaryRows.tsx'
import { useSummaryTable } from './useSummaryTable.ts'

export interface SummaryTableProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  readonly runs: readonly Run[]
  /** What runs are judged by. @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective
  readonly sorting?: SummarySorting
  /** @default the best run first */
  readonly defaultSorting?: SummarySorting
  readonly onSortingChange?: (sorting: SummarySorting) => void
  readonly highlightedRunId?: string | null
  /** The run that gets the star. */
  readonly recommendedId?: string | null
}

/**
 * The runs against what matters of each, sortable by every column. Renders a `<div>`.
 *
 * The cells are one tab stop: arrow keys move between them, and the full value of the one in focus
 * stands under the table.
 */
export const SummaryTable: ForwardRefExoticComponent<
  SummaryTableProps & RefAttributes<HTMLDivElement>
> = /* @__PURE__ */ forwardRef<HTMLDivElement, SummaryTableProps>(
  function SummaryTable(props, ref) {
    const { runs, objective: given = defaultObjective, ...others } = props
    const { highlightedRunId = null, recommendedId = null, ...rest } = others
    const { sorting, defaultSorting, onSortingChange, className, ...attributes } = rest
    const messages = useMessages().table
    const table = useSummaryTable(runs, given, { sorting, defaultSorting, onSortingChange })
    const { headings, columns, rows, objective } = table
    // In the order given, not sorted: it settles the colours, and they are those of the charts.
    const styles = useRunStyles(useMemo(() => runs.map((run) => run.id), [runs]))
    const [inspected, setInspected] = useState<InspectedCell | null>(null)
    const inspectedRow = rows.find((row) => summaryRowKey(row) === inspected?.row)
    const tabStop = inspectedRow === undefined ? firstCell(rows[0]) : inspected
    if (rows.length === 0) {
      return (
        <div {...attributes} ref={ref} className={clsx('runoff', 'runoff-summary', className)}>
          <p className="runoff-summary-empty">{messages.empty}</p>
        </div>
      )
    }
    return (
      <div {...attributes} ref={ref} className={clsx('runoff', 'runoff-summary', className)}>
        <div
          className="runoff-summary-scroll"
          role="region"
          aria-label={messages.scrollRegion}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must be able to scroll it
          tabIndex={0}
        >
          <table className="runoff-summary-table">
            <caption>{messages.summary}</caption>
            <SummaryHead headings={headings} objective={objective} />
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its cells take the focus */}
            <tbody
              onFocus={(event) => setInspected(inspectedCell(event.target))}
              onKeyDown={moveBetweenCells}
            >
              <SummaryRows
                rows={rows}
                columns={columns}
                objective={objective}
                highlightedRunId={highlightedRunId}
                recommendedId={recommendedId}
                styles={styles}
                tabStop={tabStop}
              />
            </tbody>
          </table>
        </div>
        <InspectedValue row={inspectedRow ?? null} cell={inspected} objective={objective} />
      </div>
    )
  },
)

function firstCell(row: Parameters<typeof summaryRowKey>[0] | undefined): InspectedCell | null {
  return row === undefined ? null : { row: summaryRowKey(row), column: 'run' }
}
