import type { FastifyInstance } from 'fastify'
import type { Experiment, MetricStore } from '../store/metricStore.ts'
import { answersOf, objectSchema, refTo } from './apiSchemas.ts'
import { longestName } from './limits.ts'
import { bodySchema, textSchema } from './querySchema.ts'
import { changingAccess, readingAccess } from './routeAccess.ts'

interface CreateRoute {
  readonly Body: { readonly name: string }
}

const listSchema = {
  operationId: 'listExperiments',
  summary: 'Every experiment with the number of its runs, in the order of their names.',
  tags: ['experiments'],
  response: answersOf(
    'All experiments.',
    objectSchema({ experiments: { type: 'array', items: refTo('Experiment') } }),
  ),
}

const createSchema = {
  operationId: 'createExperiment',
  summary: 'Makes an experiment, unless there is one of this name.',
  tags: ['experiments'],
  body: bodySchema({ name: { ...textSchema(longestName), minLength: 1 } }, ['name']),
  response: answersOf(
    'The experiment of this name.',
    objectSchema({ experiment: refTo('Experiment') }),
  ),
}

/** `GET` and `POST /api/v1/experiments`: lists experiments and makes new ones. */
export function addExperimentRoutes(app: FastifyInstance, store: MetricStore): void {
  app.get(
    '/api/v1/experiments',
    { schema: listSchema, config: { access: readingAccess } },
    async () => ({ experiments: (await store.listExperiments()).map(experimentToJson) }),
  )
  app.post<CreateRoute>(
    '/api/v1/experiments',
    { schema: createSchema, config: { access: changingAccess } },
    async ({ body }) => ({ experiment: experimentToJson(await store.createExperiment(body.name)) }),
  )
}

function experimentToJson({ id, name, runCount }: Experiment): Readonly<Record<string, unknown>> {
  return { id, name, run_count: runCount }
}
