import { compareText, type Run } from '@runoff/core'
import type {
  MetricStore,
  RunCount,
  RunGrouping,
  RunOrder,
  StoredRunPage,
  StoredRunQuery,
} from '../metricStore.ts'
import { cursorOf, plainText, readCursor, statusOrder, type RunPosition } from '../runOrder.ts'
import { findRuns } from './runTable.ts'
import { readStates } from './seriesTable.ts'
import { metricKey, runKey, type Session } from './session.ts'
import { keySql, numberSql, oneOf, textSql, wholeSql } from './sqlText.ts'
import { runOf } from './writeRun.ts'

type Filters = Parameters<MetricStore['countRuns']>[0]

/** Returns a page of the runs that match. */
export async function listRuns(session: Session, query: StoredRunQuery): Promise<StoredRunPage> {
  const { order = 'saved', isReversed = false, limit, cursor = null } = query
  const place = readCursor(cursor, order)
  const matching = matchingSql(query)
  const key = keyOf(order)
  const [rows, counted] = await Promise.all([
    session.engine.read(
      ['key', 'whole', 'whole', key.isText ? 'text' : 'number'],
      `SELECT run, number, toUInt64(known), key FROM (
        SELECT run, number, ${key.known} AS known, ${key.sql} AS key
        FROM (SELECT run, number, generation, status, started_at, name_key FROM ${matching}) AS listed ${key.join}
      ) ${afterSql(place, order, isReversed)}
      ORDER BY ${orderSql(order, isReversed)} LIMIT ${wholeSql(limit + 1)}`,
    ),
    session.engine.read(['whole'], `SELECT count() FROM ${matching}`),
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    runs: await readRuns(
      session,
      page.map(([run]) => run),
    ),
    nextCursor: rows.length > page.length && last ? cursorOf(positionOf(last)) : null,
    total: counted[0]?.[0] ?? 0,
  }
}

/** Counts the runs that match, by what they share. */
export async function countRuns(
  { engine }: Session,
  filters: Filters,
  by: RunGrouping,
): Promise<readonly RunCount[]> {
  const column = by === 'group' ? 'run_group' : by
  const rows = await engine.read(
    ['text', 'whole'],
    `SELECT ${column}, count() FROM ${matchingSql(filters)} GROUP BY ${column}`,
  )
  return rows
    .map(([text, count]) => {
      const value = by === 'status' ? text : (JSON.parse(text) as string | null)
      return { value, count }
    })
    .sort((a, b) => b.count - a.count || compareValues(a.value, b.value))
}

/** Runs that have no value come last. */
function compareValues(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compareText(a, b)
}

async function readRuns(session: Session, keys: readonly string[]): Promise<readonly Run[]> {
  const entries = await findRuns(session, keys)
  const states = await readStates(session, Array.from(entries.values()))
  return keys.flatMap((key) => {
    const entry = entries.get(key)
    return entry ? [runOf(entry, states.get(key) ?? new Map())] : []
  })
}

function matchingSql({ experimentId, ids, status, includeArchived, search }: Filters): string {
  const text = plainText(search ?? '')
  const conditions = [
    `experiment = ${textSql(experimentId)}`,
    ...(includeArchived === true ? [] : ['archived = 0']),
    ...(ids
      ? [
          oneOf(
            'run',
            ids.map((id) => keySql(runKey(id))),
          ),
        ]
      : []),
    ...(status ? [oneOf('status', status.map(textSql))] : []),
    ...(text === '' ? [] : [`position(search_text, ${textSql(text)}) > 0`]),
  ]
  return `runs FINAL WHERE ${conditions.join(' AND ')}`
}

/** What runs are ordered by, and whether it is known of a run. */
interface Key {
  readonly sql: string
  readonly known: string
  readonly isText: boolean
  readonly join: string
}

function keyOf(order: RunOrder): Key {
  const ofRun = { isText: false, join: '' }
  switch (order) {
    case 'saved':
      return { ...ofRun, sql: 'toFloat64(0)', known: '0' }
    case 'name':
      return { ...ofRun, sql: 'name_key', known: '1', isText: true }
    case 'status':
      return { ...ofRun, sql: statusRank, known: oneOf('status', statusOrder.map(textSql)) }
    case 'started':
      return {
        ...ofRun,
        sql: 'if(isNaN(started_at), 0, started_at)',
        known: 'NOT isNaN(started_at)',
      }
    default:
      return metricKeyOf(order)
  }
}

const statusRank = `toFloat64(indexOf([${statusOrder.map(textSql).join(', ')}], status) - 1)`

/** With 0 added, for -0 and 0 are the same place in an order. */
function metricKeyOf({ metric, of }: Exclude<RunOrder, string>): Key {
  const known = 'is_there = 1 AND NOT isNaN(found)'
  return {
    sql: `if(${known}, found + 0, 0)`,
    known,
    isText: false,
    join: `GLOBAL ANY LEFT JOIN (
      SELECT run, generation, argMax(${of}, (version, writer)) AS found, toUInt8(1) AS is_there
      FROM series WHERE metric = ${keySql(metricKey(metric))} GROUP BY run, generation
    ) AS measured USING (run, generation)`,
  }
}

function isFalling(order: RunOrder, isReversed: boolean): boolean {
  return (order === 'started') !== isReversed
}

function orderSql(order: RunOrder, isReversed: boolean): string {
  if (order === 'saved') return `number ${isReversed ? 'ASC' : 'DESC'}`
  return `known DESC, key ${isFalling(order, isReversed) ? 'DESC' : 'ASC'}, number DESC`
}

/** Only what comes behind a place, so that runs that are added meanwhile move nothing. */
function afterSql(place: RunPosition | null, order: RunOrder, isReversed: boolean): string {
  if (place === null) return ''
  const { number, key } = place
  const sign = order === 'saved' && isReversed ? '>' : '<'
  const ofEqual = `number ${sign} ${wholeSql(Math.max(0, number))}`
  if (order === 'saved') return `WHERE ${ofEqual}`
  if (key === null) return `WHERE NOT known AND ${ofEqual}`
  const beyond = isFalling(order, isReversed) ? '<' : '>'
  const at = typeof key === 'string' ? textSql(key) : numberSql(key)
  return `WHERE NOT known OR key ${beyond} ${at} OR (key = ${at} AND ${ofEqual})`
}

function positionOf([, number, isKnown, key]: readonly [
  string,
  number,
  number,
  string | number,
]): RunPosition {
  return { number, key: isKnown ? key : null }
}
