import { runToJson } from '@runoff/core'
import type { FastifyInstance } from 'fastify'
import type { MetricStore } from '../store/metricStore.ts'
import { requireRun } from './findRun.ts'
import { changingAccess } from './routeAccess.ts'

interface ArchiveRoute {
  readonly Params: { readonly experiment_id: string; readonly run_id: string }
  readonly Body: { readonly archived: boolean }
}

/** Room for the one member that can be changed, and not for much more. */
const bodyLimit = 1_000

const schema = {
  body: {
    type: 'object',
    // Not by its type, which would take "false", 0 and null for what they are not.
    properties: { archived: { enum: [true, false] } },
    required: ['archived'],
    additionalProperties: false,
  },
}

/** `PATCH …/runs/{run_id}`: archives a run or takes it back, and answers with the run. */
export function addArchiveRoute(app: FastifyInstance, store: MetricStore): void {
  app.patch<ArchiveRoute>(
    '/api/v1/experiments/:experiment_id/runs/:run_id',
    { schema, bodyLimit, config: { access: changingAccess } },
    async ({ params, body }) => {
      const { id } = await requireRun(store, params.experiment_id, params.run_id)
      await store.setArchived(id, body.archived)
      return { run: runToJson(await requireRun(store, params.experiment_id, id)) }
    },
  )
}
