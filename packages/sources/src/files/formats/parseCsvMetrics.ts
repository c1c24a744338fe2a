import { dsvFormat } from 'd3-dsv'
import { readNumber, RunoffError, type Notice } from '@runoff/core'
import { findRoles } from './columnRoles.ts'
import { readTable, type TableRow } from './readTable.ts'
import type { Parsed, RunContent } from './parsedFile.ts'

/**
 * Returns the runs in a table of metrics whose cells are separated by commas, semicolons or tabs.
 *
 * Wide (a column for each metric) or long (`run,step,metric,value`). Names may be padded and cells
 * quoted. Missing: an empty cell was not logged; `nan`, `inf` and `1e999` are values.
 *
 * @throws {RunoffError} `bad-log` when there is no header, or it is not about training.
 */
export function parseCsvMetrics(text: string): Parsed<RunContent> {
  const separator = separatorOf(text)
  const [header, ...body] = dsvFormat(separator)
    .parseRows(text)
    .filter((row) => row.some((cell) => cell.trim() !== ''))
  const names = header === undefined ? [] : columnNames(header)
  const rows = body.map((row) => tableRow(names, row, separator === ';'))
  const runs = readTable(names, rows)
  if (runs === null) {
    throw new RunoffError('bad-log', 'The table has no column for a step, an epoch or a loss.')
  }
  return { content: { kind: 'csv', runs }, notices: raggedNotices(names, body) }
}

/** Whether a text begins with a header that names a step or an epoch, and a line of numbers. */
export function startsWithTable(head: string): boolean {
  const [header = '', second = ''] = head.trimStart().split('\n', 2)
  const separator = separatorOf(header)
  const names = columnNames(header.split(separator))
  const { step, epoch } = findRoles(names, () => true)
  const cells = second.split(separator)
  return (step ?? epoch) !== null && names.length > 1 && readNumber(cells[0]) !== null
}

/** Whichever stands most often in the first line that holds anything. */
function separatorOf(text: string): string {
  const line = firstLine(text)
  const counts = [',', ';', '\t'].map((separator) => line.split(separator).length)
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))] ?? ','
}

/** Returns the first line that holds more than blanks. */
export function firstLine(text: string): string {
  const start = text.search(/\S/)
  if (start < 0) return ''
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? text.length : end)
}

function columnNames(header: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return header.map((cell, i) => {
    const name = (i === 0 && cell.startsWith('#') ? cell.slice(1) : cell).trim()
    // A name that comes twice would hide a column: the second one is told by its place.
    const unique = seen.has(name) && name !== '' ? `${name}.${i + 1}` : name
    seen.add(unique)
    return unique
  })
}

function tableRow(
  names: readonly string[],
  cells: readonly string[],
  mayBeComma: boolean,
): TableRow {
  const row = new Map<string, string>()
  for (const [i, name] of names.entries()) {
    const cell = cells[i]?.trim() ?? ''
    if (cell !== '') row.set(name, mayBeComma ? cell.replace(',', '.') : cell)
  }
  return row
}

function raggedNotices(
  names: readonly string[],
  body: readonly (readonly string[])[],
): readonly Notice[] {
  const ragged = body.filter((row) => row.length !== names.length).length
  if (ragged === 0) return []
  return [
    {
      code: 'row-length',
      message: `${ragged} ${ragged === 1 ? 'row has' : 'rows have'} more or fewer cells than the header; the cells were taken by their place.`,
      count: ragged,
    },
  ]
}
