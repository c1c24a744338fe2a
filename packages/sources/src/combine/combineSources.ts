import { RunoffError } from '@runoff/core'
import { defineSource } from '../define/defineSource.ts'
import { sourceFailure } from '../define/sourceFailure.ts'
import { notFound } from '../query/seriesResults.ts'
import type { RequestOptions, RunEvent, RunSource, SeriesRequest, SeriesResult } from '../source.ts'
import { combinePages, ownQuery } from './combinePages.ts'
import { combinedId, splitId } from './runKeys.ts'

export interface CombineSourcesOptions {
  /** @default 'combined' */
  readonly id?: string
}

/**
 * Returns one source over several. A single source comes back as it is.
 *
 * A run's id becomes `sourceId:runId`; its `source` says where it came from. A page holds an equal
 * share of each source, in the order of the sources. One that fails becomes a notice and hides none
 * of the others; only when all fail does the list fail. `watch` and `setArchived` are there if any
 * source has them: `watch` reports on those that can, `setArchived` refuses runs of those that cannot.
 *
 * @throws {RunoffError} `bad-option` when two sources have one id.
 */
export function combineSources(
  sources: readonly RunSource[],
  { id = 'combined' }: CombineSourcesOptions = {},
): RunSource {
  const byId = new Map(sources.map((source) => [source.id, source]))
  if (byId.size < sources.length) throw sameId(sources)
  const [only] = sources
  if (only !== undefined && sources.length === 1) return only
  return defineSource({
    id,
    listRuns: (query, options) => combinePages([...sources], query, options),
    readSeries: (requests, options) => readEach(byId, requests, options),
    ...(sources.some(({ watch }) => watch) && { watch: watchEach(sources) }),
    ...(sources.some(({ setArchived }) => setArchived) && { setArchived: archiveEach(byId) }),
  })
}

function sameId(sources: readonly RunSource[]): RunoffError {
  const ids = sources.map((source) => source.id)
  const id = ids.find((other, i) => ids.indexOf(other) !== i)
  return new RunoffError(
    'bad-option',
    `combineSources got two sources with the id "${id}", and could not tell their runs apart. ` +
      'Pass each an id of its own.',
  )
}

async function readEach(
  sources: ReadonlyMap<string, RunSource>,
  requests: readonly SeriesRequest[],
  options?: RequestOptions,
): Promise<readonly SeriesResult[]> {
  const results = new Map<SeriesRequest, SeriesResult>()
  const answers = Array.from(bySource(requests), async ([sourceId, own]) => {
    const given = await readFrom(sources.get(sourceId), own, options)
    for (const [i, { request }] of own.entries()) {
      const result = given[i]
      if (result !== undefined) results.set(request, { ...result, request })
    }
  })
  await Promise.all(answers)
  return requests.map((request) => results.get(request) ?? unknownRun(request))
}

interface Routed {
  readonly request: SeriesRequest
  /** The request as its own source knows it. */
  readonly own: SeriesRequest
}

function bySource(requests: readonly SeriesRequest[]): ReadonlyMap<string, readonly Routed[]> {
  const routes = new Map<string, Routed[]>()
  for (const request of requests) {
    const key = splitId(request.runId)
    if (key === null) continue
    const route = routes.get(key.sourceId) ?? []
    route.push({ request, own: { ...request, runId: key.runId } })
    routes.set(key.sourceId, route)
  }
  return routes
}

async function readFrom(
  source: RunSource | undefined,
  routed: readonly Routed[],
  options?: RequestOptions,
): Promise<readonly SeriesResult[]> {
  if (source === undefined) return []
  const own = routed.map((route) => route.own)
  try {
    return await source.readSeries(own, options)
  } catch (cause) {
    options?.signal?.throwIfAborted()
    return own.map((request) => ({ request, series: null, error: sourceFailure(source.id, cause) }))
  }
}

function unknownRun(request: SeriesRequest): SeriesResult {
  return { request, series: null, error: notFound(request.runId) }
}

function watchEach(sources: readonly RunSource[]): NonNullable<RunSource['watch']> {
  return (query, onEvent) => {
    const stops = sources.map((source) =>
      source.watch?.(ownQuery(source.id, query), (event) => onEvent(outward(source.id, event))),
    )
    return () => {
      for (const stop of stops) stop?.()
    }
  }
}

function outward(sourceId: string, event: RunEvent): RunEvent {
  if (event.kind === 'points') return { ...event, runId: combinedId(sourceId, event.runId) }
  return { ...event, runIds: event.runIds.map((runId) => combinedId(sourceId, runId)) }
}

function archiveEach(
  sources: ReadonlyMap<string, RunSource>,
): NonNullable<RunSource['setArchived']> {
  return async (ids, archived, options) => {
    const routes = new Map<RunSource, string[]>()
    for (const id of ids) {
      const { source, runId } = ownerOf(sources, id)
      routes.set(source, [...(routes.get(source) ?? []), runId])
    }
    await Promise.all(
      Array.from(routes, ([source, own]) => source.setArchived?.(own, archived, options)),
    )
  }
}

function ownerOf(
  sources: ReadonlyMap<string, RunSource>,
  id: string,
): { readonly source: RunSource; readonly runId: string } {
  const key = splitId(id)
  const source = sources.get(key?.sourceId ?? '')
  if (key === null || source === undefined) throw notFound(id)
  if (source.setArchived !== undefined) return { source, runId: key.runId }
  throw new RunoffError('source-failed', `Source "${source.id}" cannot archive runs.`)
}
