import type { MetricSeries, Notice } from '@runoff/core'
import type { RunSource, SeriesRequest } from '@runoff/sources'
import { withRetries } from '../cache/withRetries.ts'
import { seriesBatcher } from './seriesBatcher.ts'

/** What a source answered to one request. */
export interface ReadSeries {
  readonly series: MetricSeries
  readonly notices: readonly Notice[]
}

/** Asks for one series or a part of it; rejects where the source has none to give. */
export type SeriesReader = (request: SeriesRequest) => Promise<ReadSeries>

/** Returns what reads of a source, together with all that is asked for at the same moment. */
export function seriesReader(source: RunSource, signal: AbortSignal): SeriesReader {
  const readOne = seriesBatcher(source)
  return (request) =>
    withRetries(
      async () => {
        const result = await readOne(request, signal)
        if (result.error !== null) throw result.error
        return { series: result.series, notices: result.notices ?? [] }
      },
      source,
      signal,
    )
}
