import type { FastifyInstance } from 'fastify'
import type { MetricStore } from '../store/metricStore.ts'
import { answersOf, objectSchema } from './apiSchemas.ts'
import { openAccess } from './routeAccess.ts'

const schema = {
  operationId: 'readHealth',
  summary: 'Whether the server and its store answer. Needs no token.',
  tags: ['server'],
  security: [],
  response: answersOf('They do.', objectSchema({ status: { const: 'ok' } })),
}

/** `GET /healthz`: whether the server and its store answer. */
export function addHealthRoute(app: FastifyInstance, store: MetricStore): void {
  app.get('/healthz', { schema, config: { access: openAccess } }, async () => {
    await store.listExperiments()
    return { status: 'ok' }
  })
}
