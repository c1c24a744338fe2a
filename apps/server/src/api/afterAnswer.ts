import type { ServerResponse } from 'node:http'
import { finished } from 'node:stream'
import type { FastifyReply } from 'fastify'

const waiting = new WeakMap<ServerResponse, (() => void)[]>()

/**
 * Does work when a request is answered or its caller has hung up: of streams as well, of which
 * fastify does not say that they ended. One listener for all who wait, as node warns of many.
 */
export function afterAnswer({ raw }: FastifyReply, work: () => void): void {
  const others = waiting.get(raw)
  if (others !== undefined) {
    others.push(work)
    return
  }
  const all = [work]
  waiting.set(raw, all)
  finished(raw, () => {
    for (const each of all) each()
  })
}
