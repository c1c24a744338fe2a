import { useCallback, useMemo } from 'react'
import { notifyManager, useQueries, type QueryClient, type QueryState } from '@tanstack/react-query'
import type { MetricSeries, Notice, RunoffError, SeriesFeed } from '@runoff/core'
import type { RunSource, SeriesRequest } from '@runoff/sources'
import { checkPollInterval } from '../cache/pollInterval.ts'
import { seriesKey } from '../cache/queryKeys.ts'
import { queryPolicy } from '../cache/queryPolicy.ts'
import { reread } from '../cache/refetch.ts'
import { useRunoff } from '../provider/context.ts'
import { shareMap, shareNestedMap } from '../stable/shareMap.ts'
import { useShared, useSharedList } from '../stable/useShared.ts'
import { mapErrors, mapSeries } from './mapAnswers.ts'
import { readSeriesAnswer } from './readSeriesAnswer.ts'
import type { SeriesAnswer } from './seriesAnswer.ts'
import { useFreshSeries } from './useFreshSeries.ts'
import { useSeriesFeeds } from './useSeriesFeeds.ts'

export interface MultiJobMetricsOptions {
  /** @default ['train/loss', 'eval/loss'] */
  readonly metrics?: readonly string[]
  /**
   * About how many points of each series can be shown; all of them where left out. A live series
   * that was sampled gets its new points in full and is sampled anew when it is twice as long, or
   * its run has ended; it may have twice as many points.
   */
  readonly maxPoints?: number
  /** @default the provider's */
  readonly pollIntervalMs?: number
}

export interface MultiJobMetricsResult {
  /**
   * By run id and metric, in the order asked for. A run has an entry once a series of it was read;
   * a series without points means that the run has not logged this metric.
   */
  readonly metricsMap: ReadonlyMap<string, ReadonlyMap<string, MetricSeries>>
  /** Whether some series was never answered. False while what is there is read again. */
  readonly isLoading: boolean
  /** The first of `errors`; the other runs are in `metricsMap` all the same. */
  readonly error: RunoffError | null
  /** By run id: why its last read failed. What was read before stays in `metricsMap`. */
  readonly errors: ReadonlyMap<string, RunoffError>
  /** What was odd about the series. */
  readonly notices: readonly Notice[]
  /**
   * The series of one metric by run id, for a chart that draws new points without a render: those
   * with at least one point, told of in the moment they come. The function and the feeds stay.
   */
  readonly feedOf: (metric: string) => SeriesFeed
  /** Reads every series whole again. */
  readonly reload: () => void
}

const defaultMetrics: readonly string[] = ['train/loss', 'eval/loss']

/**
 * Reads metrics of several runs; each run and metric is read once and kept.
 *
 * Requests of one moment reach the source in one call, and another run costs only its own series.
 * While one of the runs is live the new points are asked for again and again; this stops when all
 * have ended. A source with `watch` is listened to instead. Repeated ids count once. The maps keep
 * their identity until something in them changes. Late answers for ids no longer asked are dropped.
 *
 * @throws {RunoffError} `bad-option` outside a provider, or for a bad `pollIntervalMs`.
 */
export function useMultiJobMetrics(
  jobIds: readonly string[],
  options: MultiJobMetricsOptions = {},
): MultiJobMetricsResult {
  const { source, client, pollIntervalMs } = useRunoff('useMultiJobMetrics')
  const requests = useRequests(jobIds, options)
  const answers = useSeriesAnswers(client, source, requests)
  const fresh = useFreshSeries(requests, {
    pollIntervalMs: checkPollInterval(options.pollIntervalMs ?? pollIntervalMs),
  })

  const feedOf = useSeriesFeeds(requests)
  const metricsMap = useShared(mapSeries(requests, answers), shareNestedMap)
  const errors = useShared(mapErrors(requests, answers), shareMap)
  const notices = useSharedList([
    ...fresh.notices,
    ...answers.flatMap((answer) => answer?.notices ?? []),
  ])
  const isLoading = answers.includes(undefined)
  const { reloadStatuses } = fresh
  const reload = useCallback(() => {
    reloadStatuses()
    notifyManager.batch(() => {
      for (const request of requests) void reread(client, seriesKey(source, request))
    })
  }, [client, source, requests, reloadStatuses])

  return useMemo(() => {
    const [error = null] = errors.values()
    return { metricsMap, isLoading, error, errors, notices, feedOf, reload }
  }, [metricsMap, isLoading, errors, notices, feedOf, reload])
}

/** One request for each run and metric, the same list until an id, a metric or the size changes. */
function useRequests(
  jobIds: readonly string[],
  { metrics: given = defaultMetrics, maxPoints }: MultiJobMetricsOptions,
): readonly SeriesRequest[] {
  const ids = useSharedList([...new Set(jobIds)])
  const metrics = useSharedList([...new Set(given)])
  return useMemo(
    () =>
      ids.flatMap((runId) =>
        metrics.map((metric) => ({
          runId,
          metric,
          ...(maxPoints === undefined ? {} : { maxPoints }),
        })),
      ),
    [ids, metrics, maxPoints],
  )
}

/** In the order of the requests; `undefined` where there is no answer yet. */
function useSeriesAnswers(
  client: QueryClient,
  source: RunSource,
  requests: readonly SeriesRequest[],
): readonly (SeriesAnswer | undefined)[] {
  const queries = useMemo(
    () =>
      requests.map((request) => ({
        ...queryPolicy,
        queryKey: seriesKey(source, request),
        queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
          readSeriesAnswer(client, source, request, signal),
        structuralSharing: false,
        staleTime: ({ state }: { readonly state: QueryState<SeriesAnswer> }) =>
          state.data?.error == null ? Infinity : 0,
        refetchInterval: false as const,
      })),
    [client, source, requests],
  )
  return useSharedList(useQueries({ queries }, client).map((result) => result.data))
}
