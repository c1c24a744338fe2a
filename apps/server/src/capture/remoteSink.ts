import { RunoffError, type Run } from '@runoff/core'
import { longestKey, longestName, longestValue, mostSeries } from '../api/limits.ts'
import { memberOf } from '../memberOf.ts'
import type { RunChange } from '../store/metricStore.ts'
import type { LogSink } from './recorder.ts'

export interface RemoteSinkOptions {
  /** Where the server is, such as `https://runoff.example:4870`. */
  readonly url: string
  /** Sent as `Authorization: Bearer`; `null` for a server that asks for none. */
  readonly token: string | null
  readonly experiment: string
  readonly run: Run
  /** @default the global `fetch` */
  readonly fetch?: typeof fetch
}

const timeoutMs = 20_000

/**
 * Returns a sink that sends a run to a Runoff server, which reads the log. The run is made with the
 * first thing that is sent. What the server refuses is thrown, and may be sent again.
 */
export function remoteSink({
  url,
  token,
  experiment,
  run,
  fetch = globalThis.fetch,
}: RemoteSinkOptions): LogSink {
  let place: string | null = null
  let offset = 0
  const textOf = createTexts()

  const ask = async (method: 'POST' | 'PATCH', path: string, body: unknown): Promise<Response> => {
    try {
      return await fetch(new URL(path, url), {
        method,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        headers: {
          'content-type': 'application/json',
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
      })
    } catch (cause) {
      throw unreachable(url, cause)
    }
  }
  const send = async (method: 'POST' | 'PATCH', path: string, body: unknown): Promise<unknown> => {
    const answer = await ask(method, path, body)
    const content: unknown = await answer.json().catch(() => null)
    if (!answer.ok) throw refused(url, answer.status, content)
    return content
  }
  const begin = async (): Promise<string> => {
    if (place !== null) return place
    const made = await send('POST', '/api/v1/experiments', { name: experiment })
    const runs = `/api/v1/experiments/${encodeURIComponent(idOf(made, 'experiment'))}/runs`
    await send('POST', runs, bodyOf(run))
    place = `${runs}/${encodeURIComponent(run.id)}`
    return place
  }
  const sendLog = async (bytes: Uint8Array | null, facts: object): Promise<void> => {
    const path = await begin()
    const text = textOf(bytes)
    await send('POST', `${path}/logs`, { offset, text, ...facts })
    offset += Buffer.byteLength(text)
  }

  return {
    begin: async () => void (await begin()),
    append: (bytes, printedAtMs) => sendLog(bytes, { printed_at: printedAtMs }),
    async finish(ending: RunChange) {
      await sendLog(null, { is_last: true })
      const { status, endedAt } = ending
      await send('PATCH', await begin(), { status, ended_at: endedAt })
    },
  }
}

/**
 * Returns what turns the pieces of a log into text, `null` standing for its end: a piece that is sent
 * again is the same text. What is no text becomes the sign for that: JSON holds nothing else.
 */
function createTexts(): (bytes: Uint8Array | null) => string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let last: { readonly bytes: Uint8Array | null; readonly text: string } | null = null
  return (bytes) => {
    if (last?.bytes === bytes) return last.text
    const text = bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true })
    last = { bytes, text }
    return text
  }
}

/** What a server is told of a run that begins: no more of it than a server takes. */
function bodyOf({ startedAtMs, params, tags, ...run }: Run): object {
  const { id, name, model, dataset, status, seed, group } = run
  return {
    id,
    name: cut(name, longestName),
    model: cut(model, longestName),
    dataset: cut(dataset, longestName),
    status,
    seed: cut(seed, longestName),
    group: cut(group, longestName),
    started_at: startedAtMs,
    params: entriesOf(params),
    tags: entriesOf(tags),
  }
}

/** By names that are no longer than the server allows; what is longer is cut, what is more left out. */
function entriesOf(entries: ReadonlyMap<string, unknown>): object {
  const few = Array.from(entries).slice(0, mostSeries)
  return Object.fromEntries(
    few.map(([name, value]) => [
      cut(name, longestKey),
      typeof value === 'string' ? cut(value, longestValue) : value,
    ]),
  )
}

function cut<Text extends string | null>(text: Text, most: number): Text | string {
  return text === null || text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

/** The id that an answer gives to what was made. */
function idOf(answer: unknown, member: string): string {
  const made: unknown = memberOf(answer, member)
  const id = memberOf(made, 'id')
  if (typeof id === 'string') return id
  throw new RunoffError('source-failed', 'The server answered, but not as a Runoff server does.')
}

function unreachable(url: string, cause: unknown): RunoffError {
  const reason = cause instanceof Error ? (codeOf(cause.cause) ?? cause.message) : String(cause)
  return new RunoffError('source-failed', `${new URL(url).origin} cannot be reached: ${reason}.`, {
    cause,
  })
}

function codeOf(error: unknown): string | null {
  const code = memberOf(error, 'code')
  return typeof code === 'string' ? code : null
}

function refused(url: string, status: number, content: unknown): RunoffError {
  const detail = memberOf(content, 'detail')
  const reason = typeof detail === 'string' ? detail : `it answered with status ${status}`
  return new RunoffError('source-failed', `${new URL(url).origin} did not keep this: ${reason}`)
}
