import type { ReactNode } from 'react'
import { usePlot } from './plotContext.ts'

export interface ChartLayerProps {
  /** Which part of the chart this is, for errors. */
  readonly part: string
  readonly children: ReactNode
}

/** Lies exactly over the plot, and lets the pointer through. Renders a `<div>`. */
export function ChartLayer({ part, children }: ChartLayerProps): ReactNode {
  const { layout } = usePlot(part)
  return (
    <div className="runoff-chart-layer" style={layout}>
      {children}
    </div>
  )
}
