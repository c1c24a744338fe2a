import { useCallback, useMemo, useState } from 'react'
import { hashKey, useInfiniteQuery, type QueryClient } from '@tanstack/react-query'
import type { Notice, Run, RunoffError } from '@runoff/core'
import type { RunPage, RunQuery, RunSource } from '@runoff/sources'
import { checkPollInterval } from '../cache/pollInterval.ts'
import { knownRunsKey, runsKey } from '../cache/queryKeys.ts'
import { queryPolicy } from '../cache/queryPolicy.ts'
import { refetchAfterEvent } from '../cache/refetch.ts'
import { withRetries } from '../cache/withRetries.ts'
import { useRunoff } from '../provider/context.ts'
import { useShared } from '../stable/useShared.ts'
import { useWatch } from '../watch/useWatch.ts'
import { hasLiveRun, noteRuns } from './knownRuns.ts'
import { shareRuns, type RunPages } from './shareRuns.ts'

export interface RunsOptions {
  /** @default the provider's */
  readonly pollIntervalMs?: number
}

interface RunsOfPages {
  /** As many as were loaded, each once; while others load or after a failure, the last known. */
  readonly runs: readonly Run[]
  /** How many runs match in all, `null` where the source cannot tell. */
  readonly total: number | null
  /** What was odd about the runs or could not be read. */
  readonly notices: readonly Notice[]
}

interface RunsActions {
  /** Whether `loadMore` would bring more. */
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  /** Loads the next page; does nothing where there is none or one is on its way. */
  readonly loadMore: () => void
  /** Reads every loaded page again. */
  readonly reload: () => void
}

export type RunsResult = RunsOfPages &
  RunsActions &
  (
    | { readonly status: 'loading' | 'ready'; readonly error: null }
    | { readonly status: 'error'; readonly error: RunoffError }
  )

const everyRun: RunQuery = {}
/** Never asked for: the place of the answer to no question. */
const noRun: RunQuery = { ids: [] }

/**
 * Lists the runs of the source, again whenever the source or the query changes.
 *
 * While a listed run is live the loaded pages are read again and again; this stops when none is.
 * A source with `watch` is listened to instead. `status` is `loading` until this query has its
 * first answer; runs keep their identity until something about them changes. A query of `null` asks
 * for nothing and stays `loading`.
 *
 * @throws {RunoffError} `bad-option` outside a provider, or for a bad `pollIntervalMs`.
 */
export function useRuns(query: RunQuery | null = everyRun, options: RunsOptions = {}): RunsResult {
  const { source, client, pollIntervalMs } = useRunoff('useRuns')
  const interval = checkPollInterval(options.pollIntervalMs ?? pollIntervalMs)
  const wanted = useShared(query, shareQuery)
  const result = useRunPages(client, source, wanted, interval)
  const { refetch, fetchNextPage, hasNextPage, isFetchingNextPage, error, status } = result
  const pages = useLastKnown(source, result.data)
  const runsOfPages = useMemo(() => readPages(pages), [pages])

  const refresh = useCallback(
    () => refetchAfterEvent(client, runsKey(source, wanted ?? noRun)),
    [client, source, wanted],
  )
  useWatch(source, {
    query: wanted,
    onRunsChanged: refresh,
    onPoints: refresh,
    pointsDelayMs: interval,
  })
  const reload = useCallback(() => {
    void refetch()
    void client.refetchQueries({ queryKey: knownRunsKey(source), type: 'active' })
  }, [client, source, refetch])
  const canLoadMore = hasNextPage && !isFetchingNextPage
  const loadMore = useCallback(() => {
    if (canLoadMore) void fetchNextPage()
  }, [canLoadMore, fetchNextPage])

  return useMemo(() => {
    const more = { hasMore: hasNextPage, isLoadingMore: isFetchingNextPage, loadMore, reload }
    if (error !== null) return { status: 'error', error, ...runsOfPages, ...more }
    return { status: status === 'success' ? 'ready' : 'loading', error, ...runsOfPages, ...more }
  }, [status, error, runsOfPages, hasNextPage, isFetchingNextPage, loadMore, reload])
}

function shareQuery(held: RunQuery | null, query: RunQuery | null): RunQuery | null {
  return hashKey([held]) === hashKey([query]) ? held : query
}

function useRunPages(
  client: QueryClient,
  source: RunSource,
  wanted: RunQuery | null,
  pollIntervalMs: number,
) {
  const query = wanted ?? noRun
  return useInfiniteQuery<
    RunPage,
    RunoffError,
    RunPages,
    ReturnType<typeof runsKey>,
    string | null
  >(
    {
      ...queryPolicy,
      enabled: wanted !== null,
      queryKey: runsKey(source, query),
      queryFn: async ({ pageParam: cursor, signal }) => {
        const read = () => source.listRuns({ ...query, cursor }, { signal })
        const page = await withRetries(read, source, signal)
        noteRuns(client, source, page.runs)
        return page
      },
      initialPageParam: query.cursor ?? null,
      // A cursor that comes again would have the same pages read for ever.
      getNextPageParam: ({ nextCursor }, _pages, _cursor, cursors) =>
        cursors.includes(nextCursor) ? null : nextCursor,
      structuralSharing: (held, next) => shareRuns(held as RunPages | undefined, next as RunPages),
      // Nobody listened for those that were live while no component was there.
      staleTime: ({ state }) => (hasLiveRun(listedRuns(state.data)) ? 0 : Infinity),
      refetchInterval: ({ state }) => {
        const isPolled = source.watch === undefined && hasLiveRun(listedRuns(state.data))
        return isPolled && pollIntervalMs
      },
    },
    client,
  )
}

/** The pages of this query or, until it has some, the last that this source gave. */
function useLastKnown(source: RunSource, pages: RunPages | undefined): RunPages | undefined {
  const [known, setKnown] = useState({ source, pages })
  const isNew = pages !== undefined && pages !== known.pages
  if (isNew || source !== known.source) {
    setKnown({ source, pages })
    return pages
  }
  return known.pages
}

function listedRuns(pages: RunPages | undefined): readonly Run[] {
  return pages?.pages.flatMap((page) => page.runs) ?? []
}

/** A run that moved on to the next page while that was loading is listed once, where it came first. */
function readPages(pages: RunPages | undefined): RunsOfPages {
  const runs = new Map<string, Run>()
  for (const run of listedRuns(pages)) if (!runs.has(run.id)) runs.set(run.id, run)
  return {
    runs: [...runs.values()],
    total: pages?.pages.at(-1)?.total ?? null,
    notices: pages?.pages.flatMap((page) => page.notices ?? []) ?? [],
  }
}
