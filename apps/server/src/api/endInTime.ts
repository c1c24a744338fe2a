import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'

/**
 * Makes closing the server end: what is being answered may finish for `timeoutMs`, then its
 * connections are cut. What is asked meanwhile, on a connection that is open, is refused.
 */
export function endInTime(app: FastifyInstance, timeoutMs: number): void {
  const timers: ReturnType<typeof setTimeout>[] = []
  app.addHook('onRequest', async (_request, reply) => {
    if (timers.length === 0) return
    reply.headers({ connection: 'close', 'retry-after': 5 })
    throw new Problem('closing', 'The server is being stopped.')
  })
  app.addHook('preClose', async () => {
    timers.push(setTimeout(() => app.server.closeAllConnections(), timeoutMs))
  })
  app.addHook('onClose', async () => {
    for (const timer of timers) clearTimeout(timer)
  })
}
