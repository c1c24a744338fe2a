export { RunoffProvider, type RunoffProviderProps } from './provider/RunoffProvider.tsx'
export { useSource } from './provider/useSource.ts'

export { useRuns, type RunsOptions, type RunsResult } from './runs/useRuns.ts'
export {
  useMultiJobMetrics,
  type MultiJobMetricsOptions,
  type MultiJobMetricsResult,
} from './series/useMultiJobMetrics.ts'
export {
  useSeriesDetail,
  type SeriesDetailOptions,
  type SeriesDetailResult,
} from './series/useSeriesDetail.ts'

export { useArchive, type ArchiveChange, type ArchiveResult } from './archive/useArchive.ts'

export { useSlicedWork, type WorkResult } from './work/useSlicedWork.ts'
export {
  runInSlices,
  type SliceListener,
  type SliceOptions,
  type StartWork,
} from './work/runInSlices.ts'

export { useBestRun } from './decide/useBestRun.ts'
export { useParamDiff } from './decide/useParamDiff.ts'
export { useRunGroups, type RunGroup, type RunGroupsOptions } from './decide/useRunGroups.ts'
export { useRecommendation } from './decide/useRecommendation.ts'
export { useVerdict, type VerdictOptions } from './decide/useVerdict.ts'
export { useSignificance } from './decide/useSignificance.ts'
export { useCost } from './decide/useCost.ts'
export { useParamImportance, type ParamImportanceOptions } from './decide/useParamImportance.ts'
export {
  useStoppingAdvice,
  type StoppingAdviceOptions,
  type StoppingAdviceResult,
} from './decide/useStoppingAdvice.ts'
export {
  useRunSelection,
  type RunSelectionOptions,
  type RunSelectionResult,
} from './selection/useRunSelection.ts'

export {
  useComparisonView,
  type ComparisonViewOptions,
  type ComparisonViewResult,
} from './view/useComparisonView.ts'
export { readLink, writeLink, type LinkedView, type ViewAddress } from './view/viewAddress.ts'
