import type { FastifyInstance } from 'fastify'
import type { MetricStore } from '../store/metricStore.ts'
import { readingAccess } from './routeAccess.ts'

/** `GET /api/v1/experiments`: every experiment with the number of its runs. */
export function addExperimentRoutes(app: FastifyInstance, store: MetricStore): void {
  app.get('/api/v1/experiments', { config: { access: readingAccess } }, async () => {
    const experiments = await store.listExperiments()
    return {
      experiments: experiments.map(({ id, name, runCount }) => ({ id, name, run_count: runCount })),
    }
  })
}
