import { useMemo } from 'react'
import { recommend, type RecommendOptions, type Run, type Verdict } from '@runoff/core'
import { useDecisionInputs } from './useDecisionInputs.ts'

export type VerdictOptions = Omit<RecommendOptions, 'policy'>

/**
 * Returns how sure it is which of the runs is best: the verdict that stands beside a recommendation.
 *
 * The answer keeps its identity until a run or an option says something else. Needs no provider.
 *
 * @throws {RunoffError} `bad-option` as `recommend` does.
 */
export function useVerdict(runs: readonly Run[], options: VerdictOptions = {}): Verdict {
  const same = useDecisionInputs(runs, options)
  return useMemo(() => recommend(same.runs, same.options).verdict, [same])
}
