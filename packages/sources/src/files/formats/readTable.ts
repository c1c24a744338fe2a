import { readNumber, readText } from '@runoff/core'
import type { ColumnRoles } from './columnRoles.ts'
import { findRoles, tellsOfTraining } from './columnRoles.ts'
import type { MetricRow, ParsedRun } from './parsedFile.ts'
import { readTime } from './readTime.ts'

/** One row of a table: its filled cells by column. */
export type TableRow = ReadonlyMap<string, string | number>

/**
 * Returns the runs that the rows of a table tell of: one, or one for each value of a run column.
 * Wide tables have a column for each metric, long ones a row; empty cells were not logged.
 *
 * Missing: `null` where the table is not about training.
 */
export function readTable(
  names: readonly string[],
  rows: readonly TableRow[],
): readonly ParsedRun[] | null {
  const roles = findRoles(names, (name) => rows.some((row) => isNumber(row.get(name))))
  if (!tellsOfTraining(names, roles)) return null
  const runs = new Map<string | null, MetricRow[]>()
  for (const row of rows) {
    const metricRow = readRow(row, roles)
    if (metricRow.metrics.size === 0) continue
    const key = roles.run === null ? null : readText(row.get(roles.run))
    const ofRun = runs.get(key)
    if (ofRun === undefined) runs.set(key, [metricRow])
    else ofRun.push(metricRow)
  }
  if (runs.size === 0) return [{ key: null, rows: [], facts: {} }]
  return Array.from(runs, ([key, ofRun]) => ({ key, rows: withoutLocalSteps(ofRun), facts: {} }))
}

function readRow(row: TableRow, roles: ColumnRoles): MetricRow {
  return {
    phase: phaseOf(row, roles),
    step: finiteAt(row, roles.step),
    epoch: finiteAt(row, roles.epoch),
    timeMs: timeOf(row, roles.time),
    metrics: roles.metric === null ? wideMetrics(row, roles) : longMetric(row, roles),
  }
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

const phases: ReadonlyMap<string, 'train' | 'eval'> = new Map([
  ['train', 'train'],
  ['training', 'train'],
  ['eval', 'eval'],
  ['val', 'eval'],
  ['valid', 'eval'],
  ['validation', 'eval'],
  ['dev', 'eval'],
])

function phaseOf(row: TableRow, roles: ColumnRoles): MetricRow['phase'] {
  return roles.phase === null ? null : readPhase(readText(row.get(roles.phase)) ?? '')
}

/** Returns the phase that a word such as `val` means, `null` for any other word. */
export function readPhase(word: string): 'train' | 'eval' | null {
  return phases.get(word.trim().toLowerCase()) ?? null
}

function timeOf(row: TableRow, column: string | null): number | null {
  const cell = column === null ? undefined : row.get(column)
  return cell === undefined ? null : readTime(cell)
}

function finiteAt(row: TableRow, column: string | null): number | null {
  const number = column === null ? null : readNumber(row.get(column))
  return number !== null && Number.isFinite(number) ? number : null
}

function isNumber(cell: string | number | undefined): boolean {
  return readNumber(cell) !== null
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
