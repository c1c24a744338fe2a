import type { ReactNode } from 'react'
import { ChartLayer } from './ChartLayer.tsx'

/** The line under the pointer and the dot on the nearest point; the engine moves both. */
export function ChartCrosshair(): ReactNode {
  return (
    <ChartLayer part="Chart.Crosshair">
      <div data-part="crosshair" className="runoff-chart-crosshair" hidden />
      <div data-part="dot" className="runoff-chart-dot" hidden />
    </ChartLayer>
  )
}

/** What a drag marks to zoom to; the engine moves it. */
export function ChartBrush(): ReactNode {
  return (
    <ChartLayer part="Chart.Brush">
      <div data-part="brush" className="runoff-chart-brush" hidden />
    </ChartLayer>
  )
}
