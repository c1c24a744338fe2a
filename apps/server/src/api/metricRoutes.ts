import { seriesToJson, type Notice, type SeriesJson } from '@runoff/core'
import type { FastifyInstance } from 'fastify'
import type { MetricStore, StoredSeries, StoredSeriesQuery } from '../store/metricStore.ts'
import { requireRun } from './findRun.ts'
import { Problem } from './problem.ts'
import { countSchema, listSchema, querySchema, textSchema } from './querySchema.ts'
import { readingAccess } from './routeAccess.ts'

/** No series has more points than this in one answer. */
const pointsPerSeries = 100_000
/** All series of one answer share this many points, so that an answer stays some megabytes. */
export const pointsPerAnswer = 200_000
/** The fewest that sampling can do with. */
const fewestPoints = 8

interface MetricsRoute {
  readonly Params: { readonly experiment_id: string; readonly run_id: string }
  readonly Querystring: {
    readonly metric_type?: readonly string[]
    readonly min_step?: number
    readonly max_step?: number
    readonly max_points?: number
    readonly since?: number
  }
}

/** One series on the wire. */
interface MetricJson extends Omit<SeriesJson, 'stepUnit'> {
  readonly metric: string
  readonly step_unit: SeriesJson['stepUnit']
  readonly notices: readonly Notice[]
}

const schema = querySchema({
  metric_type: listSchema(textSchema(10_000), 1000),
  min_step: { type: 'number' },
  max_step: { type: 'number' },
  max_points: countSchema,
  since: { type: 'number' },
})

/** `GET …/runs/{run_id}/metrics`: the points of a run, by metric. */
export function addMetricRoutes(app: FastifyInstance, store: MetricStore): void {
  app.get<MetricsRoute>(
    '/api/v1/experiments/:experiment_id/runs/:run_id/metrics',
    { schema, config: { access: readingAccess } },
    async ({ params, query }) => {
      const run = await requireRun(store, params.experiment_id, params.run_id)
      const count = query.metric_type?.length ?? run.metrics.size
      const series = await store.readSeries(run.id, storedQuery(query, count))
      return { run_id: run.id, metrics: series.map(metricToJson) }
    },
  )
}

function storedQuery(query: MetricsRoute['Querystring'], count: number): StoredSeriesQuery {
  const { metric_type: metrics, min_step: from, max_step: to, since } = query
  if (from !== undefined && to !== undefined && from > to) {
    const detail = `"min_step" is ${from}, and must not be above "max_step", which is ${to}.`
    throw new Problem('bad-option', detail)
  }
  return {
    ...(metrics === undefined ? {} : { metrics }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(since === undefined ? {} : { since }),
    maxPoints: shareOf(query.max_points ?? pointsPerSeries, count),
  }
}

/** How many points each of `count` series may have. */
function shareOf(wanted: number, count: number): number {
  const share = Math.floor(pointsPerAnswer / Math.max(1, count))
  return Math.max(fewestPoints, Math.min(wanted, pointsPerSeries, share))
}

function metricToJson({ metric, series, notices }: StoredSeries): MetricJson {
  const { stepUnit, ...columns } = seriesToJson(series)
  return { metric, ...columns, step_unit: stepUnit, notices }
}
