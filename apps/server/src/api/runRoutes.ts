import { RunoffError, runStatuses, runToJson, type RunStatus } from '@runoff/core'
import type { FastifyInstance } from 'fastify'
import type { MetricStore, StoredRunPage, StoredRunQuery } from '../store/metricStore.ts'
import { requireExperiment } from './findRun.ts'
import { Problem } from './problem.ts'
import { countSchema, listSchema, querySchema, textSchema } from './querySchema.ts'
import { readingAccess } from './routeAccess.ts'

const defaultLimit = 100
/** A larger `limit` is answered with this many runs to a page. */
const largestPage = 1000

interface RunsRoute {
  readonly Params: { readonly experiment_id: string }
  readonly Querystring: {
    readonly limit?: number
    readonly cursor?: string
    readonly search?: string
    readonly status?: readonly RunStatus[]
    readonly include_archived?: boolean
    readonly ids?: readonly string[]
  }
}

const schema = querySchema({
  limit: countSchema,
  cursor: textSchema(100),
  search: textSchema(500),
  status: listSchema({ enum: runStatuses }, runStatuses.length),
  include_archived: { type: 'boolean' },
  ids: listSchema(textSchema(5000), 500),
})

/** `GET /api/v1/experiments/{experiment_id}/runs`: one page of runs, last saved first. */
export function addRunRoutes(app: FastifyInstance, store: MetricStore): void {
  app.get<RunsRoute>(
    '/api/v1/experiments/:experiment_id/runs',
    { schema, config: { access: readingAccess } },
    async ({ params, query }) => {
      await requireExperiment(store, params.experiment_id)
      const page = await listRuns(store, storedQuery(params.experiment_id, query))
      return { runs: page.runs.map(runToJson), next_cursor: page.nextCursor, total: page.total }
    },
  )
}

function storedQuery(experimentId: string, query: RunsRoute['Querystring']): StoredRunQuery {
  const { limit = defaultLimit, include_archived: includeArchived = false, ...rest } = query
  return { ...rest, experimentId, includeArchived, limit: Math.min(limit, largestPage) }
}

async function listRuns(store: MetricStore, query: StoredRunQuery): Promise<StoredRunPage> {
  try {
    return await store.listRuns(query)
  } catch (error) {
    const isCursor = error instanceof RunoffError && error.code === 'bad-option'
    throw isCursor ? new Problem('bad-option', error.message) : error
  }
}
