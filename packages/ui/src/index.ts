export {
  defaultComparisonView,
  RunComparison,
  type ComparisonMessages,
  type ComparisonView,
  type ComparisonViewInput,
  type RunComparisonProps,
} from './comparison/index.parts.ts'

export {
  chartSettingsOf,
  ChartGrid,
  ChartGroup,
  ChartToolbar,
  completeToolbarSettings,
  defaultArrangement,
  defaultToolbarSettings,
  groupingOf,
  lineSource,
  linesOf,
  LossChart,
  MetricChart,
  metricLook,
  useCurveMarks,
  type AxisKind,
  type ChartArrangement,
  type ChartGridItem,
  type ChartGridProps,
  type ChartGroupProps,
  type ChartLine,
  type ChartMessages,
  type ChartOptions,
  type ChartRun,
  type ChartSettings,
  type ChartToolbarProps,
  type ChartToolbarSettings,
  type CurveMarksQuery,
  type Grouping,
  type GroupingChoice,
  type LineBand,
  type LineSource,
  type LossChartProps,
  type LossMode,
  type MetricAxis,
  type MetricChartProps,
  type MetricLook,
  type PlainAxis,
  type SeriesGroup,
  type SeriesInput,
  type SeriesMap,
  type ToolbarAxis,
  type XAxis,
  type XDomain,
  type XMetric,
  type XScale,
  type YDomain,
  type YRange,
  type YScale,
} from './charts/index.parts.ts'

export { CompareBar, type CompareBarProps } from './picker/CompareBar.tsx'
export { RunPicker, type RunPickerProps } from './picker/RunPicker.tsx'
export { defaultPickerView, type PickerSort, type PickerView } from './picker/pickerView.ts'
export type { PickerMessages } from './picker/messages.ts'
export type { RunListState } from './picker/runListState.ts'

export {
  SummaryTable,
  type SummaryColumnId,
  type SummarySorting,
  type SummaryTableProps,
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

export { RunStylesProvider, type RunStylesProviderProps } from './style/RunStylesProvider.tsx'

export {
  MessagesProvider,
  useMessages,
  type MessagesProviderProps,
} from './messages/MessagesProvider.tsx'
export { englishMessages, type Messages, type PartialMessages } from './messages/messages.ts'
export type { FormatMessages } from './format/formatMessages.ts'
