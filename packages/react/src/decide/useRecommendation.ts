import { useMemo } from 'react'
import { recommend, type Recommendation, type RecommendOptions, type Run } from '@runoff/core'
import { useDecisionInputs } from './useDecisionInputs.ts'

/**
 * Returns which run to keep by a policy, with the verdict of the evidence beside it.
 *
 * The answer keeps its identity until a run or an option says something else. A policy of your own
 * is a function that we cannot look into: keep it between renders. Needs no provider.
 *
 * @throws {RunoffError} `bad-option` as `recommend` does.
 */
export function useRecommendation(
  runs: readonly Run[],
  { policy = 'composite', ...options }: RecommendOptions = {},
): Recommendation {
  const same = useDecisionInputs(runs, options)
  return useMemo(() => recommend(same.runs, { ...same.options, policy }), [same, policy])
}
