import type { Run } from '@runoff/core'
import { importanceWork, type Importance, type ImportanceOptions } from '@runoff/core/stats'
import { useSlicedWork, type WorkResult } from '../work/useSlicedWork.ts'
import { useSharedData } from './useSharedData.ts'

/** Without `random`: the default is seeded, and a generator that moved on is another input. */
export type ParamImportanceOptions = Omit<ImportanceOptions, 'random'>

/**
 * Returns which parameters the objective's value goes with among the completed runs, strongest first.
 *
 * Computed in idle slices; while it is computed anew `value` is the last answer. An answer of kind
 * `undefined` says why there is none. Needs no provider.
 *
 * @throws {RunoffError} `bad-option`, in render, as `importance` does.
 */
export function useParamImportance(
  runs: readonly Run[],
  options: ParamImportanceOptions = {},
): WorkResult<Importance> {
  const sameRuns = useSharedData(runs)
  const sameOptions = useSharedData(options)
  return useSlicedWork(() => importanceWork(sameRuns, sameOptions), [sameRuns, sameOptions])
}
