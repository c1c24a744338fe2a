import { RunoffError, type Notice } from '@runoff/core'
import { parseTolerantJson, type JsonValue } from '../../json/parseTolerantJson.ts'
import type { TextSink } from '../growth/textReading.ts'
import type { Parsed, RunContent } from './parsedFile.ts'
import { readTable, type TableRow } from './readTable.ts'

/**
 * Returns the runs in a log with one JSON object to a line, nested names joined by `/`, but for
 * names such as `metrics` that only say what is in them.
 *
 * Bare `NaN` and `Infinity` are values; `null`, lists and other text are not metrics. A line that
 * is no object is left out and counted in a notice.
 *
 * @throws {RunoffError} `bad-log` when hardly a line is an object, or none is about training.
 */
export async function parseJsonLines(
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<Parsed<RunContent>> {
  const sink = jsonLinesSink()
  for await (const line of lines) sink.push(`${line}\n`)
  return sink.content('', true)
}

/** Takes the text of such a log as it comes; a last line without its end is read where it can be. */
export function jsonLinesSink(): TextSink {
  const rows: TableRow[] = []
  const bad: number[] = []
  let number = 0
  const take = (line: string): void => {
    number++
    if (line.trim() === '') return
    const row = readRow(line)
    if (row === null) bad.push(number)
    else rows.push(row)
  }
  return {
    push(text) {
      const lines = text.split('\n')
      // What stands behind the last line end is a line only where there is something.
      if (lines.at(-1) === '') lines.pop()
      for (const line of lines) take(line)
    },
    content(rest, isLast) {
      if (isLast && rest !== '') take(rest)
      const early = isLast ? null : readRow(rest)
      return contentOf(early === null ? rows : [...rows, early], bad)
    },
  }
}

function contentOf(rows: readonly TableRow[], bad: readonly number[]): Parsed<RunContent> {
  if (bad.length > rows.length) throw notJsonLines()
  const placed = withoutEpochsAsSteps(rows)
  const runs = readTable(namesOf(placed), placed)
  if (runs === null) throw notJsonLines()
  return { content: { kind: 'json-lines', runs }, notices: badLineNotices(bad) }
}

function namesOf(rows: readonly TableRow[]): readonly string[] {
  const names = new Set<string>()
  for (const row of rows) for (const name of row.keys()) names.add(name)
  return [...names]
}

/** Returns one line as a row, `null` where it is no JSON object. */
export function readRow(line: string): TableRow | null {
  if (!line.trimStart().startsWith('{')) return null
  try {
    const row = new Map<string, string | number>()
    addCells(row, parseTolerantJson(line), [])
    return row
  } catch {
    return null
  }
}

const maxDepth = 12

const wrappers: ReadonlySet<string> = new Set(['metrics', 'logs', 'scalars'])

function addCells(
  row: Map<string, string | number>,
  value: JsonValue,
  path: readonly string[],
): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    if (path.length >= maxDepth) return
    for (const [name, inner] of Object.entries(value)) {
      const isWrapper = wrappers.has(name) && typeof inner === 'object'
      addCells(row, inner, isWrapper ? path : [...path, name])
    }
    return
  }
  if (typeof value === 'number' || typeof value === 'string') row.set(path.join('/'), value)
}

/**
 * mmengine writes the epoch as the `step` of an evaluation, beside training records that have
 * `epoch`, `iter` and `step`; taken for a step it would stand at the very beginning.
 */
function withoutEpochsAsSteps(rows: readonly TableRow[]): readonly TableRow[] {
  const isTraining = (row: TableRow): boolean =>
    row.has('step') && row.has('iter') && row.has('epoch')
  if (!rows.some(isTraining)) return rows
  return rows.map((row) => {
    const epoch = row.get('step')
    if (epoch === undefined || row.has('iter') || row.has('epoch')) return row
    const cells = Array.from(row).filter(([name]) => name !== 'step')
    return new Map([...cells, ['epoch', epoch], ['mode', 'val']])
  })
}

function notJsonLines(): RunoffError {
  return new RunoffError(
    'bad-log',
    'The lines are no JSON objects with a step, an epoch or a loss.',
  )
}

function badLineNotices(bad: readonly number[]): readonly Notice[] {
  const [line] = bad
  if (line === undefined) return []
  return [
    {
      code: 'bad-line',
      message: `${bad.length} ${bad.length === 1 ? 'line is' : 'lines are'} no JSON object, and left out.`,
      count: bad.length,
      line,
    },
  ]
}
