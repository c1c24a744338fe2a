import { firstAtLeast } from '@runoff/core'
import type { PlacedLine } from './chartModel.ts'
import { sourcePlace } from './placeSeries.ts'

export interface TableRow {
  readonly x: number
  /** The logged value of each line, in the lines' order; `null` where it has no point at this x. */
  readonly values: readonly (number | null)[]
}

export interface TableRows {
  readonly rows: readonly TableRow[]
  /** How many rows there are in all. */
  readonly total: number
}

/**
 * Returns the points of lines side by side, one row for each x that any line has within the range:
 * the first `limit` rows, and how many there are. Nothing is interpolated. Of several points of a
 * line at one x the last is shown.
 */
export function tableRows(
  lines: readonly PlacedLine[],
  range: { readonly from: number; readonly to: number },
  limit: number,
): TableRows {
  const columns = lines.map(({ pyramid }) => pyramid.series.steps)
  const at = columns.map((steps) => firstAtLeast(steps, range.from))
  const rows: TableRow[] = []
  while (rows.length < limit) {
    const x = nextX(columns, at)
    if (x > range.to || x === Infinity) return { rows, total: rows.length }
    const found = columns.map((steps, line) => passed(steps, at, line, x))
    rows.push({ x, values: found.map((place, line) => valueOf(lines[line], place)) })
  }
  return { rows, total: rows.length + countRest(columns, at, range.to) }
}

/** Counts the rows that are not made: there may be millions of them. */
function countRest(columns: readonly Float64Array[], at: number[], to: number): number {
  let count = 0
  for (;;) {
    const x = nextX(columns, at)
    if (x > to || x === Infinity) return count
    for (let line = 0; line < columns.length; line++)
      passed(columns[line] as Float64Array, at, line, x)
    count++
  }
}

function nextX(columns: readonly Float64Array[], at: readonly number[]): number {
  let least = Infinity
  for (let line = 0; line < columns.length; line++) {
    const x = columns[line]?.[at[line] ?? 0] ?? Infinity
    if (x < least) least = x
  }
  return least
}

/** Steps over a line's points at an x, and returns the last of them or -1. */
function passed(steps: Float64Array, at: number[], line: number, x: number): number {
  let place = at[line] ?? 0
  while (steps[place] === x) place++
  const last = place > (at[line] ?? 0) ? place - 1 : -1
  at[line] = place
  return last
}

function valueOf(line: PlacedLine | undefined, place: number): number | null {
  if (line === undefined || place < 0) return null
  return line.series.values[sourcePlace(line.placed, place)] ?? null
}
