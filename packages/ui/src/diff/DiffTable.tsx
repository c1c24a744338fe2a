import { useMemo, useState, type ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { moveBetweenCells } from '../effects/moveBetweenCells.ts'
import { DiffHead } from './DiffHead.tsx'
import type { DiffRow as Row } from './diffModel.ts'
import { DiffRow } from './DiffRow.tsx'
import { inspectedDiffCell, tabStopOf, type InspectedDiffCell } from './inspectedDiffCell.ts'
import type { DiffColumn } from './useDiffColumns.ts'

export interface DiffTableProps {
  readonly title: string
  readonly rows: readonly Row[]
  readonly columns: readonly DiffColumn[]
  readonly baselineId: string
  readonly highlightedRunId: string | null
  readonly inspected: InspectedDiffCell | null
  readonly onInspect: (cell: InspectedDiffCell | null) => void
}

/** Beside the baseline; hundreds of columns would be slow, and nobody reads across them. */
const columnsAtOnce = 12

/** Parameters against runs, the baseline first. Renders a scrolling `<div>` with a `<table>`. */
export function DiffTable(props: DiffTableProps): ReactNode {
  const { title, rows, columns, baselineId, highlightedRunId, inspected, onInspect } = props
  const { diff: messages } = useMessages()
  const [from, setFrom] = useState(0)
  const others = columns.length - 1
  const start = from < others ? from : 0
  const shown = useMemo(
    () => shownColumns(columns, baselineId, start),
    [columns, baselineId, start],
  )
  const stop = tabStopOf(
    inspected,
    rows.map(({ key }) => key),
    shown.map(({ runId }) => runId),
  )
  return (
    <>
      {others > columnsAtOnce && <DiffPages start={start} total={others} onStartChange={setFrom} />}
      <div
        className="runoff-diff-scroll"
        role="region"
        aria-label={messages.scrollRegion(title)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must be able to scroll it
        tabIndex={0}
      >
        <table className="runoff-diff-table" aria-label={title}>
          <DiffHead columns={shown} baselineId={baselineId} highlightedRunId={highlightedRunId} />
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its cells take the focus */}
          <tbody
            onFocus={(event) => onInspect(inspectedDiffCell(event.target))}
            onKeyDown={moveBetweenCells}
          >
            {rows.map((row) => (
              <DiffRow
                key={row.key}
                row={row}
                columns={shown}
                baselineId={baselineId}
                highlightedRunId={highlightedRunId}
                tabStop={stop.row === row.key ? stop : null}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function shownColumns(
  columns: readonly DiffColumn[],
  baselineId: string,
  start: number,
): readonly DiffColumn[] {
  const others = columns.filter(({ runId }) => runId !== baselineId)
  const baseline = columns.filter(({ runId }) => runId === baselineId)
  return [...baseline, ...others.slice(start, start + columnsAtOnce)]
}

interface DiffPagesProps {
  readonly start: number
  readonly total: number
  readonly onStartChange: (start: number) => void
}

/** Turns the pages of runs. Renders a `<div>`. */
function DiffPages({ start, total, onStartChange }: DiffPagesProps): ReactNode {
  const { diff: messages } = useMessages()
  const { count } = useFormatters()
  const end = Math.min(total, start + columnsAtOnce)
  return (
    <div className="runoff-diff-pages">
      <button
        type="button"
        className="runoff-button"
        // In words alone: a button that is disabled loses the focus that has brought it there.
        aria-disabled={start === 0}
        onClick={() => start > 0 && onStartChange(Math.max(0, start - columnsAtOnce))}
      >
        {messages.previousRuns}
      </button>
      <span role="status">{messages.runsShown(count(start + 1), count(end), count(total))}</span>
      <button
        type="button"
        className="runoff-button"
        aria-disabled={end >= total}
        onClick={() => end < total && onStartChange(start + columnsAtOnce)}
      >
        {messages.nextRuns}
      </button>
    </div>
  )
}
