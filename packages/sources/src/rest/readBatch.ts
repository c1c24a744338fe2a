import { sourceFailure } from '../define/sourceFailure.ts'
import { sliceSeries } from '../query/sliceSeries.ts'
import type { RequestOptions, SeriesRequest, SeriesResult } from '../source.ts'
import type { RestList } from './listRuns.ts'
import { pathPart } from './pathPart.ts'
import { isObject, listAt, memberOf, numberAt, wrongAnswer } from './readJson.ts'
import { readMetric } from './readMetrics.ts'
import { errorOf } from './readProblem.ts'
import { askJson } from './requestJson.ts'

const path = '/api/v1/metrics:batchGet'
/** Series of one request, points of one answer, and characters of its names. */
const most = { series: 1000, points: 200_000, characters: 200_000 }

/** Whether a request may be sent with others: its points are few, and its names are short. */
export function fitsBatch({ runId, metric, maxPoints }: SeriesRequest): boolean {
  const isShort = runId.length <= 500 && metric.length <= 500 && pathPart(runId) !== null
  return isShort && maxPoints !== undefined && maxPoints <= 10_000
}

/** Cuts requests into parts that the server answers without giving any fewer points. */
export function batchesOf(
  requests: readonly SeriesRequest[],
): readonly (readonly SeriesRequest[])[] {
  const batches: SeriesRequest[][] = []
  let points = 0
  let characters = 0
  for (const request of requests) {
    const batch = batches.at(-1)
    const count = (batch?.length ?? 0) + 1
    points = Math.max(points, request.maxPoints ?? 0)
    characters += request.runId.length + request.metric.length
    const isFull =
      count > most.series || count * points > most.points || characters > most.characters
    if (batch !== undefined && !isFull) {
      batch.push(request)
      continue
    }
    batches.push([request])
    points = request.maxPoints ?? 0
    characters = request.runId.length + request.metric.length
  }
  return batches
}

/** Reads series of several runs with one request; `null` where the server has no such route. */
export async function readBatch(
  { context, experimentId, sourceId, lacks }: RestList,
  requests: readonly SeriesRequest[],
  { signal }: RequestOptions = {},
): Promise<readonly SeriesResult[] | null> {
  if (lacks.has('batch')) return null
  try {
    const asked = { requests: requests.map(requestToJson) }
    const body = JSON.stringify({ ...asked, ...(experimentId && { experiment_id: experimentId }) })
    const answer = await askJson(context, path, body, signal)
    if (answer === null) {
      lacks.add('batch')
      return null
    }
    const results = listAt(answer, 'results')
    return requests.map((request, i) => readResult(request, results[i], sourceId))
  } catch (cause) {
    signal?.throwIfAborted()
    const error = sourceFailure(sourceId, cause)
    return requests.map((request) => ({ request, series: null, error }))
  }
}

function requestToJson({ runId, metric, range, since, maxPoints }: SeriesRequest): object {
  const numbers = { min_step: range?.from, max_step: range?.to, since, max_points: maxPoints }
  const finite = Object.entries(numbers).filter(([, number]) => Number.isFinite(number))
  return { run_id: runId, metric, ...Object.fromEntries(finite) }
}

function readResult(
  request: SeriesRequest,
  result: Readonly<Record<string, unknown>> | undefined,
  sourceId: string,
): SeriesResult {
  try {
    const isAnswer = result?.['run_id'] === request.runId && result['metric'] === request.metric
    if (!isAnswer) throw wrongAnswer('a series is missing')
    const problem = memberOf(result, 'error')
    if (isObject(problem)) throw errorOf(numberAt(problem, 'status') ?? 0, problem, path)
    const entry = memberOf(result, 'series')
    if (!isObject(entry)) throw wrongAnswer('a series is missing')
    const found = readMetric(entry)
    return { ...found, series: sliceSeries(found.series, request), request }
  } catch (cause) {
    return { request, series: null, error: sourceFailure(sourceId, cause) }
  }
}
