import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { afterAnswer } from './afterAnswer.ts'

/** What the server counts of itself. */
export interface ServerMetrics {
  countPoints(outcome: { readonly accepted: number; readonly duplicates: number }): void
  /** Returns what ends it. */
  countStream(): () => void
  /** As Prometheus reads it. */
  text(): Promise<string>
  readonly contentType: string
}

const secondsOfAnswers = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 30]

/** Counts what a server answers, by the pattern of its route, never by what was asked. */
export function createServerMetrics(app: FastifyInstance): ServerMetrics {
  const registry = new Registry()
  // Begins to measure with the first server, not with the first who asks.
  const ofProcess = processMetrics()
  const registers = [registry]
  const durations = new Histogram({
    name: 'runoff_http_request_duration_seconds',
    help: 'How long requests took, by method, route and status.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: secondsOfAnswers,
    registers,
  })
  const points = new Counter({
    name: 'runoff_points_total',
    help: 'Points that were sent: new ones and ones that were there already.',
    labelNames: ['outcome'] as const,
    registers,
  })
  const streams = new Gauge({
    name: 'runoff_stream_clients',
    help: 'Streams that somebody listens to now.',
    registers,
  })
  app.addHook('onRequest', async (request, reply) => {
    afterAnswer(reply, () => {
      const route = request.routeOptions.url ?? 'none'
      const labels = { method: request.method, route, status: reply.raw.statusCode }
      durations.observe(labels, reply.elapsedTime / 1000)
    })
  })
  return {
    countPoints({ accepted, duplicates }) {
      points.inc({ outcome: 'accepted' }, accepted)
      points.inc({ outcome: 'duplicate' }, duplicates)
    },
    countStream() {
      streams.inc()
      return () => streams.dec()
    },
    async text() {
      return `${await registry.metrics()}\n${await ofProcess.metrics()}`
    },
    contentType: registry.contentType,
  }
}

const held: Registry[] = []

/** Of the whole process (memory, processor, delay of the event loop): one for all its servers. */
function processMetrics(): Registry {
  const [known] = held
  if (known !== undefined) return known
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'runoff_' })
  held.push(registry)
  return registry
}
