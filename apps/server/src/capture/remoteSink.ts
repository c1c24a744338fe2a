import { RunoffError, type Run } from '@runoff/core'
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

  const send = async (method: 'POST' | 'PATCH', path: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(new URL(path, url), {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
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
  const sendLog = async (bytes: Uint8Array, facts: object): Promise<void> => {
    const path = await begin()
    // What is no text becomes the sign for that: JSON holds nothing else.
    const text = new TextDecoder().decode(bytes)
    await send('POST', `${path}/logs`, { offset, text, ...facts })
    offset += Buffer.byteLength(text)
  }

  return {
    append: (bytes, printedAtMs) => sendLog(bytes, { printed_at: printedAtMs }),
    async finish(ending: RunChange) {
      await sendLog(new Uint8Array(0), { is_last: true })
      const { status, endedAt } = ending
      await send('PATCH', await begin(), { status, ended_at: endedAt })
    },
  }
}

/** What a server is told of a run that begins. */
function bodyOf({ startedAtMs, params, tags, ...run }: Run): object {
  const { id, name, model, dataset, status, seed, group } = run
  return {
    id,
    name,
    model,
    dataset,
    status,
    seed,
    group,
    started_at: startedAtMs,
    params: Object.fromEntries(params),
    tags: Object.fromEntries(tags),
  }
}

/** The id that an answer gives to what was made. */
function idOf(answer: unknown, member: string): string {
  const made: unknown = memberOf(answer, member)
  const id = memberOf(made, 'id')
  if (typeof id === 'string') return id
  throw new RunoffError('source-failed', 'The server answered, but not as a Runoff server does.')
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
  return (value as Readonly<Record<string, unknown>>)[name]
}

function refused(url: string, status: number, content: unknown): RunoffError {
  const detail = memberOf(content, 'detail')
  const reason = typeof detail === 'string' ? detail : `it answered with status ${status}`
  return new RunoffError('source-failed', `${new URL(url).origin} did not keep this: ${reason}`)
}
