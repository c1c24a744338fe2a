import type { LogFormat, LogLine } from '../format.ts'
import type { LogPhase, LogRecord } from '../record.ts'
import { createNamePool } from '../text/namePool.ts'
import { numberEnd, numberIn, readNumber, skipBlanks } from '../text/readNumber.ts'
import { readZonedTime } from '../text/zonedTime.ts'

/**
 * What LightGBM prints of its evaluation sets.
 *
 * `[LightGBM] [Info] Iteration:65, valid_1 auc : 0.817982` from the command, one metric of one set a
 * line; `[10]	training's auc: 0.98	valid_1's auc: 0.81` from Python, all of them a line, and
 * `[10]	cv_agg's auc: 0.9 + 0.01` in cross-validation, with the spread behind the mean; from R it is
 * `[10]:  train's auc:0.98  test's auc:0.81`. What is of
 * the `training` set is training, the rest is evaluation; a line with both is training.
 */
export const lightgbm: LogFormat = {
  name: 'lightgbm',
  marks: ['Iteration:', "'s "],
  createReader() {
    const shareName = createNamePool()
    return { read: (line) => readCommandLine(line, shareName) ?? readPythonRow(line, shareName) }
  },
}

type ShareName = (name: string) => string

function readCommandLine({ text, number }: LogLine, shareName: ShareName): LogRecord[] | null {
  const head = /Iteration: ?(\d{1,9}), (?=\S)/.exec(text)
  const sign = text.lastIndexOf(' : ')
  if (head === null || sign === -1) return null
  const name = text.slice(head.index + head[0].length, sign).trim()
  const value = readNumber(text.slice(sign + 3))
  if (value === null || !name.includes(' ')) return null
  const metrics = new Map([[shareName(name), value]])
  const place = { step: Number(head[1]), epoch: null, timeMs: readZonedTime(text) }
  return [{ phase: phaseOf([name]), ...place, metrics, line: number }]
}

function readPythonRow({ text, number }: LogLine, shareName: ShareName): LogRecord[] {
  const row = /\[(\d{1,9})\]:?\s/.exec(text)
  if (row === null) return []
  const metrics = new Map<string, number>()
  // Metric names hold single blanks: only tabs, or the runs of blanks that copies make of them, cut.
  for (const cell of text.slice(row.index + row[0].length).split(/\t| {2}/)) {
    if (cell.trim() === '') continue
    if (!readCell(cell.trim(), metrics, shareName)) return []
  }
  if (metrics.size === 0) return []
  const place = { step: Number(row[1]), epoch: null, timeMs: readZonedTime(text) }
  return [{ phase: phaseOf([...metrics.keys()]), ...place, metrics, line: number }]
}

/** `valid_0's log loss: 0.5`, or with a spread, `cv_agg's auc: 0.9 + 0.01`. */
function readCell(cell: string, metrics: Map<string, number>, shareName: ShareName): boolean {
  const sign = cell.lastIndexOf(':')
  const name = cell.slice(0, Math.max(sign, 0))
  if (!name.includes("'s ")) return false
  const from = skipBlanks(cell, sign + 1)
  const end = numberEnd(cell, from)
  const value = numberIn(cell, from, end)
  if (value === null) return false
  metrics.set(shareName(name), value)
  const rest = cell.slice(end)
  if (rest === '') return true
  const spread = rest.startsWith(' + ') ? readNumber(rest.slice(3)) : null
  if (spread === null) return false
  metrics.set(shareName(`${name}-stdv`), spread)
  return true
}

function phaseOf(names: readonly string[]): LogPhase {
  const isTraining = names.some(
    (name) => name.startsWith('train') || name.startsWith('cv_agg') || name.includes(' train '),
  )
  return isTraining ? 'train' : 'eval'
}
