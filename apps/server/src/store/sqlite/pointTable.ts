import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import { RunoffError, type MetricSeries } from '@runoff/core'
import type { StoredSeriesQuery } from '../metricStore.ts'
import { integerOf, numberOf, valueOf, type Row } from './columns.ts'
import { allSql, extentSql, sampleSql } from './sampleSql.ts'
import type { Stretches } from './changeTable.ts'

type Columns = Pick<MetricSeries, 'steps' | 'values' | 'timesMs' | 'epochs'>

export interface PointWindow {
  readonly columns: Columns
  /** How many points the window has. */
  readonly count: number
  readonly isSampled: boolean
}

/** What adding points came to. */
export interface AddedPoints {
  /** The points that are there now and were not before. */
  readonly columns: Columns
  /** The steps of those that took the place of an earlier segment's point. */
  readonly replaced: ReadonlySet<number>
}

/** The points of all runs. */
export interface PointTable {
  /** Adds the points whose step is not there yet in this segment or a later one. */
  add(run: number, metric: number, series: MetricSeries, segment: number): AddedPoints
  read(run: number, metric: number, query: StoredSeriesQuery): PointWindow
  /** Returns the first and last step of each of these metrics that has points. */
  stretches(run: number, metrics: Iterable<number>): Stretches
  /** Returns the latest segment that a metric has points of, `0` where it has none. */
  latestSegment(run: number, metric: number): number
  /** Returns the last finite value at or before a step, `null` where there is none. */
  carried(run: number, metric: number, step: number): number | null
  /** Removes the points of one metric, or of the whole run. */
  clear(run: number, metric?: number): void
}

export function pointTable(database: DatabaseSync): PointTable {
  const insert = database.prepare(`
    INSERT INTO points (run, metric, step, value, epoch, time_ms, segment)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET value = excluded.value, epoch = excluded.epoch,
      time_ms = excluded.time_ms, segment = excluded.segment
      WHERE excluded.segment > segment`)
  const find = database.prepare(
    'SELECT 1 FROM points WHERE run = ? AND metric = ? AND step = ? AND segment < ?',
  )
  const extent = database.prepare(extentSql)
  const all = database.prepare(allSql)
  const sample = database.prepare(sampleSql)
  // Three times as fast as objects, where there are many rows.
  for (const statement of [all, sample]) statement.setReturnArrays(true)
  const of = 'FROM points WHERE run = ? AND metric = ?'
  const first = database.prepare(`SELECT step ${of} ORDER BY step LIMIT 1`)
  const last = database.prepare(`SELECT step ${of} ORDER BY step DESC LIMIT 1`)
  const latest = database.prepare(`SELECT coalesce(max(segment), 0) AS segment ${of}`)
  const carried = database.prepare(
    `SELECT value ${of} AND step <= ? AND abs(value) < 9e999 ORDER BY step DESC LIMIT 1`,
  )
  const remove = database.prepare('DELETE FROM points WHERE run = ?')
  const removeOne = database.prepare(`DELETE ${of}`)

  return {
    add(run, metric, series, segment) {
      const { steps, values, epochs, timesMs } = series
      const added: number[] = []
      const replaced = new Set<number>()
      for (let i = 0; i < steps.length; i++) {
        const step = steps[i] as number
        if (!Number.isFinite(step)) throw badStep(step)
        const isThere = segment > 0 && find.get(run, metric, step, segment) !== undefined
        if (isThere) replaced.add(step)
        const epoch = epochs?.[i] ?? NaN
        const timeMs = timesMs?.[i] ?? NaN
        const value = values[i] ?? NaN
        const { changes } = insert.run(run, metric, step, value, epoch, timeMs, segment)
        if (changes === 1) added.push(i)
      }
      return { columns: pick(series, added), replaced }
    },
    read(run, metric, query) {
      const { to = Infinity, since = -Infinity, maxPoints = Infinity } = query
      // Of two lower bounds SQLite goes by one: this is the higher of them.
      const from = Math.max(query.from ?? -Infinity, since)
      const found = extent.get({ run, metric, from, to, since }) ?? {}
      const count = integerOf(found['count'])
      const isSampled = count > maxPoints
      const rows = isSampled
        ? sample.all({ run, metric, ...bucketsOf(found, maxPoints) })
        : all.all({ run, metric, from, to, since })
      return { columns: columnsOf(rows), count, isSampled }
    },
    stretches(run, metrics) {
      const found = new Map<number, { readonly from: number; readonly to: number }>()
      for (const metric of metrics) {
        const low = first.get(run, metric)
        if (low === undefined) continue
        const from = integerOf(low['step'])
        found.set(metric, { from, to: integerOf(last.get(run, metric)?.['step']) })
      }
      return found
    },
    latestSegment: (run, metric) => integerOf(latest.get(run, metric)?.['segment']),
    carried: (run, metric, step) => numberOf(carried.get(run, metric, step)?.['value']),
    clear(run, metric) {
      if (metric === undefined) remove.run(run)
      else removeOne.run(run, metric)
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

/** The cells of a point: its step, value, epoch and time. */
type PointRow = readonly SQLOutputValue[]

/** @param given rows of a statement that returns arrays, which the types of Node do not know */
function columnsOf(given: readonly unknown[]): Columns {
  const rows = given as readonly PointRow[]
  return {
    steps: columnOf(rows, 0),
    values: columnOf(rows, 1),
    epochs: optionalColumn(rows, 2),
    timesMs: optionalColumn(rows, 3),
  }
}

/** A loop, because `Float64Array.from` takes five times as long. */
function columnOf(rows: readonly PointRow[], place: number): Float64Array {
  const column = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) column[i] = valueOf(rows[i]?.[place])
  return column
}

function optionalColumn(rows: readonly PointRow[], place: number): Float64Array | null {
  if (rows.every((row) => numberOf(row[place]) === null)) return null
  return columnOf(rows, place)
}
