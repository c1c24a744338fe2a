import { isLive, type Run } from '@runoff/core'
import type { RunPage, RunSource } from '@runoff/sources'
import type { QueryClient } from '@tanstack/react-query'
import { withRetries } from '../cache/withRetries.ts'

/** Runs by id; an id the source does not know has no entry. */
export type KnownRuns = ReadonlyMap<string, Run>

export function hasLiveRun(runs: Iterable<Pick<Run, 'status'>>): boolean {
  for (const run of runs) if (isLive(run)) return true
  return false
}

/** Asks the source what it knows of these runs, page after page. */
export async function readKnownRuns(
  client: QueryClient,
  source: RunSource,
  { ids, signal }: { readonly ids: readonly string[]; readonly signal: AbortSignal },
): Promise<KnownRuns> {
  const runs = new Map<string, Run>()
  const cursors = new Set<string | null>()
  let cursor: string | null = null
  do {
    cursors.add(cursor)
    const page = await readPage(source, ids, cursor, signal)
    for (const run of page.runs) runs.set(run.id, run)
    cursor = page.nextCursor
  } while (cursor !== null && !cursors.has(cursor))
  noteRuns(client, source, runs.values())
  return runs
}

function readPage(
  source: RunSource,
  ids: readonly string[],
  cursor: string | null,
  signal: AbortSignal,
): Promise<RunPage> {
  const query = { ids, cursor, includeArchived: true, limit: ids.length }
  return withRetries(() => source.listRuns(query, { signal }), source, signal)
}

/** A run as it was last listed, and when that was. */
export interface KnownRun {
  readonly run: Run
  readonly answeredAtMs: number
}

type Memory = Map<string, KnownRun>

const memories = new WeakMap<QueryClient, WeakMap<RunSource, Memory>>()

function memoryOf(client: QueryClient, source: RunSource): Memory {
  const sources = memories.get(client) ?? new WeakMap<RunSource, Memory>()
  const memory = sources.get(source) ?? new Map<string, KnownRun>()
  memories.set(client, sources.set(source, memory))
  return memory
}

/** Remembers the runs of an answer, for those who ask about them next. */
export function noteRuns(client: QueryClient, source: RunSource, runs: Iterable<Run>): void {
  const memory = memoryOf(client, source)
  const answeredAtMs = Date.now()
  for (const run of runs) memory.set(run.id, { run, answeredAtMs })
}

export function findKnownRun(client: QueryClient, source: RunSource, id: string): KnownRun | null {
  return memoryOf(client, source).get(id) ?? null
}

/** Returns these runs as they were last listed; `undefined` unless all of them were. */
export function findKnownRuns(
  client: QueryClient,
  source: RunSource,
  ids: readonly string[],
): KnownRuns | undefined {
  const memory = memoryOf(client, source)
  const runs = new Map<string, Run>()
  for (const id of ids) {
    const known = memory.get(id)
    if (known === undefined) return undefined
    runs.set(id, known.run)
  }
  return runs
}
