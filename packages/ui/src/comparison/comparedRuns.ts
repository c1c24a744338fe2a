import { objectiveValue, type Objective, type Run } from '@runoff/core'
import { sortRuns } from '../picker/sortRuns.ts'

/** Why these runs are the ones that are compared. */
export type ComparedReason = 'selected' | 'best' | 'newest'

export interface ComparedRuns {
  readonly runs: readonly Run[]
  /** Of which the answer is said: the selected ones, or without any all that are listed. */
  readonly considered: readonly Run[]
  /** All that the list shows. */
  readonly listed: readonly Run[]
  readonly reason: ComparedReason
}

/**
 * Returns the runs that the page compares: the selected ones in the order they were selected in,
 * or without any the best of those listed, or the newest where none has a value yet.
 *
 * Missing: selected runs that are not among `known` are left out, and nothing takes their place.
 */
export function comparedRuns(
  known: readonly Run[],
  listed: readonly Run[],
  options: {
    readonly selectedIds: readonly string[]
    readonly maxSelected: number
    readonly objective: Objective
  },
): ComparedRuns {
  const { selectedIds, maxSelected, objective } = options
  if (selectedIds.length > 0) {
    const byId = new Map(known.map((run) => [run.id, run]))
    const runs = selectedIds.flatMap((id) => byId.get(id) ?? [])
    return { runs, considered: runs, listed, reason: 'selected' }
  }
  const judged = listed.filter((run) => objectiveValue(run, objective) !== null)
  const [from, reason] = judged.length > 0 ? [judged, 'best' as const] : [listed, 'newest' as const]
  const runs = sortRuns(from, reason, objective).slice(0, maxSelected)
  return { runs, considered: listed, listed, reason }
}
