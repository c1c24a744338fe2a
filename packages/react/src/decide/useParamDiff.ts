import { useMemo } from 'react'
import { diffParams, type ParamDiff, type Run } from '@runoff/core'
import { useSharedData } from './useSharedData.ts'

/**
 * Returns which parameters differ between the runs and which do not, both ordered by name.
 *
 * The answer keeps its identity until a run changes. Needs no provider.
 */
export function useParamDiff(runs: readonly Run[]): ParamDiff {
  const same = useSharedData(runs)
  return useMemo(() => diffParams(same), [same])
}
