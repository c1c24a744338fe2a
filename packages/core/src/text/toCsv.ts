import { checkRow, numberText, type TextCell, type TextTable } from './textTable.ts'

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
export function toCsv({ columns, rows }: TextTable, { preamble = [] }: CsvOptions = {}): string {
  const lines = preamble.flatMap((text) => text.split(/\r\n|[\n\r\u2028\u2029]/u).map(commentOf))
  lines.push(lineOf(columns))
  for (const row of rows) {
    lines.push(lineOf(checkRow(row, columns)))
  }
  return lines.map((line) => `${line}\r\n`).join('')
}

function lineOf(cells: readonly TextCell[]): string {
  const line = cells.map(cellOf).join(',')
  // An empty line is no row to most readers.
  return line === '' && cells.length > 0 ? '""' : line
}

function cellOf(cell: TextCell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return numberText(cell)
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
