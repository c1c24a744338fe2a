import type { RestContext } from '../rest/restContext.ts'

/** What is needed to ask a tracker. */
export interface TrackerAccess {
  /** @default the global `fetch` */
  readonly fetch?: typeof fetch
  /** Called for each request anew, so that a token may change. */
  readonly headers?: () => HeadersInit | Promise<HeadersInit>
}

/** How to find out what answers at an address. */
export interface IdentifyOptions extends TrackerAccess {
  readonly signal?: AbortSignal
}

/** Returns what every request to the tracker at `baseUrl` needs. */
export function contextOf(
  baseUrl: string,
  {
    // Looked up for each request: a page may replace it after this was called.
    fetch = (input, init) => globalThis.fetch(input, init),
    headers = () => ({}),
  }: TrackerAccess,
): RestContext {
  return { baseUrl: withoutSlash(baseUrl), fetch, headers }
}

function withoutSlash(url: string): string {
  let end = url.length
  while (url[end - 1] === '/') end--
  return url.slice(0, end)
}
