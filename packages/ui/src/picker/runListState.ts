import type { Run } from '@runoff/core'

/** Runs that are on their way; what `useRuns` returns is one. */
export interface RunListState {
  readonly status: 'loading' | 'ready' | 'error'
  /** The last runs known, also while loading and after a failure. */
  readonly runs: readonly Run[]
  readonly error: Error | null
  readonly reload: () => void
  /** How many runs the source has; `null` where it does not say. */
  readonly total?: number | null
  readonly hasMore?: boolean
  readonly isLoadingMore?: boolean
  readonly loadMore?: () => void
}

/** Returns a plain list as a state that is ready, and a state as it is. */
export function readRunList(runs: readonly Run[] | RunListState): RunListState {
  if ('status' in runs) return runs
  return { status: 'ready', runs, error: null, reload: () => {} }
}
