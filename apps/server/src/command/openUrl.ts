import { RunoffError } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import { isMlflow, mlflowSource } from '@runoff/sources/mlflow'
import { restSource } from '@runoff/sources/rest'
import { isTensorboard, tensorboardSource } from '@runoff/sources/tensorboard'
import { isTrackio, trackioSource } from '@runoff/sources/trackio'
import { memberOf } from '../memberOf.ts'
import { misuse } from './exitCodes.ts'

/** Runs that were named on the command line. */
export interface NamedSource {
  /** What their experiment is called. */
  readonly name: string
  /** Where they are: no other has the same. */
  readonly origin: string
  readonly source: RunSource
}

export interface OpenUrlOptions {
  /** @default the global `fetch` */
  readonly fetch?: typeof fetch
  /** What a Runoff server wants to be shown. */
  readonly token?: string | null
  readonly signal?: AbortSignal
}

/**
 * Returns what is at an address that was named on the command line: of a Runoff server, a source for
 * each of its experiments; of MLflow, TensorBoard and Trackio, one of all their runs. Nothing but this address, and what lies below it, is asked for anything.
 *
 * @throws {RunoffError} `bad-option` where something else answers; `source-failed` where nothing does.
 */
export async function openUrl(
  url: URL,
  { fetch = globalThis.fetch, token = null, signal }: OpenUrlOptions = {},
): Promise<readonly NamedSource[]> {
  const baseUrl = `${url.origin}${url.pathname.replace(/\/$/, '')}`
  const headers = token === null ? {} : { authorization: `Bearer ${token}` }
  const ask = async (path: string): Promise<Answer> =>
    answerAt(`${baseUrl}${path}`, fetch, { headers, signal: signal ?? null, redirect: 'manual' })
  const runoff = await ask('/api/v1/experiments')
  const experiments = experimentsOf(runoff.json)
  if (experiments === null) {
    if (runoff.status === 401 || memberOf(runoff.json, 'code') === 'token-required') {
      throw misuse(`${baseUrl} wants a token: set RUNOFF_TOKEN to it.`)
    }
    return openTracker(url, baseUrl, { fetch, ...(signal && { signal }) })
  }
  return experiments.map(({ id, name }) => ({
    name: `${name} (${url.host})`,
    origin: `${baseUrl} ${id}`,
    source: restSource({
      id: `${url.host} ${name}`,
      baseUrl,
      experimentId: id,
      fetch,
      headers: () => headers,
    }),
  }))
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly json: unknown
}

const largestAnswer = 10_000_000

async function answerAt(address: string, fetch: typeof globalThis.fetch, init: RequestInit) {
  try {
    const response = await fetch(address, init)
    const type = response.headers.get('content-type') ?? ''
    const length = Number(response.headers.get('content-length') ?? 0)
    const isJson = type.includes('json') && length <= largestAnswer
    if (!isJson) await response.body?.cancel()
    const json: unknown = isJson ? await response.json().catch(() => null) : null
    return { status: response.status, type, json }
  } catch (cause) {
    init.signal?.throwIfAborted()
    throw new RunoffError(
      'source-failed',
      `Nothing answered at ${new URL(address).origin}. See whether the server runs, and its port.`,
      { cause },
    )
  }
}

interface NamedExperiment {
  readonly id: string
  readonly name: string
}

function experimentsOf(json: unknown): readonly NamedExperiment[] | null {
  const list = memberOf(json, 'experiments')
  if (!Array.isArray(list)) return null
  return list.flatMap((entry: unknown) => {
    const id = memberOf(entry, 'id')
    const name = memberOf(entry, 'name')
    return typeof id === 'string' && typeof name === 'string' ? [{ id, name }] : []
  })
}

/** The trackers that may answer, each known by an address that it alone has. */
const trackers = [
  { name: 'MLflow', isIt: isMlflow, sourceOf: mlflowSource },
  { name: 'TensorBoard', isIt: isTensorboard, sourceOf: tensorboardSource },
  { name: 'Trackio', isIt: isTrackio, sourceOf: trackioSource },
] as const

/** What a tracker at this address holds; it is shown no token of ours. */
async function openTracker(
  url: URL,
  baseUrl: string,
  options: Pick<OpenUrlOptions, 'fetch' | 'signal'>,
): Promise<readonly NamedSource[]> {
  for (const { name, isIt, sourceOf } of trackers) {
    if (!(await isIt(baseUrl, options))) continue
    const source = sourceOf({
      id: baseUrl,
      baseUrl,
      ...(options.fetch && { fetch: options.fetch }),
    })
    return [{ name: `${name} (${url.host})`, origin: baseUrl, source }]
  }
  throw misuse(
    `${baseUrl} is no server that Runoff can read. ` +
      'Name the address of Runoff, MLflow, TensorBoard or Trackio, or a folder of runs.',
  )
}
