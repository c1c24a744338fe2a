import type { Run } from '@runoff/core'
import type { RunQuery, RunSource } from '@runoff/sources'
import type { QueryClient } from '@tanstack/react-query'
import { runsKey, type RunoffKey } from '../cache/queryKeys.ts'
import type { RunPages } from '../runs/shareRuns.ts'
import { archivedPages, type ArchiveChange } from './archivedPages.ts'

/** Takes a change back that was shown before it was made. */
export type TakeBack = () => void

/**
 * Shows a change in every list of this source that was read. Answers that were asked for before it
 * are dropped: they would show what was.
 */
export function showChange(
  client: QueryClient,
  source: RunSource,
  change: ArchiveChange,
): TakeBack {
  const inverse = { ...change, archived: !change.archived }
  const backs = listsOf(client, source).map(({ queryKey, query }) => {
    void client.cancelQueries({ queryKey, exact: true })
    const before = client.getQueryData<RunPages>(queryKey)
    if (before === undefined) return () => {}
    const after = archivedPages(before, query, change)
    if (after === before) return () => {}
    client.setQueryData(queryKey, after)
    const shown = client.getQueryData<RunPages>(queryKey)
    return () => {
      const now = client.getQueryData<RunPages>(queryKey)
      // Where something else has changed since, that must stay.
      const back = now === shown ? before : now && archivedPages(now, query, inverse)
      client.setQueryData(queryKey, back)
    }
  })
  return () => {
    for (const back of backs) back()
  }
}

/** Reads every list of this source again: those that are shown now, the others when they are. */
export async function rereadLists(client: QueryClient, source: RunSource): Promise<void> {
  await client.invalidateQueries({ queryKey: runsKey(source) }).catch(() => {})
}

/** Returns those of the runs that a change would change; one that was never listed may be. */
export function changedIds(
  client: QueryClient,
  source: RunSource,
  { runIds, archived }: ArchiveChange,
): readonly string[] {
  const same = new Set<string>()
  const different = new Set<string>()
  for (const run of listedRuns(client, source)) {
    if (run.archived === archived) same.add(run.id)
    else different.add(run.id)
  }
  return [...new Set(runIds)].filter((id) => different.has(id) || !same.has(id))
}

function listedRuns(client: QueryClient, source: RunSource): readonly Run[] {
  return listsOf(client, source).flatMap(({ queryKey }) => {
    const pages = client.getQueryData<RunPages>(queryKey)?.pages ?? []
    return pages.flatMap((page) => page.runs)
  })
}

interface RunList {
  readonly queryKey: RunoffKey
  readonly query: RunQuery
}

function listsOf(client: QueryClient, source: RunSource): readonly RunList[] {
  const found = client.getQueryCache().findAll({ queryKey: runsKey(source) })
  return found.map(({ queryKey }) => {
    const key = queryKey as RunoffKey
    return { queryKey: key, query: key.at(-1) as RunQuery }
  })
}
