import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { RunoffError, type MetricSeries } from '@runoff/core'
import type { StoredSeriesQuery } from '../metricStore.ts'
import { integerOf, numberOf, valueOf } from './columns.ts'
import { allSql, extentSql, sampleSql } from './sampleSql.ts'

type Columns = Pick<MetricSeries, 'steps' | 'values' | 'timesMs' | 'epochs'>

export interface PointWindow {
  readonly columns: Columns
  /** How many points the window has. */
  readonly count: number
  readonly isSampled: boolean
}

/** The points of all runs. */
export interface PointTable {
  /** Adds the points whose step is not there yet, and returns these. */
  add(run: number, metric: number, series: MetricSeries): Columns
  read(run: number, metric: number, query: StoredSeriesQuery): PointWindow
  clear(run: number): void
}

export function pointTable(database: DatabaseSync): PointTable {
  const insert = database.prepare(`
    INSERT INTO points (run, metric, step, value, epoch, time_ms) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING`)
  const extent = database.prepare(extentSql)
  const all = database.prepare(allSql)
  const sample = database.prepare(sampleSql)
  const remove = database.prepare('DELETE FROM points WHERE run = ?')

  return {
    add(run, metric, { steps, values, epochs, timesMs }) {
      const added: number[] = []
      steps.forEach((step, i) => {
        if (!Number.isFinite(step)) throw badStep(step)
        const epoch = epochs?.[i] ?? NaN
        const timeMs = timesMs?.[i] ?? NaN
        const { changes } = insert.run(run, metric, step, values[i] ?? NaN, epoch, timeMs)
        if (changes === 1) added.push(i)
      })
      return pick({ steps, values, epochs, timesMs }, added)
    },
    read(run, metric, query) {
      const { from = -Infinity, to = Infinity, since = -Infinity, maxPoints = Infinity } = query
      const found = extent.get({ run, metric, from, to, since }) ?? {}
      const count = integerOf(found['count'])
      const isSampled = count > maxPoints
      const rows = isSampled
        ? sample.all({ run, metric, ...bucketsOf(found, maxPoints) })
        : all.all({ run, metric, from, to, since })
      return { columns: columnsOf(rows), count, isSampled }
    },
    clear(run) {
      remove.run(run)
    },
  }
}

function badStep(step: number): RunoffError {
  return new RunoffError(
    'bad-run',
    `A point has the step ${step}, which has no place on any axis. Leave such points out.`,
  )
}

function pick(columns: Columns, places: readonly number[]): Columns {
  const take = (column: Float64Array): Float64Array =>
    Float64Array.from(places, (place) => column[place] ?? NaN)
  return {
    steps: take(columns.steps),
    values: take(columns.values),
    epochs: columns.epochs && take(columns.epochs),
    timesMs: columns.timesMs && take(columns.timesMs),
  }
}

type Row = Record<string, SQLOutputValue>

/** As many stretches as fit into `maxPoints` if each of them keeps every kind of point there is. */
function bucketsOf(extent: Row, maxPoints: number): Record<string, number> {
  const low = valueOf(extent['low'])
  const high = valueOf(extent['high'])
  const hasNan = valueOf(extent['has_nan'])
  const hasHigh = valueOf(extent['has_high'])
  const hasLow = valueOf(extent['has_low'])
  const kinds = 4 + hasNan + hasHigh + hasLow
  const buckets = Math.max(1, Math.floor((maxPoints - 1) / kinds))
  // Divided first: the distance between two finite steps need not be finite.
  return { low, high, width: high / buckets - low / buckets, buckets, hasNan, hasHigh, hasLow }
}

function columnsOf(rows: readonly Row[]): Columns {
  return {
    steps: Float64Array.from(rows, (row) => integerOf(row['step'])),
    values: Float64Array.from(rows, (row) => valueOf(row['value'])),
    epochs: optionalColumn(rows, 'epoch'),
    timesMs: optionalColumn(rows, 'time_ms'),
  }
}

function optionalColumn(rows: readonly Row[], name: string): Float64Array | null {
  if (rows.every((row) => numberOf(row[name]) === null)) return null
  return Float64Array.from(rows, (row) => valueOf(row[name]))
}
