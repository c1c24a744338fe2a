import {
  summarizeMetrics,
  type MetricSeries,
  type Notice,
  type Run,
  type RunoffError,
} from '@runoff/core'
import { mapLimited } from '../async/mapLimited.ts'
import { sourceFailure } from '../define/sourceFailure.ts'
import { memberOf } from '../rest/readJson.ts'
import { queryRuns } from '../query/queryRuns.ts'
import type { RequestOptions, RunPage, RunQuery } from '../source.ts'
import { numberIn, valueAt } from '../trackers/answerParts.ts'
import { placeTracked } from '../trackers/placeTracked.ts'
import type { RunCatalog } from '../trackers/runCatalog.ts'
import { unreadNotices, unreadSummary } from '../trackers/summaryless.ts'
import { trackedNames, type TrackedNames } from '../trackers/trackedNames.ts'
import { queryRows } from './askTrackio.ts'
import { pointsIn, readRows, type TrackioRow } from './readPoints.ts'
import {
  readNames,
  readProject,
  readProjects,
  type TrackioPlace,
  type TrackioRun,
} from './readRuns.ts'

export interface TrackioList extends TrackioPlace {
  readonly catalog: RunCatalog
}

/** So many rows are read to fill one page with numbers; of other runs only names are told. */
const mostRows = 50_000
const requestsAtOnce = 6

/** Reads a page of runs with what they logged; a project that cannot be read becomes a notice. */
export async function listRuns(
  list: TrackioList,
  query: RunQuery,
  { signal }: RequestOptions = {},
): Promise<RunPage> {
  const projects = await readProjects(list, signal)
  const read = await mapLimited(projects, requestsAtOnce, async (project) => {
    try {
      return { runs: await readProject(list, project, signal), error: null }
    } catch (cause) {
      signal?.throwIfAborted()
      return { runs: [], error: sourceFailure(list.sourceId, cause) }
    }
  })
  const failed = read.flatMap(({ error }) => error ?? [])
  if (failed[0] !== undefined && failed.length === projects.length) throw failed[0]
  const all = read.flatMap(({ runs }) => runs)
  const page = queryRuns(
    all.map(({ run }) => run),
    query,
  )
  const byId = new Map(all.map((one) => [one.run.id, one]))
  const wanted = page.runs.flatMap((run) => byId.get(run.id) ?? [])
  const filled = await fillRuns(list, wanted, signal)
  const unread = filled.reduce((sum, { unread: count }) => sum + count, 0)
  const notices = [
    ...[...failed, ...filled.flatMap(({ error }) => error ?? [])].map(noticeOf),
    ...unreadNotices(unread),
  ]
  return { ...page, runs: filled.map(({ run }) => run), notices }
}

function noticeOf({ message }: RunoffError): Notice {
  return { code: 'source-failed', message }
}

interface FilledRun {
  readonly run: Run
  /** Metrics of which only the name is known. */
  readonly unread: number
  /** Why nothing is known of its metrics. */
  readonly error?: RunoffError
}

async function fillRuns(
  list: TrackioList,
  wanted: readonly TrackioRun[],
  signal?: AbortSignal,
): Promise<readonly FilledRun[]> {
  const fitting = await fittingRuns(list, wanted, signal)
  return mapLimited(wanted, requestsAtOnce, async (one) => {
    try {
      if (!fitting.has(one.run.id)) return await namedRun(list, one, signal)
      const rows = await readRows(list.context, one.ref, signal)
      const names = trackedNames(metricsIn(rows))
      list.catalog.learn(one.run.id, names)
      return { run: { ...one.run, ...summariesOf(rows, names) }, unread: 0 }
    } catch (cause) {
      // One run that cannot be read is shown without its metrics, and hides none of the others.
      signal?.throwIfAborted()
      return { run: one.run, unread: 0, error: sourceFailure(list.sourceId, cause) }
    }
  })
}

/** The runs of a page whose rows can be read for it. */
async function fittingRuns(
  { context }: TrackioList,
  wanted: readonly TrackioRun[],
  signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
  const projects = [...new Set(wanted.map(({ ref }) => ref.project))]
  const counts = new Map(
    await mapLimited(projects, requestsAtOnce, async (project) => {
      return [project, await countRows(context, project, signal)] as const
    }),
  )
  const fitting = new Set<string>()
  let room = mostRows
  for (const { run, ref } of wanted) {
    const ofProject = counts.get(ref.project) ?? null
    // A run that is not counted has no rows, unless nothing could be counted.
    const rows = ofProject === null ? Infinity : (ofProject.get(ref.runId ?? ref.name) ?? 0)
    if (rows > room) continue
    room -= rows
    fitting.add(run.id)
  }
  return fitting
}

/** How many rows each run of a project has; `null` where the dashboard answers no queries. */
async function countRows(
  context: TrackioList['context'],
  project: string,
  signal?: AbortSignal,
): Promise<ReadonlyMap<unknown, number> | null> {
  const sql = 'SELECT run_id AS run, COUNT(*) AS rows FROM metrics GROUP BY run_id'
  try {
    const rows = await queryRows(context, { project, sql, ...(signal && { signal }) })
    return new Map(rows.map((row) => [memberOf(row, 'run'), valueAt(row, 'rows')] as const))
  } catch {
    signal?.throwIfAborted()
    return null
  }
}

async function namedRun(
  { context, catalog }: TrackioList,
  { run, ref }: TrackioRun,
  signal?: AbortSignal,
): Promise<FilledRun> {
  const names = await readNames(context, ref, signal)
  catalog.learn(run.id, names)
  const metrics = new Map(Array.from(names.keys(), (name) => [name, unreadSummary] as const))
  return { run: { ...run, metrics }, unread: names.size }
}

function metricsIn(rows: readonly TrackioRow[]): ReadonlySet<string> {
  const metrics = new Set<string>()
  for (const row of rows) {
    for (const [metric, value] of Object.entries(row.metrics)) {
      if (numberIn(value) !== null) metrics.add(metric)
    }
  }
  return metrics
}

function summariesOf(
  rows: readonly TrackioRow[],
  names: TrackedNames,
): Pick<Run, 'step' | 'metrics'> {
  const series = new Map<string, MetricSeries>(
    Array.from(names, ([name, raw]) => [name, placeTracked(pointsIn(rows, raw)).series] as const),
  )
  const last = rows.reduce((most, { step }) => Math.max(most, step), -Infinity)
  return { step: Number.isFinite(last) ? last : null, metrics: summarizeMetrics(series) }
}
