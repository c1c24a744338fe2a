import { once } from 'node:events'
import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyReply } from 'fastify'

/** One event on its way to a client. */
export interface StreamEvent {
  /** What the client sends as `Last-Event-ID` to go on behind it. */
  readonly id: number
  readonly event: string
  /** Anything JSON can hold. */
  readonly data: unknown
}

export interface EventStream {
  /** Aborts when the client is gone, too slow, or the server closes. */
  readonly signal: AbortSignal
  /** Resolves when the client has room for more. Rejects when the signal aborts. */
  send(events: readonly StreamEvent[]): Promise<void>
  end(): void
}

export interface EventStreamOptions {
  /** How often something is sent, so that both ends see that the other is there. */
  readonly heartbeatMs: number
  /** A client that takes nothing for as long is cut off: it may come again and go on. */
  readonly patienceMs: number
}

/** How soon a client that was cut off comes again, unless it knows better. */
const retryMs = 1000

/**
 * Begins an answer that is a stream of server-sent events.
 *
 * What is sent is JSON, in which no line ends, so that nothing of it can be taken for a frame.
 */
export function openEventStream(
  reply: FastifyReply,
  { heartbeatMs, patienceMs }: EventStreamOptions,
): EventStream {
  reply.hijack()
  const { raw } = reply
  const gone = new AbortController()
  const leave = (): void => gone.abort(new Error('Nobody listens any more.'))
  raw.on('close', leave)
  raw.on('error', leave)
  reply.header('content-type', 'text/event-stream; charset=utf-8')
  raw.writeHead(200, reply.getHeaders() as OutgoingHttpHeaders)
  raw.write(`retry: ${retryMs}\n\n`)
  const heartbeat = setInterval(() => {
    // To one that takes nothing, this would only pile up.
    if (!raw.writableNeedDrain) raw.write(':\n\n')
  }, heartbeatMs)
  gone.signal.addEventListener('abort', () => clearInterval(heartbeat))
  return {
    signal: gone.signal,
    async send(events) {
      gone.signal.throwIfAborted()
      if (raw.write(events.map(frameOf).join(''))) return
      const patience = setTimeout(() => raw.destroy(), patienceMs)
      try {
        await once(raw, 'drain', { signal: gone.signal })
      } finally {
        clearTimeout(patience)
      }
    },
    end() {
      raw.end()
      leave()
    },
  }
}

/** Returns an event as it is written. */
export function frameOf({ id, event, data }: StreamEvent): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
