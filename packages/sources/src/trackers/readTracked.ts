import { defineSeries } from '@runoff/core'
import { mapLimited } from '../async/mapLimited.ts'
import { sourceFailure } from '../define/sourceFailure.ts'
import type { PlacedSeries } from '../files/form/placePoints.ts'
import { groupBy } from '../query/groupBy.ts'
import { notFound } from '../query/seriesResults.ts'
import { sliceSeries } from '../query/sliceSeries.ts'
import type { RequestOptions, SeriesRequest, SeriesResult } from '../source.ts'
import type { RunCatalog } from './runCatalog.ts'

/** How the series of a tracker are read. */
export interface TrackedReading {
  readonly sourceId: string
  readonly catalog: RunCatalog
  /** Reads the points of one metric, which the tracker calls `raw`. */
  readonly read: (
    raw: string,
    request: SeriesRequest,
    signal?: AbortSignal,
  ) => Promise<PlacedSeries>
}

/** As many as a browser opens to one server. */
const requestsAtOnce = 6

/** Answers requests for series, each on its own: what fails hides none of the others. */
export async function readTracked(
  reading: TrackedReading,
  requests: readonly SeriesRequest[],
  { signal }: RequestOptions = {},
): Promise<readonly SeriesResult[]> {
  const results = new Map<SeriesRequest, SeriesResult>()
  const guard = async (own: readonly SeriesRequest[], work: () => Promise<void>) => {
    try {
      await work()
    } catch (cause) {
      signal?.throwIfAborted()
      const error = sourceFailure(reading.sourceId, cause)
      for (const request of own) results.set(request, { request, series: null, error })
    }
  }
  const found: (readonly [raw: string, request: SeriesRequest])[] = []
  const groups = [...groupBy(requests, ({ runId }) => runId)]
  await mapLimited(groups, requestsAtOnce, ([runId, group]) =>
    guard(group, async () => {
      const metrics = group.map(({ metric }) => metric)
      const names = await reading.catalog.of(runId, metrics, signal)
      if (names === null) throw notFound(runId)
      for (const request of group) {
        const raw = names.get(request.metric)
        if (raw === undefined) results.set(request, nothingLogged(request))
        else found.push([raw, request])
      }
    }),
  )
  await mapLimited(found, requestsAtOnce, ([raw, request]) =>
    guard([request], async () => {
      const { series, notices } = await reading.read(raw, request, signal)
      results.set(request, {
        request,
        series: sliceSeries(series, request),
        error: null,
        ...(notices.length > 0 && { notices }),
      })
    }),
  )
  return requests.flatMap((request) => results.get(request) ?? [])
}

function nothingLogged(request: SeriesRequest): SeriesResult {
  return { request, series: defineSeries([]), error: null }
}
