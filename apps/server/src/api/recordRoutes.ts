import { randomUUID } from 'node:crypto'
import { defineRun, runToJson } from '@runoff/core'
import type { FastifyInstance } from 'fastify'
import type { MetricStore } from '../store/metricStore.ts'
import { answersOf, experimentParams, objectSchema, refTo, runParams } from './apiSchemas.ts'
import { requireExperiment, requireRun } from './findRun.ts'
import { refusedAs } from './problem.ts'
import { bodySchema } from './querySchema.ts'
import { changingAccess } from './routeAccess.ts'
import { readRunFields, runFieldSchemas, runInputOf, type RunFields } from './runFields.ts'

interface CreateRoute {
  readonly Params: { readonly experiment_id: string }
  readonly Body: RunFields & { readonly id?: string }
}

interface ChangeRoute {
  readonly Params: { readonly experiment_id: string; readonly run_id: string }
  readonly Body: RunFields & { readonly archived?: boolean }
}

const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'

const createSchema = {
  operationId: 'createRun',
  summary: 'Makes a run to be recorded. With an `id` of your own it can be sent again safely.',
  tags: ['runs'],
  params: experimentParams,
  body: bodySchema({
    id: {
      type: 'string',
      pattern: uuid,
      description: 'A UUID in lower case. A run of this id stays as it is, and is the answer.',
    },
    ...runFieldSchemas,
  }),
  response: answersOf('The run.', objectSchema({ run: refTo('Run') }), {
    status: 201,
    problems: [409],
  }),
}

const changeSchema = {
  operationId: 'changeRun',
  summary: 'Changes what is known of a run, archives it or takes it back.',
  tags: ['runs'],
  params: runParams,
  body: {
    ...bodySchema({ archived: { type: 'boolean' }, ...runFieldSchemas }),
    minProperties: 1,
  },
  response: answersOf('The run as it is now.', objectSchema({ run: refTo('Run') })),
}

/** `POST …/runs` and `PATCH …/runs/{run_id}`: makes runs and changes them. */
export function addRecordRoutes(app: FastifyInstance, store: MetricStore): void {
  const config = { access: changingAccess }
  const runs = '/api/v1/experiments/:experiment_id/runs'
  app.post<CreateRoute>(runs, { schema: createSchema, config }, async (request, reply) => {
    const { id = randomUUID(), ...fields } = request.body
    const run = defineRun({ source: 'api', ...runInputOf(readRunFields(fields)), id })
    const { experiment_id: experimentId } = request.params
    await requireExperiment(store, experimentId)
    const made = await refusedAs({ 'bad-run': 'run-elsewhere' }, () =>
      store.createRun(experimentId, run),
    )
    reply.code(201)
    return { run: runToJson(made) }
  })
  const one = `${runs}/:run_id`
  app.patch<ChangeRoute>(one, { schema: changeSchema, config }, async ({ params, body }) => {
    const { archived, ...fields } = body
    const change = readRunFields(fields)
    const { id } = await requireRun(store, params.experiment_id, params.run_id)
    if (archived !== undefined) await store.setArchived(id, archived)
    if (Object.keys(change).length > 0) await store.updateRun(id, change)
    return { run: runToJson(await requireRun(store, params.experiment_id, id)) }
  })
}
