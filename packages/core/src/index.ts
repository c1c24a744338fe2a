export { RunoffError, type Notice, type RunoffErrorCode } from './errors.ts'

export {
  isLive,
  runStatuses,
  type Basis,
  type BestCheckpoint,
  type Goal,
  type MetricSummary,
  type Objective,
  type ParamValue,
  type Run,
  type RunStatus,
} from './run/run.ts'
export { defineRun, type RunInput } from './run/defineRun.ts'
export { runToJson, type RunJson } from './run/runJson.ts'
export { cleanModelName } from './run/modelName.ts'
export { canonicalMetric, goalOf, readSplit, type Split } from './run/metricNames.ts'
export { groupRuns, type GroupBy } from './run/groupRuns.ts'
export {
  diffParams,
  type DiffParamsOptions,
  type ParamDiff,
  type ParamRow,
} from './run/diffParams.ts'
export { paramKey, paramNumber } from './run/paramKey.ts'
export { paramStep, type ParamStep } from './run/paramStep.ts'
export type { ParamField } from './run/paramFields.ts'
export { differingParts } from './run/differingParts.ts'
export { nameRuns, type RunLabel } from './run/nameRuns.ts'
export { compareRunIds } from './run/compareRunIds.ts'
export { isBookkeepingParam } from './run/bookkeeping.ts'

export { defaultObjective, isBetter, objectiveValue } from './decide/objective.ts'
export { bestRun, type BestRun } from './decide/bestRun.ts'
export {
  deltaFromBest,
  type Delta,
  type DeltaNoise,
  type DeltaOptions,
  type DeltaSeverity,
} from './decide/deltaFromBest.ts'

export {
  recommend,
  recommendWork,
  type OtherRun,
  type Recommendation,
  type RecommendedCheckpoint,
  type RecommendOptions,
} from './decide/recommend.ts'
export type { Work } from './stats/work.ts'
export { recommendationToJson, type RecommendationJson } from './decide/recommendationJson.ts'
export type { ExcludedRun } from './decide/candidates.ts'
export type { ConditionConflict, ConditionsOf, UnknownCondition } from './decide/conditions.ts'
export {
  configurationsOf,
  type Configuration,
  type ConfigurationOf,
  type ConfigurationsOptions,
} from './decide/configurations.ts'
export type { NoiseEstimate } from './decide/contenders.ts'
export type { Estimate, SeriesOfRuns } from './decide/estimate.ts'
export type { JudgeOptions } from './decide/judgeRuns.ts'
export type { Policy, PolicyInput, PolicyName, PolicyScore } from './decide/policies.ts'
export type { ExclusionReason, Reason, ReasonCode } from './decide/reasons.ts'
export type { RunScore, ScoreBreakdown } from './decide/scoreRuns.ts'
export type {
  ClearWinner,
  ContendersVerdict,
  GroupEstimate,
  NotComparable,
  Unreplicated,
  Verdict,
  VerdictEvidence,
} from './decide/verdict.ts'

export type { MetricSeries, SeriesColumns, SeriesPoint, StepUnit } from './series/series.ts'
export { defineSeries } from './series/defineSeries.ts'
export { appendPoints } from './series/appendPoints.ts'
export { joinSegments, splitSegments, type JoinedSeries } from './series/joinSegments.ts'
export { firstAbove, firstAtLeast } from './series/findStep.ts'
export { mergeSeries, type MergedSeries, type MergeSeriesOptions } from './series/mergeSeries.ts'
export {
  buildPyramid,
  collectExtent,
  extentOf,
  growPyramid,
  holdsNaN,
  holdsNegativeInfinity,
  holdsPositiveInfinity,
  placeOfExtreme,
  type Pyramid,
  type ValueExtent,
} from './series/pyramid.ts'
export { columnBorder, windowOf, type SeriesWindow, type WindowOptions } from './series/windowOf.ts'
export {
  aggregate,
  startAggregate,
  type AggregatedSeries,
  type AggregateOptions,
} from './series/aggregate.ts'
export type { Band, Center } from './series/aggregate/bandOf.ts'
export type { Alignment } from './series/aggregate/memberReader.ts'
export { smooth, type SmoothOptions } from './series/smooth.ts'
export type { Smoothing } from './series/smooth/smoothing.ts'
export { createSeriesFeed, type SeriesFeed, type WritableSeriesFeed } from './series/seriesFeed.ts'
export { summarizeMetrics } from './series/summarizeMetrics.ts'
export { summarizeSeries } from './series/summarizeSeries.ts'
export { seriesFromJson, seriesToJson, type SeriesJson } from './series/seriesJson.ts'

export type { CurveMark } from './curves/curveMark.ts'

export {
  completeView,
  defaultComparisonView,
  type ComparisonView,
  type ComparisonViewInput,
  type ViewDomain,
} from './view/comparisonView.ts'
export {
  bands,
  centers,
  completeArrangement,
  completeToolbarSettings,
  defaultArrangement,
  defaultToolbarSettings,
  plainAxes,
  xScales,
  yRanges,
  yScales,
  type ChartArrangement,
  type ChartToolbarSettings,
  type LossMode,
  type ToolbarAxis,
  type XScale,
  type YRange,
  type YScale,
} from './view/chartView.ts'
export { completeDiffView, defaultDiffView, type DiffView } from './view/diffView.ts'
export {
  completePickerView,
  defaultPickerView,
  type PickerSort,
  type PickerView,
} from './view/pickerView.ts'
export {
  columnWidthBounds,
  completeTableView,
  defaultTableView,
  type ColumnWidth,
  type TableSorting,
  type TableView,
} from './view/tableView.ts'

export { decodeView, encodeView, type DecodedView } from './view/viewLink.ts'

export { compareText } from './text/compareText.ts'
export { toCsv, type CsvOptions } from './text/toCsv.ts'
export { toJson } from './text/toJson.ts'
export { toLatex, type LatexOptions } from './text/toLatex.ts'
export { toMarkdown } from './text/toMarkdown.ts'
export type { TextAlign, TextCell, TextTable, TextTableOptions } from './text/textTable.ts'
export { readEpochMs, readNumber, readText } from './text/readValue.ts'
