import { RunoffError } from '../errors.ts'

export type CsvCell = string | number | null | undefined

export interface CsvTable {
  readonly columns: readonly string[]
  /** Each as long as `columns`. */
  readonly rows: Iterable<readonly CsvCell[]>
}

export interface CsvOptions {
  /** Lines above the table, written as `# …`: what it is, and how it was made. */
  readonly preamble?: readonly string[]
}

/**
 * Returns a table as comma-separated values: a line of column names and one for each row, each ended
 * by CR and LF.
 *
 * A number is written with as many digits as give the same number when it is read, and those that
 * are not finite as `NaN`, `Infinity` and `-Infinity`. Missing: `null` and `undefined` are empty.
 *
 * No text of a cell or a name is run as a formula by a spreadsheet: one that would be gets an
 * apostrophe before it. In the preamble, which is for people, double quotes become single ones,
 * and line ends begin a new line.
 *
 * @throws {RunoffError} `bad-option` where a row is not as long as `columns`.
 * @see RFC 4180; CWE-1236.
 */
export function toCsv({ columns, rows }: CsvTable, { preamble = [] }: CsvOptions = {}): string {
  const lines = preamble.flatMap((text) => text.split(/\r\n|[\n\r\u2028\u2029]/u).map(commentOf))
  lines.push(lineOf(columns))
  for (const row of rows) {
    if (row.length !== columns.length) throw badRow(row.length, columns.length)
    lines.push(lineOf(row))
  }
  return lines.map((line) => `${line}\r\n`).join('')
}

function badRow(length: number, wanted: number): RunoffError {
  return new RunoffError(
    'bad-option',
    `A row has ${length} cells where there are ${wanted} columns, so that they would stand under ` +
      'other names. Pass one cell for each column, null where there is nothing.',
  )
}

function lineOf(cells: readonly CsvCell[]): string {
  const line = cells.map(cellOf).join(',')
  // An empty line is no row to most readers.
  return line === '' && cells.length > 0 ? '""' : line
}

function cellOf(cell: CsvCell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return Object.is(cell, -0) ? '-0' : String(cell)
  return quoted(startsFormula.test(cell) ? `'${cell}` : cell)
}

/**
 * A sign that begins a formula, behind what spreadsheets pass over before they look for one: white
 * space and what cannot be seen. A tab or a line end at the start may make one of what follows.
 */
const startsFormula =
  /^(?:[\t\r\n\0]|[\p{White_Space}\p{Cc}\p{Cf}\p{Z}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])/u
/** The same within a text that a reader may cut into cells. */
const cellInText =
  /([,;|])([\p{White_Space}\p{Cc}\p{Cf}\p{Z}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b])/gu

/** Quoted also where a reader would trim it, or take it for a comment or several cells. */
function quoted(text: string): string {
  return /^\s|\s$|["\r\n,;\t#|]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A comment is not quoted, so that readers know it by its first sign; a spreadsheet knows no comments,
 * and cuts it at its commas.
 */
function commentOf(text: string): string {
  const plain = text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('"', "'")
    .replace(cellInText, "$1'$2")
  return `# ${plain}`.trimEnd()
}
