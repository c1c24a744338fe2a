export { ChartGroup, type ChartGroupProps } from './ChartGroup.tsx'
export { LossChart, type LossChartProps } from './LossChart.tsx'
export { MetricChart, type MetricChartProps } from './MetricChart.tsx'
export { useCurveMarks, type CurveMarksQuery } from './marks/useCurveMarks.ts'
export { ChartGrid, type ChartGridItem, type ChartGridProps } from './grid/ChartGrid.tsx'
export { defaultArrangement, type ChartArrangement } from './grid/arrangement.ts'
export { ChartToolbar, type ChartToolbarProps, type XMetric } from './toolbar/ChartToolbar.tsx'
export {
  chartSettingsOf,
  completeToolbarSettings,
  defaultToolbarSettings,
  groupingOf,
  type ChartToolbarSettings,
  type GroupingChoice,
  type ToolbarAxis,
} from './toolbar/toolbarSettings.ts'
export { metricLook, type MetricLook } from './metricLook.ts'
export { lineSource, type LineSource, type SeriesInput, type SeriesMap } from './lineSource.ts'
export type { ChartOptions } from './ChartRoot.tsx'
export type { ChartSettings } from './chartSettings.ts'
export type { XDomain, YDomain } from './chartStore.ts'
export type { AxisKind, ChartMessages, LossMode, PlainAxis } from './messages.ts'
export { linesOf, type ChartLine, type ChartRun, type LineBand } from './model/chartLine.ts'
export type { YRange } from './model/chartModel.ts'
export type { XScale, YScale } from './model/drawScale.ts'
export type { Grouping, SeriesGroup } from './model/groupLines.ts'
export type { MetricAxis, XAxis } from './model/resolveAxis.ts'
