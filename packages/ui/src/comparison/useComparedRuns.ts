import type { Objective, PickerView, Run, RunoffError } from '@runoff/core'
import { useRuns, type RunsResult } from '@runoff/react'
import { useDeferredValue, useMemo } from 'react'
import { filterRuns } from '../picker/filterRuns.ts'
import { useRunSearch } from '../picker/useRunSearch.ts'
import type { ConsideredScope } from '../recommendation/messages.ts'
import { comparedRuns, type ComparedRuns } from './comparedRuns.ts'

/**
 * Archived runs too: the list says how many there are, and a link may name one. Pages are large, as
 * ten thousand runs would take a hundred small ones.
 */
export const everyRun = { includeArchived: true, limit: 500 } as const

export interface ComparedRunsOptions {
  readonly picker: PickerView
  readonly selectedIds: readonly string[]
  readonly maxSelected: number
  readonly objective: Objective
}

export interface ComparedRunsResult extends ComparedRuns {
  /** Whether some run that was selected is on its way. */
  readonly isLoading: boolean
  readonly scope: ConsideredScope
  /** How many runs are known, listed or not. */
  readonly knownCount: number
  /** How many of the selected runs the source does not know; none as long as it cannot be asked. */
  readonly unknownCount: number
  /** Why the runs, or the selected ones past those that were loaded, could not be read. */
  readonly error: RunoffError | null
  /** Reads again what could not be read. */
  readonly reload: () => void
}

/**
 * Returns the runs to compare, of those that the list shows. Selected runs past the pages that were
 * loaded are asked for by their ids.
 */
export function useComparedRuns(
  list: RunsResult,
  { picker, selectedIds, maxSelected, objective }: ComparedRunsOptions,
): ComparedRunsResult {
  const { status, showArchived } = picker
  const { matches } = useRunSearch(useDeferredValue(picker.search), picker.isRegex)
  const unlisted = useMemo(() => missingIds(list.runs, selectedIds), [list.runs, selectedIds])
  const isPaged = list.hasMore && unlisted.length > 0
  const more = useRuns(isPaged ? { ids: unlisted, ...everyRun } : null)
  const known = useMemo(() => [...list.runs, ...more.runs], [list.runs, more.runs])
  const { metric, goal } = objective
  const compared = useMemo(() => {
    const { found } = filterRuns(list.runs, { status, showArchived }, matches)
    return comparedRuns(known, found, { selectedIds, maxSelected, objective: { metric, goal } })
  }, [known, list.runs, status, showArchived, matches, selectedIds, maxSelected, metric, goal])
  const isLoading = list.status === 'loading' || (isPaged && more.status === 'loading')
  const { error, reload } = isPaged && list.error === null ? more : list
  const isAnswered = !isLoading && error === null
  const unknownCount = isAnswered ? missingIds(known, selectedIds).length : 0
  const listedScope = list.hasMore ? 'loaded' : 'listed'
  const scope = compared.reason === 'selected' ? 'selected' : listedScope
  const counts = { knownCount: known.length, unknownCount }
  return { ...compared, ...counts, scope, isLoading, error, reload }
}

function missingIds(runs: readonly Run[], ids: readonly string[]): readonly string[] {
  const known = new Set(runs.map((run) => run.id))
  return ids.filter((id) => !known.has(id))
}
