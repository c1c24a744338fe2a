import type { ReactNode } from 'react'
import { ChartLayer } from './ChartLayer.tsx'
import { mostTooltipRows } from './engine/tooltipContent.ts'

const rows = Array.from({ length: mostTooltipRows }, (_, row) => row)

/**
 * Draws the empty tooltip; the engine writes into its rows, as text, without a render. The live
 * region says the same to those who do not see it. Renders a `<div>`.
 */
export function ChartTooltip(): ReactNode {
  return (
    <ChartLayer part="Chart.Tooltip">
      <div data-part="tooltip" className="runoff-chart-tooltip" aria-hidden="true" hidden>
        <div data-part="head" className="runoff-chart-tooltip-head" />
        {rows.map((row) => (
          <div key={row} data-row="" className="runoff-chart-tooltip-row" hidden>
            <span className="runoff-chart-tooltip-swatch" />
            <bdi data-part="name" className="runoff-chart-tooltip-name" />
            <span data-part="place" className="runoff-chart-tooltip-place" />
            <span data-part="value" className="runoff-chart-tooltip-value" />
            <span data-part="detail" className="runoff-chart-tooltip-detail" />
          </div>
        ))}
        <div data-part="more" className="runoff-chart-tooltip-more" hidden />
      </div>
    </ChartLayer>
  )
}
