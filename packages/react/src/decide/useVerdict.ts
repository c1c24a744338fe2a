import { recommendWork, type RecommendOptions, type Run, type Verdict } from '@runoff/core'
import { useDecisionInputs } from './useDecisionInputs.ts'
import { usePromptWork } from './usePromptWork.ts'
import { mostAtOnce } from './useRecommendation.ts'

export type VerdictOptions = Omit<RecommendOptions, 'policy'>

/**
 * Returns how sure it is which of the runs is best: the verdict that stands beside a recommendation.
 *
 * Of up to 300 runs at once, of more in idle slices, as `useRecommendation`: `null` until the first
 * answer. It keeps its identity until a run or an option says something else. Needs no provider.
 *
 * @throws {RunoffError} `bad-option`, in render, as `recommend` does.
 */
export function useVerdict(runs: readonly Run[], options: VerdictOptions = {}): Verdict | null {
  const same = useDecisionInputs(runs, options)
  const recommendation = usePromptWork(() => recommendWork(same.runs, same.options), {
    inputs: [same],
    isSmall: same.runs.length <= mostAtOnce,
  })
  return recommendation?.verdict ?? null
}
