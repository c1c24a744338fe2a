import { recommendWork, type Recommendation, type RecommendOptions, type Run } from '@runoff/core'
import { useDecisionInputs } from './useDecisionInputs.ts'
import { usePromptWork } from './usePromptWork.ts'

/**
 * Returns which run to keep by a policy, with the verdict of the evidence beside it.
 *
 * Of up to 300 runs the answer is there at once, on a server too. Of more it is computed in idle
 * slices, so that no frame is held up: `null` until the first, then the last one while the next is
 * computed. It keeps its identity until a run or an option says something else. A policy of your own
 * is a function that we cannot look into: keep it between renders. Needs no provider.
 *
 * @throws {RunoffError} `bad-option`, in render, as `recommend` does.
 */
export function useRecommendation(
  runs: readonly Run[],
  { policy = 'composite', ...options }: RecommendOptions = {},
): Recommendation | null {
  const same = useDecisionInputs(runs, options)
  return usePromptWork(() => recommendWork(same.runs, { ...same.options, policy }), {
    inputs: [same, policy],
    isSmall: same.runs.length <= mostAtOnce,
  })
}

/** So many take some milliseconds on a slow machine. */
export const mostAtOnce = 300
