import { defineSource } from '../define/defineSource.ts'
import type { RunSource } from '../source.ts'
import { archiveRuns } from './archiveRuns.ts'
import { createExperiments } from './experiments.ts'
import { listRuns, type RestList } from './listRuns.ts'
import { readSeries } from './readSeries.ts'
import { createWatch } from './watchRuns.ts'

export interface RestSourceOptions {
  /** @default 'rest' */
  readonly id?: string
  /** Where the server's `/api/v1` begins: `https://runoff.example`, or `''` for the page's own. */
  readonly baseUrl: string
  /** Only the runs of this experiment; those of all experiments without it. */
  readonly experimentId?: string
  /** @default the global `fetch` */
  readonly fetch?: typeof fetch
  /** Called for each request anew, so that a token may change. */
  readonly headers?: () => HeadersInit | Promise<HeadersInit>
}

/**
 * Returns a source of the runs that a Runoff server keeps, or any server with the same API.
 *
 * All metrics of a run are read with one request, and those of several runs together. `watch`
 * listens to the server's stream of changes with the same headers; where there is none, runs that
 * were live when they were listed are told to have changed every five seconds. What the server refuses or answers wrongly is a
 * `RunoffError`; secrets that `headers` gives stand in no message.
 */
export function restSource({
  id = 'rest',
  baseUrl,
  experimentId,
  // Looked up for each request: a page may replace it after this was called.
  fetch = (input, init) => globalThis.fetch(input, init),
  headers = () => ({}),
}: RestSourceOptions): RunSource {
  const context = { baseUrl: withoutSlash(baseUrl), fetch, headers }
  const list: RestList = {
    context,
    experiments: createExperiments(context, experimentId),
    sourceId: id,
    streamPath: streamPathOf(experimentId),
    experimentId: experimentId ?? null,
    live: new Set(),
    lacks: new Set(),
  }
  return defineSource({
    id,
    listRuns: (query, options) => listRuns(list, query, options),
    readSeries: (requests, options) => readSeries(list, requests, options),
    watch: createWatch(list),
    setArchived: (ids, archived, options) => archiveRuns(list, { ids, archived }, options),
  })
}

function streamPathOf(experimentId: string | undefined): string {
  if (experimentId === undefined) return '/api/v1/stream'
  return `/api/v1/experiments/${encodeURIComponent(experimentId)}/stream`
}

function withoutSlash(url: string): string {
  return url.endsWith('/') ? withoutSlash(url.slice(0, -1)) : url
}
