import { useMemo } from 'react'
import type { Run } from '@runoff/core'
import { compareCost, type CompareCostOptions, type CostComparison } from '@runoff/core/stats'
import { useSharedData } from './useSharedData.ts'

/**
 * Returns what the runs cost beside what they reached, and which of them no other run beats in both.
 *
 * The answer keeps its identity until a run or an option says something else; one of kind
 * `undefined` says why there is none. Needs no provider.
 *
 * @throws {RunoffError} `bad-option` as `compareCost` does.
 */
export function useCost(runs: readonly Run[], options: CompareCostOptions = {}): CostComparison {
  const sameRuns = useSharedData(runs)
  const sameOptions = useSharedData(options)
  return useMemo(() => compareCost(sameRuns, sameOptions), [sameRuns, sameOptions])
}
