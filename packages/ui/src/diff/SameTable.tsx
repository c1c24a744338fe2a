import { useState, type ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { moveBetweenCells } from '../effects/moveBetweenCells.ts'
import type { DiffRow as Row } from './diffModel.ts'
import { shortTexts } from './DiffRow.tsx'
import { DiffRowHeading } from './DiffRowHeading.tsx'
import { inspectedDiffCell, tabStopOf, type InspectedDiffCell } from './inspectedDiffCell.ts'
import type { DiffColumn } from './useDiffColumns.ts'
import { WholeText } from './WholeText.tsx'

export interface SameTableProps {
  readonly title: string
  readonly rows: readonly Row[]
  readonly columns: readonly DiffColumn[]
  readonly inspected: InspectedDiffCell | null
  readonly onInspect: (cell: InspectedDiffCell | null) => void
}

/** Parameters with the one value that all runs have. Renders a scrolling `<div>` with a `<table>`. */
export function SameTable(props: SameTableProps): ReactNode {
  const { title, rows, columns, inspected, onInspect } = props
  const { diff: messages } = useMessages()
  const formatters = useFormatters()
  const stop = tabStopOf(
    inspected,
    rows.map(({ key }) => key),
    [],
  )
  return (
    <div
      className="runoff-diff-scroll"
      role="region"
      aria-label={messages.scrollRegion(title)}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must be able to scroll it
      tabIndex={0}
    >
      <table className="runoff-diff-table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col" data-part="param">
              {messages.param}
            </th>
            <th scope="col">{messages.allRuns(columns.length, formatters.count)}</th>
          </tr>
        </thead>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its cells take the focus */}
        <tbody
          onFocus={(event) => onInspect(inspectedDiffCell(event.target))}
          onKeyDown={moveBetweenCells}
        >
          {rows.map((row) => (
            <SameRow key={row.key} row={row} tabStop={stop.row === row.key ? stop : null} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface SameRowProps {
  readonly row: Row
  readonly tabStop: InspectedDiffCell | null
}

function SameRow({ row, tabStop }: SameRowProps): ReactNode {
  const [isWhole, setWhole] = useState(false)
  const [first] = row.row.values.values()
  const { kind, text, full } = row.write(first)
  return (
    <tr data-row={row.key} data-whole={isWhole ? '' : undefined}>
      <DiffRowHeading row={row} tabStop={tabStop} isWhole={isWhole} onWholeChange={setWhole} />
      <td
        tabIndex={tabStop?.isHeading === false ? 0 : -1}
        data-kind={kind}
        title={row.isLong ? undefined : full}
      >
        {isWhole ? (
          <WholeText text={text} baseline={null} />
        ) : (
          <bdi>{row.isLong ? (shortTexts(row).get(text) ?? text) : text}</bdi>
        )}
      </td>
    </tr>
  )
}
