import { numberToJson } from './numberJson.ts'
import { checkRow, type TextCell, type TextTable } from './textTable.ts'

/**
 * Returns a table as JSON, `{ "columns": […], "rows": [[…], …] }` with a line for each row.
 *
 * A number has as many digits as give the same number when it is read; those that JSON does not
 * have are text: `"NaN"`, `"Infinity"`, `"-Infinity"` and `"-0"`. Missing: `null`.
 *
 * @throws {RunoffError} `bad-option` where a row is not as long as `columns`.
 */
export function toJson({ columns, rows }: TextTable): string {
  const lines = Array.from(rows, (row) => JSON.stringify(checkRow(row, columns).map(valueOf)))
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`
  return `{\n  "columns": ${JSON.stringify(columns)},\n  "rows": ${list}\n}\n`
}

function valueOf(cell: TextCell): string | number | null {
  return typeof cell === 'number' ? numberToJson(cell) : (cell ?? null)
}
