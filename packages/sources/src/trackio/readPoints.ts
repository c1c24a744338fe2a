import { readEpochMs, readNumber, RunoffError, type Notice } from '@runoff/core'
import type { PlacedSeries } from '../files/form/placePoints.ts'
import { parseTolerantJson } from '../json/parseTolerantJson.ts'
import { isObject, memberOf, textAt, wrongAnswer } from '../rest/readJson.ts'
import type { RestContext } from '../rest/restContext.ts'
import { numberIn, valueAt } from '../trackers/answerParts.ts'
import { keepReading } from '../trackers/keepReading.ts'
import { placeTracked, type TrackedPoint } from '../trackers/placeTracked.ts'
import { askTrackio, queryRows, sqlText } from './askTrackio.ts'
import type { TrackioRef } from './readRuns.ts'

/** What is read once for all metrics of a run that are asked for together. */
export interface TrackioLog {
  readonly ref: TrackioRef
  /** `null` where the dashboard answers no queries. */
  readonly rows: readonly TrackioRow[] | null
}

/** Reads the log of a run from the database of the dashboard. */
export async function readLog(
  context: RestContext,
  ref: TrackioRef,
  signal?: AbortSignal,
): Promise<TrackioLog> {
  try {
    return { ref, rows: await readRows(context, ref, signal) }
  } catch {
    signal?.throwIfAborted()
    return { ref, rows: null }
  }
}

/** Returns the points of a metric: those of the log or, without one, as Trackio's API gives them. */
export async function readPoints(
  context: RestContext,
  { log: { ref, rows }, metric }: { readonly log: TrackioLog; readonly metric: string },
  signal?: AbortSignal,
): Promise<PlacedSeries> {
  if (rows === null) return readValues(context, { ref, metric }, signal)
  return placeTracked(pointsIn(rows, metric))
}

/** What was logged at once. */
export interface TrackioRow {
  readonly step: number
  readonly timeMs: number
  readonly metrics: Readonly<Record<string, unknown>>
}

/** As many rows as Trackio gives to one query. */
const rowsPerQuery = 10_000

/** Returns all that a run has logged, in the order in which it was. */
export async function readRows(
  context: RestContext,
  { project, runId, name }: TrackioRef,
  signal?: AbortSignal,
): Promise<readonly TrackioRow[]> {
  const isOfRun = runId === null ? `run_name = ${sqlText(name)}` : `run_id = ${sqlText(runId)}`
  const rows = await keepReading(async (after) => {
    const sql =
      `SELECT id, step, timestamp, metrics FROM metrics WHERE ${isOfRun} ` +
      `AND id > ${after ?? '-1'} ORDER BY id LIMIT ${rowsPerQuery}`
    const items = await queryRows(context, { project, sql, ...(signal && { signal }) })
    const last = items.at(-1)
    const id = last === undefined ? NaN : valueAt(last, 'id')
    if (last !== undefined && !Number.isSafeInteger(id)) throw wrongAnswer('a row has no id')
    return { items, next: items.length < rowsPerQuery ? null : String(id) }
  })
  return rows.map(readRow)
}

function readRow(row: Readonly<Record<string, unknown>>): TrackioRow {
  const metrics = parseTolerantJson(textAt(row, 'metrics') ?? '{}')
  return {
    step: valueAt(row, 'step'),
    timeMs: readEpochMs(textAt(row, 'timestamp')) ?? NaN,
    metrics: isObject(metrics) ? metrics : {},
  }
}

/** Returns the points of one metric in rows; what is no number was not logged as one. */
export function pointsIn(rows: readonly TrackioRow[], metric: string): readonly TrackedPoint[] {
  return rows.flatMap(({ step, timeMs, metrics }) => {
    const value = numberIn(memberOf(metrics, metric))
    return value === null ? [] : [{ step, value, timeMs }]
  })
}

async function readValues(
  context: RestContext,
  { ref: { project, name, runId }, metric }: { readonly ref: TrackioRef; readonly metric: string },
  signal?: AbortSignal,
): Promise<PlacedSeries> {
  const answer = await askTrackio(context, 'get_metric_values', {
    project,
    run: name,
    run_id: runId,
    metric_name: metric,
    ...(signal && { signal }),
  })
  if (!Array.isArray(answer))
    throw new RunoffError('source-failed', 'Trackio gave no list of points.')
  const points = answer.filter(isObject).map((point) => ({
    step: valueAt(point, 'step'),
    value: readNumber(memberOf(point, 'value')) ?? NaN,
    timeMs: readEpochMs(textAt(point, 'timestamp')) ?? NaN,
  }))
  const lost = answer.filter((point) => isObject(point) && memberOf(point, 'value') === null).length
  const placed = placeTracked(points)
  return lost === 0 ? placed : { ...placed, notices: [...placed.notices, withoutValue(lost)] }
}

function withoutValue(count: number): Notice {
  const points = count === 1 ? 'point' : 'points'
  return {
    code: 'non-finite',
    message: `Trackio gave no value for ${count} ${points} that were NaN or infinite; read as NaN.`,
    count,
  }
}
