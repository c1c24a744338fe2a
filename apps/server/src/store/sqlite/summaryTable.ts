import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import type { Basis, MetricSummary } from '@runoff/core'
import { integerOf, jsonOf, numberOf, textOf, valueOf, type Row } from './columns.ts'

/** What is known of each metric of a run without reading its points. */
export interface SummaryTable {
  read(run: number): ReadonlyMap<string, MetricSummary>
  readOne(run: number, metric: number): MetricSummary | null
  write(run: number, metric: number, summary: MetricSummary): void
  /** Returns what the points say of a metric, as if they were all that were logged. */
  compute(run: number, metric: number): MetricSummary
  /** Removes one summary, or all of the run. */
  clear(run: number, metric?: number): void
}

const columns =
  'last, min, max, min_step, max_step, last_step, count, basis, train_at_min, train_at_max'

export function summaryTable(database: DatabaseSync): SummaryTable {
  const select = database.prepare(
    `SELECT name, ${columns} FROM summaries JOIN metrics ON number = metric WHERE run = ?`,
  )
  const selectOne = database.prepare(
    `SELECT ${columns} FROM summaries WHERE run = ? AND metric = ?`,
  )
  const insert = database.prepare(
    `INSERT OR REPLACE INTO summaries (run, metric, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const remove = database.prepare('DELETE FROM summaries WHERE run = ?')
  const removeOne = database.prepare('DELETE FROM summaries WHERE run = ? AND metric = ?')
  const of = 'FROM points WHERE run = ? AND metric = ?'
  const count = database.prepare(`SELECT count(*) AS count ${of}`)
  const last = database.prepare(`SELECT step, value ${of} ORDER BY step DESC LIMIT 1`)
  const [lowest, highest] = ['value', 'value DESC'].map((order) =>
    database.prepare(
      `SELECT step, value ${of} AND abs(value) < 9e999 ORDER BY ${order}, step LIMIT 1`,
    ),
  )
  return {
    read(run) {
      const rows = select.all(run)
      return new Map(rows.map((row) => [String(jsonOf(row['name'])), summaryOf(row)]))
    },
    readOne(run, metric) {
      const row = selectOne.get(run, metric)
      return row === undefined ? null : summaryOf(row)
    },
    write(run, metric, summary) {
      insert.run(run, metric, ...cellsOf(summary))
    },
    compute(run, metric) {
      const [end, low, high] = [last, lowest, highest].map((one) => one?.get(run, metric) ?? {})
      return {
        last: end?.['step'] === undefined ? null : valueOf(end['value']),
        lastStep: numberOf(end?.['step']),
        min: numberOf(low?.['value']),
        minStep: numberOf(low?.['step']),
        max: numberOf(high?.['value']),
        maxStep: numberOf(high?.['step']),
        count: integerOf(count.get(run, metric)?.['count']),
        basis: 'full',
      }
    },
    clear(run, metric) {
      if (metric === undefined) remove.run(run)
      else removeOne.run(run, metric)
    },
  }
}

function cellsOf(summary: MetricSummary): readonly SQLInputValue[] {
  const { last, min, max, minStep, maxStep, lastStep, count, basis } = summary
  const { trainAtMin = null, trainAtMax = null } = summary
  const known = [lastCell(last), min, max, minStep, maxStep, lastStep, count, basis]
  return [...known, trainAtMin, trainAtMax]
}

/** Here NULL means that no last value is known, so `NaN` is written as text. */
function lastCell(last: number | null): SQLInputValue {
  return Number.isNaN(last) ? 'NaN' : last
}

function summaryOf(row: Row): MetricSummary {
  const [trainAtMin, trainAtMax] = [numberOf(row['train_at_min']), numberOf(row['train_at_max'])]
  return {
    ...(trainAtMin === null ? {} : { trainAtMin }),
    ...(trainAtMax === null ? {} : { trainAtMax }),
    last: row['last'] === 'NaN' ? NaN : numberOf(row['last']),
    min: numberOf(row['min']),
    max: numberOf(row['max']),
    minStep: numberOf(row['min_step']),
    maxStep: numberOf(row['max_step']),
    lastStep: numberOf(row['last_step']),
    count: integerOf(row['count']),
    basis: textOf(row['basis']) as Basis,
  }
}
