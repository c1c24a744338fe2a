export { ChartAxes as Axes } from './ChartAxes.tsx'
export { ChartBody as Body, type ChartBodyProps as BodyProps } from './ChartBody.tsx'
export { ChartCaption as Caption } from './ChartCaption.tsx'
export { ChartBrush as Brush, ChartCrosshair as Crosshair } from './ChartCrosshair.tsx'
export { ChartDataTable as DataTable } from './ChartDataTable.tsx'
export { ChartKeys as Keys } from './ChartKeys.tsx'
export {
  ChartExport as Export,
  type ChartExportProps as ExportProps,
} from './export/ChartExport.tsx'
export { ChartLegend as Legend, type ChartLegendProps as LegendProps } from './ChartLegend.tsx'
export { ChartBands as Bands, ChartLines as Lines, ChartMarkers as Markers } from './ChartLines.tsx'
export { ChartMarks as Marks, type ChartMarksProps as MarksProps } from './ChartMarks.tsx'
export { ChartNotes as Notes } from './ChartNotes.tsx'
export { ChartPlot as Plot, type ChartPlotProps as PlotProps } from './ChartPlot.tsx'
export { ChartRoot as Root, type ChartRootProps as RootProps } from './ChartRoot.tsx'
export { ChartTooltip as Tooltip } from './ChartTooltip.tsx'
export { ZoomControls } from './ZoomControls.tsx'
