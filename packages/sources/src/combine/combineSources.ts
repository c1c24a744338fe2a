import { RunoffError } from '@runoff/core'
import { defineSource } from '../define/defineSource.ts'
import { notFound } from '../query/seriesResults.ts'
import type { RunEvent, RunSource } from '../source.ts'
import { combinePages, ownQuery } from './combinePages.ts'
import { combineSeries } from './combineSeries.ts'
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
 * of the others; only when all fail does the list fail. `watch` is there if every source has it, so
 * that runs of one that cannot push are polled; `setArchived` is there if any source has it, and
 * refuses runs of those that have not.
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
    readSeries: (requests, options) => combineSeries(byId, requests, options),
    ...(canAllWatch(sources) && { watch: watchEach(sources) }),
    ...(sources.some((source) => source.setArchived !== undefined) && {
      setArchived: archiveEach(byId),
    }),
  })
}

type WatchedSource = RunSource & Required<Pick<RunSource, 'watch'>>

function canAllWatch(sources: readonly RunSource[]): sources is readonly WatchedSource[] {
  return sources.length > 0 && sources.every((source) => source.watch !== undefined)
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

function watchEach(sources: readonly WatchedSource[]): NonNullable<RunSource['watch']> {
  return (query, onEvent) => {
    const stops: (() => void)[] = []
    const stopAll = (): void => {
      for (const stop of stops) stop()
    }
    try {
      for (const source of sources) {
        const tell = (event: RunEvent): void => onEvent(outward(source.id, event))
        stops.push(source.watch(ownQuery(source.id, query), tell))
      }
    } catch (error) {
      stopAll()
      throw error
    }
    return stopAll
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
      Array.from(routes, async ([source, own]) => source.setArchived?.(own, archived, options)),
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
