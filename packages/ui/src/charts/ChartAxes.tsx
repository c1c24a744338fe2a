import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { AxesView } from './AxesView.tsx'
import { useChart } from './chartContext.ts'
import { axisName } from './messages.ts'
import { usePlot } from './plotContext.ts'

/** Ticks that a zoom may bring before the next render. */
const spareTicks = 6

/** Axes with their ticks, and the grid. Renders an `<svg>`. */
export function ChartAxes(): ReactNode {
  const { model } = useChart('Chart.Axes')
  const { layout, viewport, ticks } = usePlot('Chart.Axes')
  const { charts } = useMessages()
  if (viewport === null || layout.width <= 0) return null
  const name = axisName(model.axis, charts)
  return (
    <AxesView
      viewport={viewport}
      layout={layout}
      xTicks={ticks.xs}
      yTicks={ticks.ys}
      xLabel={model.xScale === 'log' ? charts.logAxis(name) : name}
      spare={spareTicks}
    />
  )
}
