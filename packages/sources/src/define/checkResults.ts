import { RunoffError } from '@runoff/core'
import type { SeriesRequest, SeriesResult } from '../source.ts'

/**
 * Returns one result for each request, in their order. What the source left out, or answered in
 * another place, becomes a failed result, so that no series is taken for another.
 */
export function checkResults(
  sourceId: string,
  requests: readonly SeriesRequest[],
  results: readonly SeriesResult[],
): readonly SeriesResult[] {
  const given: readonly (SeriesResult | undefined)[] = Array.isArray(results) ? results : []
  return requests.map((request, i) => {
    const result = given[i]
    if (!isAnswer(result, request)) return unanswered(sourceId, request)
    return { ...result, request }
  })
}

function isAnswer(
  result: SeriesResult | undefined,
  { runId, metric }: SeriesRequest,
): result is SeriesResult {
  if (result?.request?.runId !== runId || result.request.metric !== metric) return false
  if (result.series === null) return result.error instanceof RunoffError
  return result.series?.steps?.length === result.series?.values?.length
}

function unanswered(sourceId: string, request: SeriesRequest): SeriesResult {
  const message = `Source "${sourceId}" gave no answer for ${request.metric} of run "${request.runId}".`
  return { request, series: null, error: new RunoffError('source-failed', message) }
}
