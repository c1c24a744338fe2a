export {
  ComparisonDialog,
  type ComparisonDialogProps,
  RunComparison,
  type ComparisonMessages,
  type RunComparisonProps,
} from './comparison/index.parts.ts'

export {
  chartSettingsOf,
  ChartGrid,
  ChartGroup,
  ChartToolbar,
  groupingOf,
  lineSource,
  linesOf,
  LossChart,
  MetricChart,
  metricLook,
  useCurveMarks,
  type AxisKind,
  type ChartGridItem,
  type ChartGridProps,
  type ChartGroupProps,
  type ChartLine,
  type ChartMessages,
  type ChartOptions,
  type ChartRun,
  type ChartSettings,
  type ChartToolbarProps,
  type CurveMarksQuery,
  type Grouping,
  type GroupingChoice,
  type LineBand,
  type LineSource,
  type LossChartProps,
  type MetricAxis,
  type MetricChartProps,
  type MetricLook,
  type PlainAxis,
  type SeriesGroup,
  type SeriesInput,
  type SeriesMap,
  type XAxis,
  type XDomain,
  type XMetric,
  type YDomain,
} from './charts/index.parts.ts'

export { RunHistory, type HistoryMessages, type RunHistoryProps } from './history/index.parts.ts'

export { CompareBar, type CompareBarProps } from './picker/CompareBar.tsx'
export { ArchiveButton, type ArchiveButtonProps } from './picker/archive/ArchiveButton.tsx'
export { ArchiveProvider, type ArchiveProviderProps } from './picker/archive/ArchiveProvider.tsx'
export { useArchiving, type Archiving } from './picker/archive/ArchiveContext.ts'
export { RunPicker, type RunPickerProps } from './picker/RunPicker.tsx'
export type { PickerMessages } from './picker/messages.ts'
export type { RunListState } from './picker/runListState.ts'

export {
  SummaryTable,
  summaryTextTable,
  tableAsText,
  type CopyFormat,
  type MetricReducer,
  type SummaryCatalogue,
  type SummaryColumnId,
  type SummaryTableProps,
  type SummaryTextCell,
  type SummaryTextOptions,
  type SummaryTextTable,
  type TableMessages,
} from './table/index.parts.ts'

export {
  RecommendationPanel,
  RecommendationProvider,
  type ConsideredScope,
  type RecommendationMessages,
  type RecommendationPanelProps,
  type RecommendationProviderProps,
} from './recommendation/index.parts.ts'

export { ParamDiff, type DiffMessages, type ParamDiffProps } from './diff/index.parts.ts'

export {
  CostChart,
  SignificanceTable,
  StoppingAdviceList,
  StoppingNote,
  type CostChartProps,
  type CostUnit,
  type EvidenceMessages,
  type SignificanceTableProps,
  type StoppingAdviceListProps,
  type StoppingNoteProps,
} from './evidence/index.parts.ts'

export {
  ParallelCoordinates,
  ParamImportance,
  ParamScatter,
  type AxisId,
  type AxisRange,
  type ImportanceMeasure,
  type ParallelCoordinatesProps,
  type ParamImportanceProps,
  type ParamMessages,
  type ParamScatterProps,
} from './params/index.parts.ts'

export {
  MetricTimeline,
  type MetricTimelineProps,
  type SeriesByMetric,
  type TimelineMessages,
} from './timeline/index.parts.ts'

/** The view is defined in `@runoff/core`, where links carry it; hosts meet it here. */
export {
  completeToolbarSettings,
  completeView,
  defaultArrangement,
  defaultComparisonView,
  defaultDiffView,
  defaultPickerView,
  defaultTableView,
  defaultToolbarSettings,
  type ChartArrangement,
  type ChartToolbarSettings,
  type ComparisonView,
  type ComparisonViewInput,
  type DiffView,
  type LossMode,
  type PickerSort,
  type PickerView,
  type TableSorting,
  type TableView,
  type ToolbarAxis,
  type ViewDomain,
  type XScale,
  type YRange,
  type YScale,
} from '@runoff/core'

export { KeepSection, type KeepMessages, type KeepSectionProps } from './keep/index.parts.ts'
export type { SnapshotAppText } from './snapshot/snapshotAppText.ts'

export { RunStylesProvider, type RunStylesProviderProps } from './style/RunStylesProvider.tsx'

export {
  MessagesProvider,
  useMessages,
  type MessagesProviderProps,
} from './messages/MessagesProvider.tsx'
export { englishMessages, type Messages, type PartialMessages } from './messages/messages.ts'
export type { FormatMessages } from './format/formatMessages.ts'
