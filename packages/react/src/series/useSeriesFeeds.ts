import { useEffect, useState } from 'react'
import type { SeriesFeed } from '@runoff/core'
import type { SeriesRequest } from '@runoff/sources'
import { useRunoff } from '../provider/context.ts'
import { createSeriesFeeds } from './seriesFeeds.ts'

/** Returns the function that gives the feed of each metric; both stay as long as the component. */
export function useSeriesFeeds(requests: readonly SeriesRequest[]): (metric: string) => SeriesFeed {
  const { source, client } = useRunoff('useMultiJobMetrics')
  const [feeds] = useState(() => {
    const made = createSeriesFeeds(client)
    // At once: a chart may read its feed in the first render.
    made.follow(source, requests)
    return made
  })
  useEffect(() => feeds.follow(source, requests), [feeds, source, requests])
  useEffect(() => feeds.connect(), [feeds])
  return feeds.feedOf
}
