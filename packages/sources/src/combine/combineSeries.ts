import { sourceFailure } from '../define/sourceFailure.ts'
import { notFound } from '../query/seriesResults.ts'
import type { RequestOptions, RunSource, SeriesRequest, SeriesResult } from '../source.ts'
import { splitId } from './runKeys.ts'

/** Asks each source for the series of its own runs; one that fails leaves the others' answers be. */
export async function combineSeries(
  sources: ReadonlyMap<string, RunSource>,
  requests: readonly SeriesRequest[],
  options?: RequestOptions,
): Promise<readonly SeriesResult[]> {
  const results = new Map<SeriesRequest, SeriesResult>()
  const answers = Array.from(bySource(requests), async ([sourceId, own]) => {
    const given = await readFrom(sources.get(sourceId), own, options)
    for (const [i, { request }] of own.entries()) {
      const result = given[i]
      if (result !== undefined) results.set(request, { ...result, request })
    }
  })
  await Promise.all(answers)
  return requests.map((request) => results.get(request) ?? unknownRun(request))
}

interface Routed {
  readonly request: SeriesRequest
  /** The request as its own source knows it. */
  readonly own: SeriesRequest
}

function bySource(requests: readonly SeriesRequest[]): ReadonlyMap<string, readonly Routed[]> {
  const routes = new Map<string, Routed[]>()
  for (const request of requests) {
    const key = splitId(request.runId)
    if (key === null) continue
    const route = routes.get(key.sourceId) ?? []
    route.push({ request, own: { ...request, runId: key.runId } })
    routes.set(key.sourceId, route)
  }
  return routes
}

async function readFrom(
  source: RunSource | undefined,
  routed: readonly Routed[],
  options?: RequestOptions,
): Promise<readonly SeriesResult[]> {
  if (source === undefined) return []
  const own = routed.map((route) => route.own)
  try {
    return await source.readSeries(own, options)
  } catch (cause) {
    options?.signal?.throwIfAborted()
    return own.map((request) => ({ request, series: null, error: sourceFailure(source.id, cause) }))
  }
}

function unknownRun(request: SeriesRequest): SeriesResult {
  return { request, series: null, error: notFound(request.runId) }
}
