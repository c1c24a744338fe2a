import { RunoffError } from '../errors.ts'

/** A number is written exactly; whoever wants another form of it gives a text. */
export type TextCell = string | number | null | undefined

/** A table that becomes a text: comma-separated values, Markdown, LaTeX or JSON. */
export interface TextTable {
  readonly columns: readonly string[]
  /** Each as long as `columns`. */
  readonly rows: Iterable<readonly TextCell[]>
}

export type TextAlign = 'left' | 'center' | 'right'

/** How a table looks that people read. */
export interface TextTableOptions {
  /** One for each column. @default right for a column of numbers alone, else left */
  readonly align?: readonly TextAlign[]
  /** Whether a cell is set in bold, such as the best of its column; places count from 0. */
  readonly emphasized?: (row: number, column: number) => boolean
}

/**
 * Returns the row.
 *
 * @throws {RunoffError} `bad-option` where it is not as long as the columns.
 */
export function checkRow(
  row: readonly TextCell[],
  columns: readonly string[],
): readonly TextCell[] {
  if (row.length === columns.length) return row
  throw new RunoffError(
    'bad-option',
    `A row has ${row.length} cells where there are ${columns.length} columns, so that they would ` +
      'stand under other names. Pass one cell for each column, null where there is nothing.',
  )
}

/** Returns a number with as many digits as give the same number when it is read. */
export function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

/**
 * Returns how each column is aligned: as it was said, or else numbers to the right.
 *
 * @throws {RunoffError} `bad-option` where as many are given as there are no columns.
 */
export function alignmentsOf(
  columns: readonly string[],
  rows: readonly (readonly TextCell[])[],
  given?: readonly TextAlign[],
): readonly TextAlign[] {
  if (given === undefined) {
    return columns.map((_, place) => (isNumeric(rows, place) ? 'right' : 'left'))
  }
  if (given.length === columns.length) return given
  throw new RunoffError(
    'bad-option',
    `align has ${given.length} entries where there are ${columns.length} columns. ` +
      "Pass one for each, such as ['left', 'right'], or leave it out.",
  )
}

function isNumeric(rows: readonly (readonly TextCell[])[], place: number): boolean {
  const cells = rows.map((row) => row[place] ?? null).filter((cell) => cell !== null)
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number')
}
