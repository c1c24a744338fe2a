export { ChartAxes as Axes } from './charts/ChartAxes.tsx'
export { ChartBody as Body, type ChartBodyProps as BodyProps } from './charts/ChartBody.tsx'
export { ChartCaption as Caption } from './charts/ChartCaption.tsx'
export { ChartBrush as Brush, ChartCrosshair as Crosshair } from './charts/ChartCrosshair.tsx'
export { ChartDataTable as DataTable } from './charts/ChartDataTable.tsx'
export { ChartKeys as Keys } from './charts/ChartKeys.tsx'
export {
  ChartExport as Export,
  type ChartExportProps as ExportProps,
} from './charts/export/ChartExport.tsx'
export {
  ChartLegend as Legend,
  type ChartLegendProps as LegendProps,
} from './charts/ChartLegend.tsx'
export {
  ChartBands as Bands,
  ChartLines as Lines,
  ChartMarkers as Markers,
} from './charts/ChartLines.tsx'
export { ChartMarks as Marks } from './charts/ChartMarks.tsx'
export { ChartNotes as Notes } from './charts/ChartNotes.tsx'
export { ChartPlot as Plot, type ChartPlotProps as PlotProps } from './charts/ChartPlot.tsx'
export { ChartRoot as Root, type ChartRootProps as RootProps } from './charts/ChartRoot.tsx'
export { ChartTooltip as Tooltip } from './charts/ChartTooltip.tsx'
export { ZoomControls } from './charts/ZoomControls.tsx'
