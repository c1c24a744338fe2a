import type { FastifyInstance } from 'fastify'
import { answersOf, text } from './apiSchemas.ts'
import { readingAccess } from './routeAccess.ts'
import type { ServerMetrics } from './serverMetrics.ts'

const schema = {
  operationId: 'readServerMetrics',
  summary: 'What the server counts of itself, as Prometheus reads it.',
  tags: ['server'],
  response: answersOf('Counters and gauges.', text, { type: 'text/plain' }),
}

/** `GET /metrics`: requests, points, streams and the state of the process. */
export function addServerMetricsRoute(app: FastifyInstance, metrics: ServerMetrics): void {
  app.get('/metrics', { schema, config: { access: readingAccess } }, async (_request, reply) => {
    reply.type(metrics.contentType)
    return metrics.text()
  })
}
