import { defineSeries, RunoffError, type MetricSeries, type Notice } from '@runoff/core'
import type { SeriesRequest, SeriesResult } from '../source.ts'
import { sliceSeries } from './sliceSeries.ts'

/** The series of one run, as a source that holds them all keeps them. */
export interface HeldSeries {
  readonly series: ReadonlyMap<string, MetricSeries>
  /** What was odd about a series, by metric. */
  readonly notices?: ReadonlyMap<string, readonly Notice[]>
  /** Why there is no series, by metric, where one is known to be missing. */
  readonly errors?: ReadonlyMap<string, RunoffError>
}

/**
 * Answers requests from series that are all there, each on its own: an unknown run is `not-found`,
 * a metric that a known run has not logged is a series without points.
 */
export function seriesResults(
  requests: readonly SeriesRequest[],
  held: ReadonlyMap<string, HeldSeries>,
): readonly SeriesResult[] {
  return requests.map((request) => {
    const run = held.get(request.runId)
    if (run === undefined) return { request, series: null, error: notFound(request.runId) }
    const error = run.errors?.get(request.metric)
    if (error !== undefined) return { request, series: null, error }
    const notices = run.notices?.get(request.metric) ?? []
    const series = sliceSeries(run.series.get(request.metric) ?? defineSeries([]), request)
    return { request, series, error: null, ...(notices.length === 0 ? {} : { notices }) }
  })
}

/** The error of a run that the source does not have. */
export function notFound(runId: string): RunoffError {
  return new RunoffError('not-found', `There is no run "${runId}" in this source.`)
}
