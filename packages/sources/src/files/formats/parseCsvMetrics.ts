import { dsvFormat } from 'd3-dsv'
import { readNumber, RunoffError, type Notice } from '@runoff/core'
import { findRoles } from './columnRoles.ts'
import { readTable, type TableRow } from './readTable.ts'
import type { Parsed, RunContent } from './parsedFile.ts'
import { withPathMetric } from './pathMetric.ts'
import { wandbExport } from './wandbExport.ts'

/**
 * Returns the runs in a table of metrics whose cells are separated by commas, semicolons or tabs.
 *
 * Wide (a column for each metric) or long (`run,step,metric,value`). Names may be padded and cells
 * quoted. Units: `50 %` is 50. Missing: an empty cell was not logged; `nan`, `inf` and `1e999` are
 * values; the last cell of a last row that breaks off may be a part of a number, and is left out.
 *
 * @throws {RunoffError} `bad-log` when there is no header, or it is not about training.
 */
export function parseCsvMetrics(text: string, path = ''): Parsed<RunContent> {
  const separator = separatorOf(text)
  const filled = dsvFormat(separator)
    .parseRows(text)
    .filter((row) => row.some((cell) => cell.trim() !== ''))
  const [header, ...body] = filled.slice(headerAt(filled))
  const names = withPathMetric(header === undefined ? [] : columnNames(header), path)
  const whole = withoutCutCell(body, names.length, text)
  const rows = whole.map((row) => tableRow(names, row, separator))
  const exported = wandbExport(names, rows)
  const runs = exported === null ? readTable(names, rows) : readTable(exported.names, exported.rows)
  if (runs === null) {
    throw new RunoffError('bad-log', 'The table has no column for a step, an epoch or a loss.')
  }
  const notices = [...raggedNotices(names, body), ...textNotices(rows)]
  return { content: { kind: 'csv', runs }, notices }
}

/** Some scripts write a line or two of text before the header. */
function headerAt(rows: readonly (readonly string[])[]): number {
  const found = rows.slice(0, maxTextLines).findIndex((row) => {
    const { step, epoch } = findRoles(columnNames(row), () => true)
    return row.length > 1 && (step ?? epoch) !== null
  })
  return Math.max(0, found)
}

const maxTextLines = 10

/** A file that was cut, or is being written, may end within a number. */
function withoutCutCell(
  body: readonly (readonly string[])[],
  length: number,
  text: string,
): readonly (readonly string[])[] {
  const last = body.at(-1)
  if (last === undefined || last.length >= length || /[\r\n]$/.test(text)) return body
  return [...body.slice(0, -1), last.slice(0, -1)]
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

function tableRow(names: readonly string[], cells: readonly string[], separator: string): TableRow {
  const row = new Map<string, string>()
  for (const [i, name] of names.entries()) {
    const cell = cells[i]?.trim() ?? ''
    if (cell !== '') row.set(name, plainNumber(cell, separator))
  }
  return row
}

/** A number without what spreadsheets write into it; any other text as it is. */
function plainNumber(cell: string, separator: string): string {
  if (cell.endsWith('%')) return cell.slice(0, -1).trim()
  return separator === ';' ? cell.replace(',', '.') : cell
}

/** Text in a column of numbers: a point that a reader may miss. */
function textNotices(rows: readonly TableRow[]): readonly Notice[] {
  const numeric = new Set<string>()
  const texts = new Map<string, number>()
  for (const row of rows) {
    for (const [name, cell] of row) {
      if (readNumber(cell) !== null) numeric.add(name)
      else texts.set(name, (texts.get(name) ?? 0) + 1)
    }
  }
  const mixed = Array.from(texts).filter(([name]) => numeric.has(name))
  const count = mixed.reduce((sum, [, own]) => sum + own, 0)
  const [first] = mixed
  if (first === undefined) return []
  const message = `${count} ${count === 1 ? 'cell among numbers is' : 'cells among numbers are'} none, and left out, the first of them in the column '${first[0].slice(0, 40)}'.`
  return [{ code: 'not-a-number', message, count }]
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
