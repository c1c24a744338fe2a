import { defineSeries } from '@runoff/core'
import { mapLimited } from '../async/mapLimited.ts'
import { sourceFailure } from '../define/sourceFailure.ts'
import { groupBy } from '../query/groupBy.ts'
import { sliceSeries } from '../query/sliceSeries.ts'
import { notFound } from '../query/seriesResults.ts'
import type { RequestOptions, SeriesRequest, SeriesResult } from '../source.ts'
import { batchesOf, fitsBatch, readBatch } from './readBatch.ts'
import { chunkNames } from './chunkNames.ts'
import { runsPath } from './experiments.ts'
import type { RestList } from './listRuns.ts'
import { pathPart } from './pathPart.ts'
import { readMetrics } from './readMetrics.ts'
import { requestJson } from './requestJson.ts'

/** As many as a browser opens to one server. */
const requestsAtOnce = 6

/**
 * Reads series: those of one run with one request for each part of it, whatever number of metrics;
 * those of several runs together, where the server can do that.
 */
export async function readSeries(
  list: RestList,
  requests: readonly SeriesRequest[],
  options?: RequestOptions,
): Promise<readonly SeriesResult[]> {
  const results = new Map<SeriesRequest, SeriesResult>()
  const read = async (jobs: readonly (() => Promise<readonly SeriesResult[] | null>)[]) => {
    const answers = await mapLimited(jobs, requestsAtOnce, (job) => job())
    for (const result of answers.flatMap((answer) => answer ?? [])) {
      results.set(result.request, result)
    }
  }
  const groups = [...groupBy(requests, partKey).values()]
  const batches = groups.length > 1 ? batchesOf(requests.filter(fitsBatch)) : []
  await read(batches.map((batch) => () => readBatch(list, batch, options)))
  const rest = groups
    .map((group) => group.filter((request) => !results.has(request)))
    .filter((group) => group.length > 0)
    .flatMap(fittingGroups)
  await read(rest.map((group) => () => readGroup(list, group, options)))
  return requests.flatMap((request) => results.get(request) ?? [])
}

/** Requests that one answer can hold: of one run, for the same part of it. */
function partKey({ runId, range, since, maxPoints }: SeriesRequest): string {
  return JSON.stringify([runId, String(range?.from), String(range?.to), String(since), maxPoints])
}

/** More metrics than fit into one URL are asked for in several requests. */
function fittingGroups(group: readonly SeriesRequest[]): readonly (readonly SeriesRequest[])[] {
  const byMetric = groupBy(group, (request) => request.metric)
  return chunkNames([...byMetric.keys()]).map((metrics) =>
    metrics.flatMap((metric) => byMetric.get(metric) ?? []),
  )
}

async function readGroup(
  list: RestList,
  group: readonly SeriesRequest[],
  { signal }: RequestOptions = {},
): Promise<readonly SeriesResult[]> {
  const [first] = group
  if (first === undefined) return []
  try {
    const path = await metricsPath(list, first.runId, signal)
    if (path === null) throw notFound(first.runId)
    const answer = await requestJson(list.context, path, metricParams(first, group), signal)
    const metrics = readMetrics(answer)
    const empty = { series: defineSeries([]), error: null }
    return group.map((request) => {
      const found = metrics.get(request.metric) ?? empty
      // A server may give more than the part that was asked for, or not know such a part.
      return { ...found, series: sliceSeries(found.series, request), request }
    })
  } catch (cause) {
    signal?.throwIfAborted()
    const error = sourceFailure(list.sourceId, cause)
    return group.map((request) => ({ request, series: null, error }))
  }
}

async function metricsPath(
  { experiments }: RestList,
  runId: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const part = pathPart(runId)
  if (part === null) return null
  const experimentId = await experiments.of(runId, signal)
  return experimentId === null ? null : `${runsPath(experimentId)}/${part}/metrics`
}

function metricParams(
  { range, since, maxPoints }: SeriesRequest,
  group: readonly SeriesRequest[],
): URLSearchParams {
  const params = new URLSearchParams()
  for (const metric of new Set(group.map((request) => request.metric))) {
    params.append('metric_type', metric)
  }
  const numbers = { min_step: range?.from, max_step: range?.to, since, max_points: maxPoints }
  for (const [name, number] of Object.entries(numbers)) {
    if (number !== undefined && Number.isFinite(number)) params.set(name, String(number))
  }
  return params
}
