import type { PickerView, Run } from '@runoff/core'
import type { RunMatcher } from './searchMatcher.ts'

export interface FilteredRuns {
  /** The runs that are compared with each other: all, without archived ones unless they are shown. */
  readonly candidates: readonly Run[]
  /** Those of the candidates that the search and the status let through. */
  readonly found: readonly Run[]
  readonly archivedHiddenCount: number
}

/** Returns the runs that a view lets through, in the order they were given. */
export function filterRuns(
  runs: readonly Run[],
  { status, showArchived }: Pick<PickerView, 'status' | 'showArchived'>,
  matches: RunMatcher,
): FilteredRuns {
  const candidates = showArchived ? runs : runs.filter((run) => !run.archived)
  const found = candidates.filter(
    (run) => (status === 'all' || run.status === status) && matches(run),
  )
  return { candidates, found, archivedHiddenCount: runs.length - candidates.length }
}
