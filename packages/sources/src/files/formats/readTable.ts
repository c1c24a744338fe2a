import { goalOf, readNumber, readSplit, readText } from '@runoff/core'
import type { ColumnRoles } from './columnRoles.ts'
import { findRoles, tellsOfTraining } from './columnRoles.ts'
import type { MetricRow, ParsedRun } from './parsedFile.ts'
import { readTime } from './readTime.ts'

/** One row of a table: its filled cells by column. */
export type TableRow = ReadonlyMap<string, string | number>

type Cell = string | number | undefined

/**
 * Returns the runs that the rows of a table tell of: one, or one for each value of a run column.
 * Wide tables have a column for each metric, long ones a row; empty cells were not logged. What
 * stands before the first step or epoch and names no metric are the settings of the run.
 *
 * Missing: `null` where the table is not about training.
 */
export function readTable(
  names: readonly string[],
  rows: readonly TableRow[],
): readonly ParsedRun[] | null {
  const roles = rolesOf(names, rows)
  if (!tellsOfTraining(names, roles)) return null
  const settings = rows.slice(0, countSettings(rows, roles))
  const params = new Map(settings.flatMap((row) => [...row]))
  const runs = rowsByRun(rows.slice(settings.length), roles)
  return Array.from(runs, ([key, ofRun]) => ({
    key,
    rows: withoutLocalSteps(ofRun),
    facts: {
      ...(params.size === 0 ? {} : { params }),
      ...(ofRun.at(-1)?.phase === 'summary' ? { status: 'completed' } : {}),
    },
  }))
}

function rolesOf(names: readonly string[], rows: readonly TableRow[]): ColumnRoles {
  const holds = (name: string, fits: (cell: Cell) => boolean): boolean =>
    rows.some((row) => fits(row.get(name)))
  return findRoles(
    names,
    (name) => holds(name, (cell) => placeOf(cell) !== null),
    (name) => holds(name, (cell) => readPhase(readText(cell) ?? '') !== null),
  )
}

/** By the cell in the column of runs; one run without any rows where there are none. */
function rowsByRun(
  rows: readonly TableRow[],
  roles: ColumnRoles,
): ReadonlyMap<string | null, readonly MetricRow[]> {
  const runs = new Map<string | null, MetricRow[]>()
  for (const row of rows) {
    const metricRow = readRow(row, roles)
    if (metricRow.metrics.size === 0) continue
    const key = roles.run === null ? null : readText(row.get(roles.run))
    const ofRun = runs.get(key)
    if (ofRun === undefined) runs.set(key, [metricRow])
    else ofRun.push(metricRow)
  }
  return runs.size === 0 ? new Map([[null, []]]) : runs
}

/** How many rows there are before the first that is placed, if none of them names a metric. */
function countSettings(rows: readonly TableRow[], roles: ColumnRoles): number {
  const first = rows.findIndex(
    (row) => placeAt(row, roles.step) !== null || placeAt(row, roles.epoch) !== null,
  )
  const isMetric = ([name, cell]: readonly [string, Cell]): boolean =>
    name === roles.value || (goalOf(name) !== null && readNumber(cell) !== null)
  const head = rows.slice(0, Math.max(0, first))
  return head.some((row) => Array.from(row).some(isMetric)) ? 0 : head.length
}

function readRow(row: TableRow, roles: ColumnRoles): MetricRow {
  const metrics = roles.metric === null ? wideMetrics(row, roles) : longMetric(row, roles)
  const word = roles.phase === null ? '' : (readText(row.get(roles.phase)) ?? '').trim()
  const phase = readPhase(word)
  return {
    phase: isSummary(metrics) ? 'summary' : phase,
    step: placeAt(row, roles.step),
    epoch: placeAt(row, roles.epoch),
    timeMs: timeOf(row, roles.time),
    metrics: phase === null && word !== '' ? prefixed(metrics, word) : metrics,
  }
}

/** The Trainer's last row, whose `train_loss` is the mean over the whole run and no last loss. */
export function isSummary(metrics: ReadonlyMap<string, number>): boolean {
  return ['', 'train/'].some(
    (prefix) =>
      metrics.has(`${prefix}train_runtime`) && metrics.has(`${prefix}train_samples_per_second`),
  )
}

/** A split that is neither training nor evaluation, such as `test`, must not be taken for one. */
function prefixed(metrics: ReadonlyMap<string, number>, word: string): ReadonlyMap<string, number> {
  return new Map(Array.from(metrics, ([name, value]) => [`${word}/${name}`, value]))
}

function wideMetrics(row: TableRow, roles: ColumnRoles): ReadonlyMap<string, number> {
  const metrics = new Map<string, number>()
  for (const [name, cell] of row) {
    if (roles.others.has(name)) continue
    if (name === roles.time && readTime(cell) !== null) continue
    const value = readNumber(cell)
    if (value !== null) metrics.set(name.trim(), value)
  }
  return metrics
}

function longMetric(row: TableRow, roles: ColumnRoles): ReadonlyMap<string, number> {
  const name = readText(row.get(roles.metric ?? ''))
  const value = readNumber(row.get(roles.value ?? ''))
  return name === null || value === null ? new Map() : new Map([[name.trim(), value]])
}

/** Returns the phase that a word such as `val` means, `null` for any other word. */
export function readPhase(word: string): 'train' | 'eval' | null {
  const split = readSplit(word.trim())
  return split === 'test' ? null : split
}

function timeOf(row: TableRow, column: string | null): number | null {
  const cell = column === null ? undefined : row.get(column)
  return cell === undefined ? null : readTime(cell)
}

function placeAt(row: TableRow, column: string | null): number | null {
  return column === null ? null : placeOf(row.get(column))
}

/** A finite number, or the first of `10/200`. */
function placeOf(cell: Cell): number | null {
  const isShare = typeof cell === 'string' && /^\d{1,15} ?\/ ?\d{1,15}$/.test(cell)
  const number = readNumber(isShare ? cell.slice(0, cell.indexOf('/')) : cell)
  return number !== null && Number.isFinite(number) ? number : null
}

/**
 * Some logs count their steps anew in each epoch. Such a step is not the step of training, and
 * would write each epoch over the one before: it goes back exactly where the epoch goes on.
 */
function withoutLocalSteps(rows: readonly MetricRow[]): readonly MetricRow[] {
  let falls = 0
  let previous: MetricRow | undefined
  for (const row of rows) {
    if (row.step === null || row.epoch === null) continue
    if (previous?.step != null && previous.epoch !== null && row.step < previous.step) {
      if (row.epoch <= previous.epoch) return rows
      falls++
    }
    previous = row
  }
  return falls === 0 ? rows : rows.map((row) => ({ ...row, step: null }))
}
