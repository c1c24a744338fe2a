import { setImmediate } from 'node:timers/promises'
import { RunoffError } from '@runoff/core'
import type { FastifyInstance } from 'fastify'
import type { MetricStore, StoredSeries } from '../store/metricStore.ts'
import { answersOf, objectSchema, refTo, text } from './apiSchemas.ts'
import { requireRun } from './findRun.ts'
import { longestName, mostSeries } from './limits.ts'
import { Problem, problemToJson, type ProblemJson } from './problem.ts'
import { bodySchema, textSchema } from './querySchema.ts'
import { askingAccess } from './routeAccess.ts'
import { metricToJson, pointsFor, type MetricJson } from './seriesJson.ts'
import { partSchemas, storedPart, type SeriesPart } from './seriesPart.ts'

interface SeriesRequest extends SeriesPart {
  readonly run_id: string
  readonly metric: string
}

interface BatchRoute {
  readonly Body: {
    /** Only runs of this experiment. */
    readonly experiment_id?: string
    readonly requests: readonly SeriesRequest[]
  }
}

interface BatchResult {
  readonly run_id: string
  readonly metric: string
  readonly series: MetricJson | null
  readonly error: ProblemJson | null
}

const schema = {
  operationId: 'batchGetMetrics',
  summary: 'Series of many runs, each with its own result or error, in the order of the requests.',
  tags: ['metrics'],
  body: bodySchema(
    {
      experiment_id: textSchema(longestName, 'Only runs of this experiment.'),
      requests: {
        type: 'array',
        maxItems: mostSeries,
        items: bodySchema(
          { run_id: textSchema(longestName), metric: textSchema(10_000), ...partSchemas },
          ['run_id', 'metric'],
        ),
      },
    },
    ['requests'],
  ),
  response: answersOf(
    'One result for each request; exactly one of `series` and `error` is null.',
    objectSchema({
      results: {
        type: 'array',
        items: objectSchema({
          run_id: text,
          metric: text,
          series: { anyOf: [refTo('Series'), { type: 'null' }] },
          error: { anyOf: [refTo('Problem'), { type: 'null' }] },
        }),
      },
    }),
  ),
}

/** `POST /api/v1/metrics:batchGet`: many runs and many metrics in one request. */
export function addBatchRoute(app: FastifyInstance, store: MetricStore): void {
  app.post<BatchRoute>(
    '/api/v1/metrics::batchGet',
    { schema, config: { access: askingAccess } },
    async ({ body }, reply) => {
      const results = new Map<SeriesRequest, BatchResult>()
      for (const group of groupsOf(body.requests)) {
        // Nobody waits any more, or too long a time has passed.
        if (reply.sent || reply.raw.destroyed) return reply
        const wanted = { experimentId: body.experiment_id, count: body.requests.length }
        for (const [request, result] of await readGroup(store, group, wanted)) {
          results.set(request, result)
        }
        // Reading may not give way by itself; others get their turn between two runs.
        await setImmediate()
      }
      return { results: body.requests.flatMap((request) => results.get(request) ?? []) }
    },
  )
}

/** Requests that the store answers at once: of one run, for the same part of it. */
function groupsOf(requests: readonly SeriesRequest[]): readonly (readonly SeriesRequest[])[] {
  const groups = new Map<string, SeriesRequest[]>()
  for (const request of requests) {
    const { run_id, min_step, max_step, since, max_points } = request
    const key = JSON.stringify([run_id, min_step, max_step, since, max_points])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [request])
    else group.push(request)
  }
  return [...groups.values()]
}

async function readGroup(
  store: MetricStore,
  group: readonly SeriesRequest[],
  { experimentId, count }: { readonly experimentId: string | undefined; readonly count: number },
): Promise<readonly (readonly [SeriesRequest, BatchResult])[]> {
  const [first] = group
  if (first === undefined) return []
  try {
    if (experimentId !== undefined) await requireRun(store, experimentId, first.run_id)
    const metrics = [...new Set(group.map(({ metric }) => metric))]
    const maxPoints = pointsFor(count, first.max_points)
    const query = { ...storedPart(first), metrics, maxPoints }
    const series = await store.readSeries(first.run_id, query)
    return group.map((request) => [request, resultOf(request, series)])
  } catch (cause) {
    const error = problemToJson(problemOfRun(cause))
    return group.map((request) => [request, { ...namesOf(request), series: null, error }])
  }
}

function resultOf(request: SeriesRequest, series: readonly StoredSeries[]): BatchResult {
  const found = series.find(({ metric }) => metric === request.metric)
  if (found === undefined) throw new Error('The store left out a series that was asked for.')
  return { ...namesOf(request), series: metricToJson(found), error: null }
}

function namesOf({ run_id, metric }: SeriesRequest): Pick<BatchResult, 'run_id' | 'metric'> {
  return { run_id, metric }
}

function problemOfRun(cause: unknown): Problem {
  if (cause instanceof Problem) return cause
  if (cause instanceof RunoffError && cause.code === 'not-found') {
    return new Problem('run-not-found', 'There is no run with this id.')
  }
  throw cause
}
