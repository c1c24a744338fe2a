import { useMemo } from 'react'
import { bestRun, defaultObjective, type BestRun, type Objective, type Run } from '@runoff/core'
import { useSharedData } from './useSharedData.ts'

/**
 * Returns the best of the runs by the objective, `null` where none has a value; a tie is told.
 *
 * The answer keeps its identity until a run or the objective changes. Needs no provider.
 */
export function useBestRun(
  runs: readonly Run[],
  { metric, goal }: Objective = defaultObjective,
): BestRun | null {
  const same = useSharedData(runs)
  return useMemo(() => bestRun(same, { metric, goal }), [same, metric, goal])
}
