import { useCallback, useEffect, useMemo } from 'react'
import { notifyManager, useQuery, type QueryClient } from '@tanstack/react-query'
import type { Notice } from '@runoff/core'
import type { RunSource, SeriesRequest } from '@runoff/sources'
import { knownRunsKey, seriesKey } from '../cache/queryKeys.ts'
import { queryPolicy } from '../cache/queryPolicy.ts'
import { refetch, refetchAfterEvent } from '../cache/refetch.ts'
import { useRunoff } from '../provider/context.ts'
import { hasLiveRun, readKnownRuns, findKnownRuns, type KnownRuns } from '../runs/knownRuns.ts'
import { useSharedList } from '../stable/useShared.ts'
import { gatherMs, useWatch, type PointsEvent } from '../watch/useWatch.ts'
import { mayHaveMore, type SeriesAnswer } from './seriesAnswer.ts'

interface FreshSeries {
  readonly notices: readonly Notice[]
  readonly reloadStatuses: () => void
}

const noNotices: readonly Notice[] = []

/**
 * Keeps the series of these requests fresh: learns which runs are live, from the lists on the page
 * or from the source, and has the series read again that may have more points.
 */
export function useFreshSeries(
  requests: readonly SeriesRequest[],
  { pollIntervalMs }: { readonly pollIntervalMs: number },
): FreshSeries {
  const { source, client } = useRunoff('useMultiJobMetrics')
  const ids = useSharedList([...new Set(requests.map(({ runId }) => runId))])
  const { data, dataUpdatedAt, error } = useKnownRuns(client, source, ids, pollIntervalMs)

  useEffect(() => {
    notifyManager.batch(() => {
      for (const request of requests) {
        const answer = client.getQueryState<SeriesAnswer>(seriesKey(source, request))
        const run = data?.get(request.runId)
        if (answer === undefined || run === undefined) continue
        if (mayHaveMore(answer, { run, answeredAtMs: dataUpdatedAt }, request.metric)) {
          void refetch(client, seriesKey(source, request), { cancelRefetch: false })
        }
      }
    })
  }, [client, source, requests, data, dataUpdatedAt])

  const onRunsChanged = useCallback(
    () => refetchAfterEvent(client, knownRunsKey(source, ids)),
    [client, source, ids],
  )
  const onPoints = useCallback(
    async (points: readonly PointsEvent[]) => {
      const grown = requests.filter((request) => points.some((event) => isFor(event, request)))
      await Promise.all(
        grown.map((request) => refetchAfterEvent(client, seriesKey(source, request))),
      )
    },
    [client, source, requests],
  )
  const query = useMemo(() => (ids.length === 0 ? null : { ids }), [ids])
  useWatch(source, { query, onRunsChanged, onPoints, pointsDelayMs: gatherMs })

  const reloadStatuses = useCallback(() => {
    void refetch(client, knownRunsKey(source, ids), { cancelRefetch: true })
  }, [client, source, ids])
  const isUnknown = error !== null && data === undefined
  const notices = useMemo(() => (isUnknown ? [unknownStatus] : noNotices), [isUnknown])
  return { notices, reloadStatuses }
}

const unknownStatus: Notice = {
  code: 'status-unknown',
  message: 'The source could not say which runs are live, so their curves stay as they are.',
}

function useKnownRuns(
  client: QueryClient,
  source: RunSource,
  ids: readonly string[],
  pollIntervalMs: number,
) {
  return useQuery(
    {
      ...queryPolicy,
      enabled: ids.length > 0,
      queryKey: knownRunsKey(source, ids),
      queryFn: ({ signal }): Promise<KnownRuns> => readKnownRuns(client, source, { ids, signal }),
      initialData: () => findKnownRuns(client, source, ids),
      structuralSharing: false,
      // Nobody listened for those that were live while no component was there.
      staleTime: ({ state }) => (hasLiveRun(state.data?.values() ?? []) ? 0 : Infinity),
      refetchInterval: ({ state }) => {
        const isPolled = source.watch === undefined && hasLiveRun(state.data?.values() ?? [])
        return isPolled && pollIntervalMs
      },
    },
    client,
  )
}

function isFor({ runId, metric }: PointsEvent, request: SeriesRequest): boolean {
  return runId === request.runId && metric === request.metric
}
