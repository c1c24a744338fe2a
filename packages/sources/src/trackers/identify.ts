import { parseTolerantJson } from '../json/parseTolerantJson.ts'
import { readBody } from '../rest/readBody.ts'
import { send } from '../rest/requestJson.ts'
import type { TrackerQuestion } from './askTracker.ts'
import { contextOf, type IdentifyOptions } from './trackerOptions.ts'

/**
 * Whether one question is answered as one kind of tracker answers it. Whatever else happens is a
 * `false`: nothing answers, or something else does; only a request that is called off rejects.
 */
export async function identify(
  baseUrl: string,
  { path, query, body }: TrackerQuestion,
  {
    isOurs,
    signal,
    ...access
  }: IdentifyOptions & { readonly isOurs: (answer: unknown) => boolean },
): Promise<boolean> {
  const sent = {
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    ...(signal && { signal }),
  }
  const search = query === undefined ? '' : `?${query}`
  try {
    const response = await send(contextOf(baseUrl, access), `${path}${search}`, path, sent)
    if (!(response.headers.get('content-type') ?? '').includes('json')) {
      // It may be a stream that never ends.
      await response.body?.cancel()
      return false
    }
    // A refusal tells as well: what cannot be found is told in the tracker's own way.
    return isOurs(parseTolerantJson(await readBody(response, path)))
  } catch {
    signal?.throwIfAborted()
    return false
  }
}
