import type { QueryCache, QueryClient } from '@tanstack/react-query'
import type { MetricSeries, SeriesFeed } from '@runoff/core'
import type { RunSource, SeriesRequest } from '@runoff/sources'
import { seriesKey } from '../cache/queryKeys.ts'
import type { SeriesAnswer } from './seriesAnswer.ts'
import { createToldFeed, type SeriesByRun, type ToldFeed } from './toldFeed.ts'

/** What is kept of some requests, to be listened to by metric. */
export interface SeriesFeeds {
  /** Returns the one feed of a metric; it is empty while the metric is not asked for. */
  readonly feedOf: (metric: string) => SeriesFeed
  /** From now on the feeds hold what is kept of these requests. */
  readonly follow: (source: RunSource, requests: readonly SeriesRequest[]) => void
  /** Listens to the cache while a feed has a listener, until what comes back is called. */
  readonly connect: () => () => void
}

/** Where the answers for a metric are kept: the hash of the query, by run id. */
type Places = ReadonlyMap<string, string>

/**
 * Returns feeds of the series in a query cache. What a poll or a push brings is told in the moment
 * it is kept, before anything is rendered.
 */
export function createSeriesFeeds(client: QueryClient): SeriesFeeds {
  const cache = client.getQueryCache()
  const feeds = new Map<string, ToldFeed>()
  let places: ReadonlyMap<string, Places> = new Map()
  let metrics: ReadonlyMap<string, string> = new Map()
  let isConnected = false
  let stop: (() => void) | null = null

  const lookAtAll = (): void => {
    for (const { look } of feeds.values()) look()
  }

  const start = (): (() => void) =>
    cache.subscribe(({ query }) => {
      const metric = metrics.get(query.queryHash)
      if (metric !== undefined) feeds.get(metric)?.look()
    })

  /** One listener for all feeds, and none while nobody listens to them. */
  const update = (): void => {
    const isHeard = isConnected && [...feeds.values()].some((feed) => feed.isHeard())
    if (isHeard === (stop !== null)) return
    stop?.()
    stop = isHeard ? start() : null
    if (isHeard) lookAtAll()
  }

  const makeFeed = (metric: string): ToldFeed => {
    const made = createToldFeed(() => readSeries(cache, places.get(metric)), update)
    feeds.set(metric, made)
    return made
  }

  return {
    feedOf: (metric) => (feeds.get(metric) ?? makeFeed(metric)).feed,
    follow: (source, requests) => {
      places = placesOf(client, source, requests)
      metrics = metricsByHash(places)
      lookAtAll()
    },
    connect: () => {
      isConnected = true
      update()
      return () => {
        isConnected = false
        update()
      }
    },
  }
}

function readSeries(cache: QueryCache, places: Places = new Map()): SeriesByRun {
  const series = new Map<string, MetricSeries>()
  for (const [runId, queryHash] of places) {
    const one = cache.get<SeriesAnswer>(queryHash)?.state.data?.series ?? null
    if (one !== null && one.steps.length > 0) series.set(runId, one)
  }
  return series
}

function placesOf(
  client: QueryClient,
  source: RunSource,
  requests: readonly SeriesRequest[],
): ReadonlyMap<string, Places> {
  const places = new Map<string, Map<string, string>>()
  for (const request of requests) {
    const { queryHash } = client.defaultQueryOptions({ queryKey: seriesKey(source, request) })
    const ofMetric = places.get(request.metric) ?? new Map<string, string>()
    places.set(request.metric, ofMetric.set(request.runId, queryHash))
  }
  return places
}

function metricsByHash(places: ReadonlyMap<string, Places>): ReadonlyMap<string, string> {
  const metrics = new Map<string, string>()
  for (const [metric, ofMetric] of places) {
    for (const queryHash of ofMetric.values()) metrics.set(queryHash, metric)
  }
  return metrics
}
