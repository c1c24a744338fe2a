import type { Run } from '@runoff/core'
import {
  significanceWork,
  type Significance,
  type SignificanceOptions,
  type Undefined,
} from '@runoff/core/stats'
import { useSlicedWork, type WorkResult } from '../work/useSlicedWork.ts'
import { useDecisionInputs } from './useDecisionInputs.ts'

/**
 * Returns how the configurations of the runs compare in pairs, each seed one observation.
 *
 * Computed in idle slices; while it is computed anew `value` is the last answer. An answer of kind
 * `undefined` says why there is none. Needs no provider.
 *
 * @throws {RunoffError} `bad-option`, in render, as `significance` does.
 */
export function useSignificance(
  runs: readonly Run[],
  options: SignificanceOptions = {},
): WorkResult<Significance | Undefined> {
  const same = useDecisionInputs(runs, options)
  return useSlicedWork(() => significanceWork(same.runs, same.options), [same])
}
