import { createContext, useContext, type ReactNode } from 'react'
import { useChart } from './chartContext.ts'

/** What can be known of the plot's width before it is measured, also on a server. */
const FirstWidthContext = /* @__PURE__ */ createContext<number | null>(null)

export interface ChartBodyProps {
  /** With more runs than this the legend stands beside the plot, where there is room. @default 3 */
  readonly mostRunsBelow?: number
  /** The plot, and the legend behind it. */
  readonly children: ReactNode
}

/** What a legend beside the plot takes, and the least width at which there is one; as in charts.css. */
const legendPx = 176
const leastWidthBeside = 480

/** Puts plot and legend side by side, or one below the other. Renders a `<div>`. */
export function ChartBody({ mostRunsBelow = 3, children }: ChartBodyProps): ReactNode {
  const { model, width = 0 } = useChart('Chart.Body')
  const isBeside = new Set(model.lines.map(({ runId }) => runId)).size > mostRunsBelow
  const firstWidth = isBeside && width >= leastWidthBeside ? width - legendPx : width
  return (
    <FirstWidthContext.Provider value={firstWidth}>
      <div className="runoff-chart-body" data-legend={isBeside ? 'beside' : 'below'}>
        {children}
      </div>
    </FirstWidthContext.Provider>
  )
}

/** Returns how wide a plot will be, as far as it is known; 0 where it must be measured first. */
export function useFirstPlotWidth(): number {
  const { width = 0 } = useChart('Chart.Plot')
  return useContext(FirstWidthContext) ?? width
}
