import type { Objective } from '@runoff/core'
import { useMemo, type ReactNode } from 'react'
import { runsWithRepeatedName } from '../picker/runNames.ts'
import type { RunStyle } from '../style/runStyle.ts'
import type { InspectedCell } from './cellFocus.ts'
import { RunHeading } from './RunHeading.tsx'
import { SummaryCell } from './SummaryCell.tsx'
import type { SummaryColumn } from './summaryColumns.ts'
import { columnExtremes, summaryMark } from './summaryMark.ts'
import { summaryRowKey, type SummaryRow } from './summaryRow.ts'
import { useRowNoise } from './useRowNoise.ts'

export interface SummaryRowsProps {
  readonly rows: readonly SummaryRow[]
  readonly columns: readonly SummaryColumn[]
  readonly objective: Objective
  readonly highlightedRunId: string | null
  readonly recommendedId: string | null
  /** By run id. */
  readonly styles: ReadonlyMap<string, RunStyle>
  /** The cell that Tab comes to. */
  readonly tabStop: InspectedCell | null
}

/** The rows of the summary table, in the order given. Renders `<tr>` elements. */
export function SummaryRows(props: SummaryRowsProps): ReactNode {
  const { rows, columns, objective, highlightedRunId, recommendedId, styles, tabStop } = props
  const found = useMemo(() => columnExtremes(columns, rows), [columns, rows])
  const noiseOf = useRowNoise(rows, found.get('best') ?? null, objective)
  const repeated = useMemo(() => runsWithRepeatedName(rows.map(({ run }) => run)), [rows])
  return rows.map((row) => {
    const key = summaryRowKey(row)
    const tabIndexOf = (column: SummaryColumn): number =>
      tabStop?.row === key && tabStop.column === column.id ? 0 : -1
    return (
      <tr
        key={key}
        data-row={key}
        data-run={row.run.id}
        data-highlighted={row.run.id === highlightedRunId ? '' : undefined}
        data-recommended={row.run.id === recommendedId ? '' : undefined}
      >
        {columns.map((column) =>
          column.id === 'run' ? (
            <RunHeading
              key={column.id}
              run={row.run}
              isRepeated={repeated.has(row.run)}
              isRecommended={row.run.id === recommendedId}
              style={styles.get(row.run.id) ?? null}
              tabIndex={tabIndexOf(column)}
            />
          ) : (
            <SummaryCell
              key={column.id}
              row={row}
              column={column.id}
              objective={objective}
              mark={summaryMark(column, row, {
                found: found.get(column.id) ?? null,
                objective,
                noise: noiseOf(row),
              })}
              tabIndex={tabIndexOf(column)}
            />
          ),
        )}
      </tr>
    )
  })
}
