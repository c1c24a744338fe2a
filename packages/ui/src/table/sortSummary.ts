import { compareText, compareRunIds, type TableSorting } from '@runoff/core'
import type { ColumnValue, SummaryColumn } from './summaryColumns.ts'
import { lineUnit, lineValue, rowsOfLine, type SummaryLine } from './summaryLines.ts'

/**
 * Returns the lines in the order of some columns, of which the first counts most.
 *
 * Missing: whichever way a column is sorted, `NaN` comes after every number and a missing value
 * after that; a column that is not there is passed over. Equal lines come in the order of their
 * ids, so that the order of the input does not matter. Text is compared without regard to case
 * first, the same in every locale.
 */
export function sortSummary<Line extends SummaryLine>(
  lines: readonly Line[],
  sorting: readonly TableSorting[],
  columnById: (id: string) => SummaryColumn | null,
): readonly Line[] {
  const keys = sorting.flatMap(({ column: id, isDescending }) => {
    const column = columnById(id)
    return column === null ? [] : { column, sign: isDescending ? -1 : 1 }
  })
  const sortable = lines.map((line) => ({
    line,
    values: keys.map(({ column }) => lineValue(column, line)),
    units: keys.map(({ column }) =>
      column.unit === undefined ? '' : (lineUnit(column, line) ?? ''),
    ),
  }))
  const compare = (a: (typeof sortable)[number], b: (typeof sortable)[number]): number => {
    for (const [place, { sign }] of keys.entries()) {
      const [x = null, y = null] = [a.values[place], b.values[place]]
      const order =
        rank(x) - rank(y) ||
        sign * compareText(a.units[place] ?? '', b.units[place] ?? '') ||
        sign * compareValues(x, y)
      if (order !== 0) return order
    }
    return compareLines(a.line, b.line)
  }
  return sortable.toSorted(compare).map(({ line }) => line)
}

function compareLines(a: SummaryLine, b: SummaryLine): number {
  const [first, second] = [rowsOfLine(a)[0], rowsOfLine(b)[0]]
  return first && second ? compareRunIds(first.run, second.run) : 0
}

/** Numbers come before words, so that a mixture has one order as well. */
function rank(value: ColumnValue): number {
  if (value === null) return 3
  if (typeof value === 'string') return 2
  return Number.isNaN(value) ? 1 : 0
}

function compareValues(a: ColumnValue, b: ColumnValue): number {
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  if (typeof a !== 'string' || typeof b !== 'string') return 0
  return compareText(a.toLowerCase(), b.toLowerCase()) || compareText(a, b)
}

/** Not `a - b`, which is `NaN` for two equal infinities. */
function compareNumbers(a: number, b: number): number {
  if (a === b || Number.isNaN(a) || Number.isNaN(b)) return 0
  return a < b ? -1 : 1
}
