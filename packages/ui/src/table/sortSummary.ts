import { compareRunIds, compareText } from '@runoff/core'
import type { SummaryColumn, SummaryColumnId } from './summaryColumns.ts'
import type { SummaryRow } from './summaryRow.ts'

/** By which column the summary table is sorted; plain JSON. */
export interface SummarySorting {
  readonly column: SummaryColumnId
  readonly isDescending: boolean
}

/**
 * Returns the rows in the order of a column.
 *
 * Missing: whichever way the column is sorted, `NaN` comes after every number and a missing value
 * after that. Equal rows come in the order of their ids, so that the order of the input does not
 * matter. Text is compared without regard to case first, the same in every locale.
 */
export function sortSummary(
  rows: readonly SummaryRow[],
  column: SummaryColumn,
  isDescending: boolean,
): readonly SummaryRow[] {
  const sign = isDescending ? -1 : 1
  return rows.toSorted((a, b) => {
    const x = column.value(a)
    const y = column.value(b)
    return (
      rank(x) - rank(y) ||
      sign * compareText(column.unit?.(a) ?? '', column.unit?.(b) ?? '') ||
      sign * compareValues(x, y) ||
      compareRunIds(a.run, b.run)
    )
  })
}

function rank(value: number | string | null): number {
  if (value === null) return 2
  return Number.isNaN(value) ? 1 : 0
}

function compareValues(a: number | string | null, b: number | string | null): number {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  if (typeof a !== 'string' || typeof b !== 'string') return 0
  return compareText(a.toLowerCase(), b.toLowerCase()) || compareText(a, b)
}

/** Not `a - b`, which is `NaN` for two equal infinities. */
function compareNumbers(a: number, b: number): number {
  if (a === b || Number.isNaN(a) || Number.isNaN(b)) return 0
  return a < b ? -1 : 1
}
