import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { compareText } from '@runoff/core'
import type {
  MetricStore,
  RunCount,
  RunGrouping,
  RunOrder,
  StoredRunPage,
  StoredRunQuery,
} from '../metricStore.ts'
import { cursorOf, plainText, readCursor, statusOrder, type RunPosition } from '../runOrder.ts'
import { integerOf, jsonOf, type Row } from './columns.ts'
import type { MetricNames } from './metricNames.ts'
import type { RunTable } from './runTable.ts'

type Filters = Parameters<MetricStore['countRuns']>[0]

/** A piece of a statement with what it needs to be told. */
interface Piece {
  readonly sql: string
  readonly values: Readonly<Record<string, SQLInputValue>>
}

/** The runs that match, a page at a time, and how many of them there are. */
export interface RunList {
  page(query: StoredRunQuery): StoredRunPage
  count(filters: Filters, by: RunGrouping): readonly RunCount[]
}

export function runList(database: DatabaseSync, runs: RunTable, names: MetricNames): RunList {
  const statements = new Map<string, StatementSync>()
  const all = (...pieces: readonly Piece[]): readonly Row[] => {
    const sql = pieces.map((piece) => piece.sql).join(' ')
    const statement = statements.get(sql) ?? database.prepare(sql)
    // Their number has a bound: what a query says is in the values, never in the text.
    statements.set(sql, statement)
    return statement.all(Object.assign({}, ...pieces.map((piece) => piece.values)))
  }

  return {
    page(query) {
      const { order = 'saved', isReversed = false, limit, cursor = null } = query
      const where = matchingRuns(query)
      const rows = all(
        plain(`SELECT number, key FROM (SELECT runs.number, ${keyOf(order)} AS key FROM runs`),
        joined(order, names),
        where,
        plain(')'),
        after(readCursor(cursor, order), order, isReversed),
        orderOf(order, isReversed),
        { sql: 'LIMIT :limit', values: { limit: limit + 1 } },
      )
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        runs: page.map((row) => runs.read(integerOf(row['number']))),
        nextCursor: rows.length > page.length && last ? cursorOf(positionOf(last)) : null,
        total: integerOf(all(plain('SELECT count(*) AS total FROM runs'), where)[0]?.['total']),
      }
    },
    count(filters, by) {
      const value = plain(`SELECT ${groupings[by]} AS value, count(*) AS count FROM runs`)
      return all(value, matchingRuns(filters), plain('GROUP BY 1'))
        .map((row) => ({ value: valueOfGroup(row), count: integerOf(row['count']) }))
        .sort((a, b) => b.count - a.count || compareValues(a.value, b.value))
    },
  }
}

/** What runs are counted by, as JSON texts. */
const groupings: Readonly<Record<RunGrouping, string>> = {
  model: 'model',
  dataset: 'dataset',
  group: 'run_group',
  status: 'json_quote(status)',
}

function plain(sql: string): Piece {
  return { sql, values: {} }
}

function matchingRuns({ experimentId, ids, status, includeArchived, search }: Filters): Piece {
  const text = plainText(search ?? '')
  // A plus keeps SQLite from going through the whole experiment where the runs are named.
  const plus = ids ? '+' : ''
  const conditions = [
    `${plus}experiment = (SELECT number FROM experiments WHERE id = :experiment)`,
    ...(includeArchived === true ? [] : [`${plus}is_archived = 0`]),
    ...(ids ? ['id IN (SELECT value FROM json_each(:ids))'] : []),
    ...(status ? ['status IN (SELECT value FROM json_each(:status))'] : []),
    ...(text === '' ? [] : ['instr(search_text, :search) > 0']),
  ]
  return {
    sql: `WHERE ${conditions.join(' AND ')}`,
    values: {
      experiment: experimentId,
      ...(ids ? { ids: JSON.stringify(ids) } : {}),
      ...(status ? { status: JSON.stringify(status) } : {}),
      ...(text === '' ? {} : { search: text }),
    },
  }
}

const statusRank = `CASE status ${statusOrder
  .map((status, rank) => `WHEN '${status}' THEN ${rank}`)
  .join(' ')} END`

/** What runs are ordered by, a number or a text, NULL where it is not known. */
function keyOf(order: RunOrder): string {
  switch (order) {
    case 'saved':
      return 'NULL'
    case 'name':
      return 'name_key'
    case 'status':
      return statusRank
    case 'started':
      return 'started_at'
    default:
      return metricKeys[order.of]
  }
}

/** `last` may be the text `NaN`, which is no place in an order. */
const metricKeys = {
  last: "iif(typeof(last) = 'text', NULL, last)",
  min: 'min',
  max: 'max',
} as const

/** What the runs are listed from, where they are ordered by a metric. */
function joined(order: RunOrder, names: MetricNames): Piece {
  if (typeof order === 'string') return plain('')
  return {
    // Left to itself, SQLite takes the other index, in which every metric of each run stands between.
    sql: `LEFT JOIN summaries INDEXED BY summaries_by_metric
      ON summaries.metric = :metric AND summaries.run = runs.number`,
    values: { metric: names.find(order.metric) },
  }
}

function isFalling(order: RunOrder, isReversed: boolean): boolean {
  return (order === 'started') !== isReversed
}

function orderOf(order: RunOrder, isReversed: boolean): Piece {
  if (order === 'saved') return plain(`ORDER BY number ${isReversed ? 'ASC' : 'DESC'}`)
  const way = isFalling(order, isReversed) ? 'DESC' : 'ASC'
  return plain(`ORDER BY key ${way} NULLS LAST, number DESC`)
}

/** Only what comes behind a place, so that runs that are added meanwhile move nothing. */
function after(place: RunPosition | null, order: RunOrder, isReversed: boolean): Piece {
  if (place === null) return plain('')
  const { number, key } = place
  const ofEqual = order === 'saved' && isReversed ? 'number > :number' : 'number < :number'
  if (order === 'saved') return { sql: `WHERE ${ofEqual}`, values: { number } }
  if (key === null) return { sql: `WHERE key IS NULL AND ${ofEqual}`, values: { number } }
  const beyond = isFalling(order, isReversed) ? '<' : '>'
  return {
    sql: `WHERE (key ${beyond} :key OR key IS NULL OR key = :key AND ${ofEqual})`,
    values: { number, key },
  }
}

function positionOf(row: Row): RunPosition {
  const key = row['key']
  const isKnown = typeof key === 'string' || typeof key === 'number'
  return { number: integerOf(row['number']), key: isKnown ? key : null }
}

function valueOfGroup(row: Row): string | null {
  const value = jsonOf(row['value'])
  return typeof value === 'string' ? value : null
}

/** Runs that have no value come last. */
function compareValues(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compareText(a, b)
}
