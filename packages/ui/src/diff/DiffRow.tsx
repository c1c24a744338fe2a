import { memo, useState, type NamedExoticComponent, type ReactNode } from 'react'
import { shortNames } from '../format/shortNames.ts'
import { DiffCell } from './DiffCell.tsx'
import type { DiffRow as Row } from './diffModel.ts'
import { DiffRowHeading } from './DiffRowHeading.tsx'
import type { InspectedDiffCell } from './inspectedDiffCell.ts'
import type { DiffColumn } from './useDiffColumns.ts'
import { isLongValue, longestText } from './valueTexts.ts'

export interface DiffRowProps {
  readonly row: Row
  readonly columns: readonly DiffColumn[]
  readonly baselineId: string
  readonly highlightedRunId: string | null
  /** The cell that Tab stops at, where it is one of this row. */
  readonly tabStop: InspectedDiffCell | null
}

/** One parameter of all runs; long texts are whole once they are asked for. Renders a `<tr>`. */
export const DiffRow: NamedExoticComponent<DiffRowProps> = /* @__PURE__ */ memo(function DiffRow(
  props: DiffRowProps,
): ReactNode {
  const { row, columns, baselineId, highlightedRunId, tabStop } = props
  const [isWhole, setWhole] = useState(false)
  const short = row.isLong && !isWhole ? shortTexts(row) : null
  return (
    <tr data-row={row.key} data-whole={isWhole ? '' : undefined}>
      <DiffRowHeading row={row} tabStop={tabStop} isWhole={isWhole} onWholeChange={setWhole} />
      {columns.map(({ runId }) => (
        <DiffCell
          key={runId}
          row={row}
          runId={runId}
          baselineId={baselineId}
          short={short}
          isHighlighted={runId === highlightedRunId}
          tabIndex={tabStop?.runId === runId ? 0 : -1}
        />
      ))}
    </tr>
  )
})

/** Returns long texts as far as there is room, cut where they do not differ, by the whole text. */
export function shortTexts({ row, write }: Row): ReadonlyMap<string, string> {
  const texts = [...new Set(row.values.values())].filter(isLongValue).map(write)
  const lines = new Map(texts.map(({ text }) => [text, oneLine(text)]))
  const short = shortNames([...lines.values()], longestText)
  return new Map(Array.from(lines, ([text, line]) => [text, short.get(line) ?? line]))
}

/** As much of a text as could stand in one line, and more for what differs further on. */
function oneLine(text: string): string {
  return text.slice(0, 2000).replaceAll(/\s+/g, ' ')
}
