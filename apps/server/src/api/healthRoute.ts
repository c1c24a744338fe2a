import type { FastifyInstance } from 'fastify'
import type { MetricStore } from '../store/metricStore.ts'
import { readingAccess } from './routeAccess.ts'

/** `GET /healthz`: whether the server and its store answer. */
export function addHealthRoute(app: FastifyInstance, store: MetricStore): void {
  app.get('/healthz', { config: { access: readingAccess } }, async () => {
    await store.listExperiments()
    return { status: 'ok' }
  })
}
