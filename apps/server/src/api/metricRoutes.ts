import type { FastifyInstance } from 'fastify'
import type { MetricStore } from '../store/metricStore.ts'
import { answersOf, objectSchema, refTo, runParams, text } from './apiSchemas.ts'
import { requireRun } from './findRun.ts'
import { mostSeries } from './limits.ts'
import { listSchema, querySchema, textSchema } from './querySchema.ts'
import { readingAccess } from './routeAccess.ts'
import { metricToJson, pointsFor } from './seriesJson.ts'
import { partSchemas, storedPart, type SeriesPart } from './seriesPart.ts'

interface MetricsRoute {
  readonly Params: { readonly experiment_id: string; readonly run_id: string }
  readonly Querystring: SeriesPart & { readonly metric_type?: readonly string[] }
}

const schema = {
  operationId: 'readMetrics',
  summary: 'The points of a run, by metric.',
  tags: ['metrics'],
  params: runParams,
  querystring: querySchema({
    metric_type: listSchema(
      textSchema(10_000),
      mostSeries,
      'Which metrics, in this order; all of them without it.',
    ),
    ...partSchemas,
  }),
  response: answersOf(
    'One series for each metric, without points where the run has not logged it.',
    objectSchema({ run_id: text, metrics: { type: 'array', items: refTo('Series') } }),
  ),
}

/** `GET …/runs/{run_id}/metrics`: the points of a run, by metric. */
export function addMetricRoutes(app: FastifyInstance, store: MetricStore): void {
  app.get<MetricsRoute>(
    '/api/v1/experiments/:experiment_id/runs/:run_id/metrics',
    { schema, config: { access: readingAccess } },
    async ({ params, query }) => {
      const { metric_type: metrics, ...part } = query
      const wanted = storedPart(part)
      const run = await requireRun(store, params.experiment_id, params.run_id)
      const maxPoints = pointsFor(metrics?.length ?? run.metrics.size, part.max_points)
      const series = await store.readSeries(run.id, {
        ...wanted,
        ...(metrics !== undefined && { metrics }),
        maxPoints,
      })
      return { run_id: run.id, metrics: series.map(metricToJson) }
    },
  )
}
