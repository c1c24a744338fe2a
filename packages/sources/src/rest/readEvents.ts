import { createParser } from 'eventsource-parser'
import { send } from './requestJson.ts'
import type { RestContext } from './restContext.ts'

/** One event of a stream. */
export interface StreamMessage {
  /** `null` where it has none. */
  readonly id: string | null
  readonly event: string
  /** Its JSON; `undefined` where it is none. */
  readonly data: unknown
}

export interface EventsRequest {
  readonly path: string
  /** The last event that came; `null` for a stream that begins. */
  readonly lastId: string | null
  readonly silenceMs: number
  readonly signal: AbortSignal
}

/** A server that answers with something else than a stream. */
export class RefusedStream extends Error {
  override readonly name = 'RefusedStream'
  readonly isAbsent: boolean
  readonly retryAfterMs: number

  constructor({ status, headers }: Response) {
    super(`The server answered a stream with ${status}.`)
    this.isAbsent = status === 404 || status === 405 || status === 501
    this.retryAfterMs = readRetryAfter(headers.get('retry-after'))
  }
}

/** More than any event needs: behind one that is longer, nothing more is read. */
const maxEventCharacters = 4 * 1024 * 1024

/**
 * Asks for a stream and calls back with each of its events, until it ends.
 *
 * By `fetch` and not by `EventSource`, which can send no header, and so no token.
 *
 * @throws {RefusedStream} when there is no stream; what `fetch` throws when it breaks, falls silent
 * or is called off.
 */
export async function readEvents(
  context: RestContext,
  { path, lastId, silenceMs, signal }: EventsRequest,
  onEvent: (message: StreamMessage) => void,
): Promise<void> {
  const ended = new AbortController()
  const end = (): void => ended.abort()
  signal.addEventListener('abort', end, { once: true })
  let timer = setTimeout(end, silenceMs)
  try {
    signal.throwIfAborted()
    const headers = {
      accept: 'text/event-stream',
      ...(lastId !== null && { 'last-event-id': lastId }),
    }
    const response = await send(context, path, path, { signal: ended.signal, headers })
    const reader = await readerOf(response)
    const parser = parserFor(onEvent)
    const decoder = new TextDecoder()
    for (;;) {
      const { done, value } = await reader.read()
      if (done || signal.aborted) return
      clearTimeout(timer)
      timer = setTimeout(end, silenceMs)
      parser.feed(decoder.decode(value, { stream: true }))
    }
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
    // Ends the request wherever it was left.
    end()
  }
}

async function readerOf(response: Response): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const type = response.headers.get('content-type') ?? ''
  if (response.ok && type.startsWith('text/event-stream') && response.body !== null) {
    return response.body.getReader()
  }
  await response.body?.cancel()
  throw new RefusedStream(response)
}

function parserFor(onEvent: (message: StreamMessage) => void): ReturnType<typeof createParser> {
  return createParser({
    maxBufferSize: maxEventCharacters,
    onEvent: ({ id = null, event = 'message', data }) => onEvent({ id, event, data: parse(data) }),
  })
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}

/** Returns the wait that a server asks for, in seconds or as a date; `0` for anything else. */
function readRetryAfter(text: string | null): number {
  if (text === null) return 0
  const seconds = /^[0-9]{1,9}$/.test(text) ? Number(text) : NaN
  const ms = Number.isNaN(seconds) ? Date.parse(text) - Date.now() : seconds * 1000
  return Number.isFinite(ms) ? Math.max(0, ms) : 0
}
