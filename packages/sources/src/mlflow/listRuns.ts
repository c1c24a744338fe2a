import type { Notice } from '@runoff/core'
import { textAt } from '../rest/readJson.ts'
import type { RestContext } from '../rest/restContext.ts'
import { queryRuns } from '../query/queryRuns.ts'
import type { RequestOptions, RunPage, RunQuery } from '../source.ts'
import { listIn } from '../trackers/answerParts.ts'
import { askTracker } from '../trackers/askTracker.ts'
import { keepReading } from '../trackers/keepReading.ts'
import type { RunCatalog } from '../trackers/runCatalog.ts'
import { readCursor, writeCursor } from './mlflowCursor.ts'
import { nextToken } from './nextToken.ts'
import { canBeRunId, readRun, type MlflowPlace, type MlflowRun } from './readRun.ts'

export interface MlflowList {
  readonly context: RestContext
  readonly catalog: RunCatalog
  readonly sourceId: string
  /** The experiments that are shown, where they are not all. */
  readonly shown: readonly string[] | undefined
}

/** Runs of one answer, and the most pages that are looked through for those that a query wants. */
const most = { runs: 1000, pages: 50, ids: 100 }

/** Reads the next page of runs, those that began last at its front. */
export async function listRuns(
  list: MlflowList,
  query: RunQuery,
  { signal }: RequestOptions = {},
): Promise<RunPage> {
  const cursor = readCursor(query.cursor ?? null)
  const experiments = await readExperiments(list, signal)
  const ids = list.shown ?? [...experiments.keys()]
  if (ids.length === 0 || query.ids?.length === 0 || query.status?.length === 0) return noRuns
  const { sourceId } = list
  const place = { sourceId, baseUrl: list.context.baseUrl, experiments }
  const search: RunSearch = { list, place, ids, includeArchived: query.includeArchived === true }
  if (query.ids !== undefined) return listKnown(search, { ...query, ids: query.ids }, signal)
  return listPage(search, { query, cursor }, signal)
}

const noRuns: RunPage = { runs: [], nextCursor: null, total: 0 }

interface RunSearch {
  readonly list: MlflowList
  readonly place: MlflowPlace
  readonly ids: readonly string[]
  readonly includeArchived: boolean
}

/** Names by ids, also of experiments that are deleted, whose runs may be asked for. */
async function readExperiments(
  { context, shown }: MlflowList,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = await keepReading(async (token) => {
    const query = new URLSearchParams({
      max_results: String(most.runs),
      view_type: shown === undefined ? 'ACTIVE_ONLY' : 'ALL',
      ...(token !== null && { page_token: token }),
    })
    const path = '/api/2.0/mlflow/experiments/search'
    const answer = await askTracker(context, { path, query }, signal)
    return { items: listIn(answer, 'experiments'), next: nextToken(answer) }
  })
  const entries = found.flatMap((experiment) => {
    const id = textAt(experiment, 'experiment_id')
    return id === null ? [] : [[id, textAt(experiment, 'name') ?? id] as const]
  })
  return new Map(entries)
}

interface Answer {
  /** In the order of the answer, `null` for what has no id. */
  readonly found: readonly (MlflowRun | null)[]
  readonly next: string | null
}

interface SearchPart {
  readonly token: string | null
  readonly count: number
  readonly filter?: string
}

async function searchRuns(
  { list, place, ids, includeArchived }: RunSearch,
  { token, count, filter }: SearchPart,
  signal?: AbortSignal,
): Promise<Answer> {
  const body = {
    experiment_ids: ids,
    max_results: count,
    run_view_type: includeArchived ? 'ALL' : 'ACTIVE_ONLY',
    order_by: ['attributes.start_time DESC'],
    ...(filter !== undefined && { filter }),
    ...(token !== null && { page_token: token }),
  }
  const path = '/api/2.0/mlflow/runs/search'
  const answer = await askTracker(list.context, { path, body }, signal)
  const found = listIn(answer, 'runs').map((json) => readRun(json, place))
  for (const one of found) if (one !== null) list.catalog.learn(one.run.id, one.names)
  return { found, next: nextToken(answer) }
}

/** Exactly the runs that were named: MLflow is asked for nothing else. */
async function listKnown(
  search: RunSearch,
  query: RunQuery & { readonly ids: readonly string[] },
  signal?: AbortSignal,
): Promise<RunPage> {
  const ids = [...new Set(query.ids.filter(canBeRunId))]
  const found: MlflowRun[] = []
  for (let start = 0; start < ids.length; start += most.ids) {
    const named = ids.slice(start, start + most.ids).map((id) => `'${id}'`)
    const filter = `attributes.run_id IN (${named.join(',')})`
    const answer = await searchRuns(search, { token: null, count: most.runs, filter }, signal)
    found.push(...answer.found.filter((one) => one !== null))
  }
  return queryRuns(
    found.map(({ run }) => run),
    query,
  )
}

async function listPage(
  search: RunSearch,
  { query, cursor }: { readonly query: RunQuery; readonly cursor: ReturnType<typeof readCursor> },
  signal?: AbortSignal,
): Promise<RunPage> {
  const { search: text = '', status, limit = Infinity } = query
  const isNarrowed = text !== '' || status !== undefined
  // What is left out takes no place in a page, so that more must be looked through for it.
  const count = isNarrowed ? most.runs : Math.min(limit, most.runs)
  const runs: MlflowRun['run'][] = []
  let { token, skip } = cursor
  let lost = 0
  for (let pages = 0; pages < most.pages; pages++) {
    const { found, next } = await searchRuns(search, { token, count }, signal)
    const rest = found.slice(skip)
    const used = take(rest, { query, room: limit - runs.length, into: runs })
    lost += rest.slice(0, used).filter((one) => one === null).length
    const isDone = used === rest.length
    skip = isDone ? Math.max(0, skip - found.length) : skip + used
    if (isDone && (next === null || next === token)) {
      return pageOf(runs, { nextCursor: null, isWhole: isWhole(query), lost })
    }
    if (isDone) token = next
    if (runs.length >= limit) break
  }
  return pageOf(runs, { nextCursor: writeCursor({ token, skip }), isWhole: false, lost })
}

/** Takes the runs that are wanted, as many as there is room for; returns how many were looked at. */
function take(
  found: readonly (MlflowRun | null)[],
  {
    query: { search, status, includeArchived },
    room,
    into,
  }: { readonly query: RunQuery; readonly room: number; readonly into: MlflowRun['run'][] },
): number {
  const narrowing = {
    ...(search !== undefined && { search }),
    ...(status !== undefined && { status }),
    ...(includeArchived !== undefined && { includeArchived }),
  }
  let taken = 0
  for (const [i, one] of found.entries()) {
    if (taken >= room) return i
    if (one === null || queryRuns([one.run], narrowing).runs.length === 0) continue
    into.push(one.run)
    taken++
  }
  return found.length
}

function isWhole({ cursor }: RunQuery): boolean {
  return (cursor ?? null) === null
}

function pageOf(
  runs: RunPage['runs'],
  rest: { readonly nextCursor: string | null; readonly isWhole: boolean; readonly lost: number },
): RunPage {
  const notices = rest.lost === 0 ? [] : [withoutId(rest.lost)]
  // MLflow does not count runs; only where all of them are here their number is known.
  return { runs, nextCursor: rest.nextCursor, total: rest.isWhole ? runs.length : null, notices }
}

function withoutId(count: number): Notice {
  return { code: 'bad-run', message: 'MLflow listed a run without an id; it is left out.', count }
}
