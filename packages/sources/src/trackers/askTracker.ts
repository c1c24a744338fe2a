import { RunoffError } from '@runoff/core'
import { parseTolerantJson, type JsonValue } from '../json/parseTolerantJson.ts'
import { readBody } from '../rest/readBody.ts'
import { isObject, textAt } from '../rest/readJson.ts'
import { send } from '../rest/requestJson.ts'
import type { RestContext } from '../rest/restContext.ts'

export interface TrackerQuestion {
  readonly path: string
  readonly query?: URLSearchParams
  /** Sent as JSON with a POST; without it the request is a GET. */
  readonly body?: object
}

/**
 * Returns the JSON that a tracker answers, also where it holds a bare `NaN`.
 *
 * @throws {RunoffError} `not-found` where the tracker has no such thing; `source-failed` where it
 * refuses otherwise, does not answer, or answers with anything but JSON; the reason of the signal.
 */
export async function askTracker(
  context: RestContext,
  { path, query, body }: TrackerQuestion,
  signal?: AbortSignal,
): Promise<JsonValue> {
  const search = query === undefined || query.size === 0 ? '' : `?${query}`
  const sent = {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }
  const response = await send(context, `${path}${search}`, path, sent)
  const text = await readBody(response, path)
  if (!response.ok) throw refusalOf(response.status, text, path)
  try {
    return parseTolerantJson(text)
  } catch (cause) {
    throw new RunoffError('source-failed', `The tracker answered ${path} with no JSON.`, { cause })
  }
}

function refusalOf(status: number, text: string, path: string): RunoffError {
  const said = saidIn(text)
  const isMissing = said.errorCode === 'RESOURCE_DOES_NOT_EXIST'
  const reason = said.reason === null ? '' : `: ${said.reason.slice(0, 300)}`
  const advice = status === 401 || status === 403 ? `. ${accessAdvice}` : ''
  return new RunoffError(
    isMissing ? 'not-found' : 'source-failed',
    `The tracker refused ${path} with ${status}${reason}${advice}`,
  )
}

const accessAdvice =
  'Pass what it wants to be shown as headers, and ask a tracker of another origin through a proxy.'

interface Said {
  readonly errorCode: string | null
  readonly reason: string | null
}

function saidIn(text: string): Said {
  try {
    const answer: unknown = JSON.parse(text)
    if (!isObject(answer)) return { errorCode: null, reason: null }
    const reason = textAt(answer, 'message') ?? textAt(answer, 'error') ?? textAt(answer, 'detail')
    return { errorCode: textAt(answer, 'error_code'), reason }
  } catch {
    return { errorCode: null, reason: null }
  }
}
