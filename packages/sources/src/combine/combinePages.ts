import type { Notice, Run, RunoffError } from '@runoff/core'
import { sourceFailure } from '../define/sourceFailure.ts'
import type { RequestOptions, RunPage, RunQuery, RunSource } from '../source.ts'
import { decodeCursor, encodeCursor, type SourceProgress } from './combinedCursor.ts'
import { combinedId, splitId } from './runKeys.ts'

interface Share {
  readonly progress: SourceProgress
  readonly runs: readonly Run[]
  readonly notices: readonly Notice[]
  readonly error: RunoffError | null
}

/**
 * Reads the next page of several sources at once. Each source fills an equal share of the page; one
 * that fails becomes a notice, and only when all have failed is there no page.
 */
export async function combinePages(
  sources: readonly RunSource[],
  query: RunQuery,
  options?: RequestOptions,
): Promise<RunPage> {
  const progress = decodeCursor(query.cursor ?? null, sources.length)
  const limits = shareOut(progress, query.limit)
  const shares = await Promise.all(
    sources.map((source, i) =>
      readShare(source, progress[i] ?? done, limits[i] ?? 0, query, options),
    ),
  )
  const [failed] = shares.flatMap(({ error }) => error ?? [])
  if (failed && shares.every(({ error }) => error !== null)) throw failed
  const next = shares.map((share) => share.progress)
  return {
    runs: shares.flatMap(({ runs }) => runs),
    nextCursor: next.every(({ isDone }) => isDone) ? null : encodeCursor(next),
    total: sumOf(next),
    notices: shares.flatMap(({ notices }) => notices),
  }
}

const done: SourceProgress = { cursor: null, isDone: true, total: null }

/** How many runs each source may add to a page: `Infinity` without a limit, 0 where it is done. */
function shareOut(progress: readonly SourceProgress[], limit = Infinity): readonly number[] {
  const open = progress.filter(({ isDone }) => !isDone).length
  let place = 0
  return progress.map(({ isDone }) => {
    if (isDone) return 0
    const more = place++ < limit % open ? 1 : 0
    return limit === Infinity ? Infinity : Math.floor(limit / open) + more
  })
}

async function readShare(
  source: RunSource,
  progress: SourceProgress,
  limit: number,
  query: RunQuery,
  options?: RequestOptions,
): Promise<Share> {
  if (limit === 0) return { progress, runs: [], notices: [], error: null }
  const own = ownQuery(source.id, query)
  if (own.ids?.length === 0)
    return { progress: { ...done, total: 0 }, runs: [], notices: [], error: null }
  try {
    const asked = { ...own, cursor: progress.cursor, ...(limit === Infinity ? {} : { limit }) }
    return shareOf(source.id, await source.listRuns(asked, options))
  } catch (cause) {
    options?.signal?.throwIfAborted()
    return failedShare(sourceFailure(source.id, cause), source.id)
  }
}

function shareOf(sourceId: string, page: RunPage): Share {
  return {
    progress: { cursor: page.nextCursor, isDone: page.nextCursor === null, total: page.total },
    runs: page.runs.map((run) => ({ ...run, id: combinedId(sourceId, run.id) })),
    notices: page.notices ?? [],
    error: null,
  }
}

function failedShare(error: RunoffError, sourceId: string): Share {
  const message = `The runs of source "${sourceId}" are not shown: ${error.message}`
  return { progress: done, runs: [], notices: [{ code: error.code, message }], error }
}

/** The query with the ids that one source knows its runs by. */
export function ownQuery(sourceId: string, query: RunQuery): RunQuery {
  const { cursor: _cursor, limit: _limit, ids, ...rest } = query
  if (ids === undefined) return rest
  const own = ids.map(splitId).filter((key) => key?.sourceId === sourceId)
  return { ...rest, ids: own.flatMap((key) => key?.runId ?? []) }
}

function sumOf(progress: readonly SourceProgress[]): number | null {
  return progress.reduce<number | null>(
    (sum, { total }) => (sum === null || typeof total !== 'number' ? null : sum + total),
    0,
  )
}
