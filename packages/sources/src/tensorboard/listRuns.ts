import { goalOf, summarizeMetrics, type MetricSeries, type Run } from '@runoff/core'
import { queryRuns } from '../query/queryRuns.ts'
import type { RestContext } from '../rest/restContext.ts'
import type { RequestOptions, RunPage, RunQuery } from '../source.ts'
import type { RunCatalog } from '../trackers/runCatalog.ts'
import { unreadNotices, unreadSummary } from '../trackers/summaryless.ts'
import { placeScalars } from './placeScalars.ts'
import { readReservoir } from './readReservoir.ts'
import { readRuns, type ShownRun } from './readRuns.ts'
import { readScalars, type ScalarRef } from './readScalars.ts'

export interface TensorboardList {
  readonly context: RestContext
  readonly catalog: RunCatalog
  readonly sourceId: string
}

/** So many series are read to fill one page with numbers; of others only the names are told. */
const mostSeries = 400

/** Reads a page of runs, and the series of their metrics for what the list tells of these. */
export async function listRuns(
  { context, catalog, sourceId }: TensorboardList,
  query: RunQuery,
  { signal }: RequestOptions = {},
): Promise<RunPage> {
  const shown = await readRuns(context, sourceId, signal)
  for (const { run, names } of shown) catalog.learn(run.id, names)
  const byId = new Map(shown.map((one) => [one.run.id, one]))
  const page = queryRuns(
    shown.map(({ run }) => run),
    query,
  )
  const wanted = page.runs.flatMap((run) => byId.get(run.id) ?? [])
  const series = await readPageSeries(context, wanted, signal)
  const unread = wanted.reduce((sum, { run, names }) => {
    return sum + names.size - (series.get(run.id)?.size ?? 0)
  }, 0)
  return {
    ...page,
    runs: wanted.map((one) => withMetrics(one, series.get(one.run.id) ?? new Map())),
    notices: unreadNotices(unread),
  }
}

type SeriesByName = ReadonlyMap<string, MetricSeries>

/** Reads series by run and canonical name: first those that runs are compared by. */
async function readPageSeries(
  context: RestContext,
  shown: readonly ShownRun[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, SeriesByName>> {
  const all = shown.flatMap(({ run, names }) =>
    Array.from(names, ([name, tag]) => ({ run: run.id, name, tag })),
  )
  const told = [
    ...all.filter(({ name }) => goalOf(name) !== null),
    ...all.filter(({ name }) => goalOf(name) === null),
  ].slice(0, mostSeries)
  const refs: readonly ScalarRef[] = told
  const [size, found] = await Promise.all([
    readReservoir(context, signal),
    readScalars(context, refs, signal),
  ])
  const series = new Map<string, Map<string, MetricSeries>>()
  for (const [i, { run, name }] of told.entries()) {
    const points = found[i]
    if (points === undefined || points instanceof Error) continue
    const ofRun = series.get(run) ?? new Map<string, MetricSeries>()
    series.set(run, ofRun)
    ofRun.set(name, placeScalars(points, size).series)
  }
  return series
}

function withMetrics({ run, names }: ShownRun, series: SeriesByName): Run {
  const summaries = summarizeMetrics(series)
  const metrics = new Map(
    Array.from(names.keys(), (name) => [name, summaries.get(name) ?? unreadSummary] as const),
  )
  return { ...run, step: lastStepOf(series), metrics }
}

function lastStepOf(series: SeriesByName): number | null {
  const ends = Array.from(series.values(), ({ steps, stepUnit = 'step' }) =>
    stepUnit === 'step' ? (steps.at(-1) ?? -Infinity) : -Infinity,
  )
  const last = ends.reduce((most, step) => Math.max(most, step), -Infinity)
  return Number.isFinite(last) ? last : null
}
