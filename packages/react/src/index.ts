export { RunoffProvider, type RunoffProviderProps } from './provider/RunoffProvider.tsx'
export { useSource } from './provider/useSource.ts'

export { useRuns, type RunsOptions, type RunsResult } from './runs/useRuns.ts'
export {
  useMultiJobMetrics,
  type MultiJobMetricsOptions,
  type MultiJobMetricsResult,
} from './series/useMultiJobMetrics.ts'

export { useBestRun } from './decide/useBestRun.ts'
export { useParamDiff } from './decide/useParamDiff.ts'
export { useRunGroups, type RunGroup, type RunGroupsOptions } from './decide/useRunGroups.ts'
export {
  useRunSelection,
  type RunSelectionOptions,
  type RunSelectionResult,
} from './selection/useRunSelection.ts'
