import { useMemo, useState, type ReactNode } from 'react'
import { ChartAxes } from './ChartAxes.tsx'
import { ChartBody } from './ChartBody.tsx'
import { ChartCaption } from './ChartCaption.tsx'
import { ChartBrush, ChartCrosshair } from './ChartCrosshair.tsx'
import { ChartDataTable } from './ChartDataTable.tsx'
import { ChartExport } from './export/ChartExport.tsx'
import { ChartKeys } from './ChartKeys.tsx'
import { ChartLegend } from './ChartLegend.tsx'
import { ChartBands, ChartLines, ChartMarkers } from './ChartLines.tsx'
import { ChartMarks } from './ChartMarks.tsx'
import { ChartNotes } from './ChartNotes.tsx'
import { ChartPlot } from './ChartPlot.tsx'
import { ChartRoot, type ChartRootProps } from './ChartRoot.tsx'
import { ChartTooltip } from './ChartTooltip.tsx'
import { ZoomControls } from './ZoomControls.tsx'

export interface LineChartProps extends Omit<ChartRootProps, 'children'> {
  readonly longestName: number
  /** With more runs than this the legend stands beside the plot. */
  readonly mostRunsBelow: number
  /** Stands beside the title. */
  readonly controls?: ReactNode
  /** Stands under the plot, before the notes. */
  readonly explanation?: ReactNode
}

/**
 * The arrangement of parts that the ready-made charts share. What does not change is made once: a
 * host that moves the viewport or adds points renders the root and the plot, and nothing within.
 */
export function LineChart(props: LineChartProps): ReactNode {
  const { longestName, mostRunsBelow, controls, explanation, ...root } = props
  const body = useMemo(
    () => (
      <ChartBody mostRunsBelow={mostRunsBelow}>
        <ChartPlot>
          <ChartAxes />
          <ChartBands />
          <ChartLines />
          <ChartMarkers />
          <ChartMarks />
          <ChartBrush />
          <ChartCrosshair />
          <ChartTooltip />
        </ChartPlot>
        <ChartLegend longestName={longestName} />
      </ChartBody>
    ),
    [mostRunsBelow, longestName],
  )
  const [caption] = useState(() => <ChartCaption />)
  const [tools] = useState(() => [
    <ZoomControls key="zoom" />,
    <ChartExport key="export" />,
    <ChartKeys key="keys" />,
  ])
  const [words] = useState(() => [<ChartNotes key="notes" />, <ChartDataTable key="data" />])
  return (
    <ChartRoot {...root}>
      {caption}
      <div className="runoff-chart-controls">
        {tools}
        {controls}
      </div>
      {body}
      {explanation}
      {words}
    </ChartRoot>
  )
}
