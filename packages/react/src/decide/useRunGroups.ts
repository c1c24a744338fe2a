import { useMemo } from 'react'
import {
  bestRun,
  defaultObjective,
  groupRuns,
  type BestRun,
  type GroupBy,
  type Objective,
  type Run,
} from '@runoff/core'
import { useSharedData } from './useSharedData.ts'

export interface RunGroupsOptions {
  readonly by: GroupBy
  /** What the best of each group is judged by. @default the lowest eval loss */
  readonly objective?: Objective
}

/** Runs that share one value, and the best of them. */
export interface RunGroup {
  /** The value they share, or the name of the group of those without one. */
  readonly key: string
  /** In the order they were given in. */
  readonly runs: readonly Run[]
  /** `null` where no run of the group has a value. */
  readonly best: BestRun | null
}

/**
 * Returns the runs by the value they share exactly, each run in one group.
 *
 * Groups come in the order of their names, the group of the runs without a value last. Within a
 * group the order given stays, so that a host's own sorting survives. Needs no provider.
 */
export function useRunGroups(
  runs: readonly Run[],
  { by, objective: { metric, goal } = defaultObjective }: RunGroupsOptions,
): readonly RunGroup[] {
  const same = useSharedData(runs)
  const sameBy = useSharedData(by)
  return useMemo(() => {
    const places = new Map(same.map((run, place) => [run, place]))
    const placeOf = (run: Run): number => places.get(run) ?? 0
    return Array.from(groupRuns(same, sameBy), ([key, group]) => ({
      key,
      runs: group.toSorted((a, b) => placeOf(a) - placeOf(b)),
      best: bestRun(group, { metric, goal }),
    }))
  }, [same, sameBy, metric, goal])
}
