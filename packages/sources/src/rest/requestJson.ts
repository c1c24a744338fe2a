import { RunoffError } from '@runoff/core'
import { parseTolerantJson, type JsonValue } from '../json/parseTolerantJson.ts'
import { readBody } from './readBody.ts'
import { problemOf } from './readProblem.ts'
import type { RestContext } from './restContext.ts'

/**
 * Returns the JSON that the server answers to a GET of `path`.
 *
 * Headers are asked for anew each time. A redirect is refused, since it would carry them elsewhere.
 * No message names the server's address or a header: either may hold a secret.
 *
 * @throws {RunoffError} what the server's problem says, else `source-failed`.
 */
export async function requestJson(
  context: RestContext,
  path: string,
  query: URLSearchParams,
  signal?: AbortSignal,
): Promise<JsonValue> {
  const search = query.size === 0 ? '' : `?${query}`
  return answerOf(await send(context, `${path}${search}`, path, signal && { signal }), path)
}

/**
 * Sends a change of what is at `path` as JSON, and returns the JSON of the answer.
 *
 * @throws {RunoffError} as `requestJson` does.
 */
export async function changeJson(
  context: RestContext,
  path: string,
  change: Readonly<Record<string, JsonValue>>,
  signal?: AbortSignal,
): Promise<JsonValue> {
  const body = JSON.stringify(change)
  const sent = { method: 'PATCH', body, ...(signal && { signal }) }
  return answerOf(await send(context, path, path, sent), path)
}

/**
 * Sends a question as JSON to `path`, and returns the JSON of the answer; `null` where the server
 * has no such route.
 *
 * @throws {RunoffError} as `requestJson` does.
 */
export async function askJson(
  context: RestContext,
  path: string,
  body: string,
  signal?: AbortSignal,
): Promise<JsonValue> {
  const sent = { method: 'POST', body, ...(signal && { signal }) }
  const response = await send(context, path, path, sent)
  if (![404, 405, 501].includes(response.status)) return answerOf(response, path)
  await response.body?.cancel()
  return null
}

async function answerOf(response: Response, path: string): Promise<JsonValue> {
  const text = await readBody(response, path)
  if (!response.ok) throw problemOf(response.status, text, path)
  try {
    return parseTolerantJson(text)
  } catch (cause) {
    throw new RunoffError('source-failed', `The server answered ${path} with no JSON.`, { cause })
  }
}

/**
 * Asks the server for `target`, which messages name as `path`.
 *
 * @throws {RunoffError} `source-failed` when it does not answer; the reason of the signal.
 */
export async function send(
  { baseUrl, fetch, headers }: RestContext,
  target: string,
  path: string,
  sent: Pick<RequestInit, 'method' | 'body' | 'signal' | 'headers'> = {},
): Promise<Response> {
  const given = withAccept(await headers())
  for (const [name, value] of new Headers(sent.headers)) given.set(name, value)
  if (sent.body !== undefined) given.set('content-type', 'application/json')
  const init = { ...sent, headers: given, redirect: 'error' } satisfies RequestInit
  try {
    return await fetch(`${baseUrl}${target}`, init)
  } catch (cause) {
    sent.signal?.throwIfAborted()
    throw new RunoffError('source-failed', `The server did not answer ${path}.`, { cause })
  }
}

function withAccept(given: HeadersInit): Headers {
  try {
    const headers = new Headers(given)
    if (!headers.has('accept')) headers.set('accept', 'application/json')
    return headers
  } catch {
    // Without the cause: it would repeat the header's value.
    throw new RunoffError('bad-option', 'A header that was given holds characters it may not hold.')
  }
}
