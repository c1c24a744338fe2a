import type { ReactNode } from 'react'
import type { CostRun } from './costRuns.ts'
import { standingText, type CostTextContext } from './costText.ts'
import type { PlacedPoint } from './geometry/costScene.ts'

/** From the point to the edge of the words, as in charts.css. */
const besidePx = 10

export interface CostTooltipProps {
  readonly run: CostRun
  readonly point: PlacedPoint
  /** Of the plot, in CSS pixels. */
  readonly width: number
  readonly context: CostTextContext
}

/**
 * Says what the point under the cursor is, with its full numbers; the live region says it to those
 * who do not see it. Renders a `<div>`.
 */
export function CostTooltip({ run, point, width, context }: CostTooltipProps): ReactNode {
  const { messages, formatters, objective, unit, currency, nameOf } = context
  // It opens towards the side with more room, and so never over its own point.
  const isLeft = point.x > width / 2
  return (
    <div
      className="runoff-evidence-anchor"
      aria-hidden="true"
      style={{ left: point.x, top: point.y }}
    >
      <div
        className="runoff-chart-tooltip"
        data-left={isLeft ? '' : undefined}
        style={{ maxWidth: Math.max(point.x, width - point.x) - besidePx }}
      >
        <bdi>{nameOf(run.run)}</bdi>
        <div>{messages.amount(unit, formatters.full(run.cost), currency)}</div>
        <div>
          {messages.value(formatters.metricWords(objective.metric), formatters.full(run.value))}
        </div>
        <div className="runoff-chart-tooltip-head">{standingText(run, context)}</div>
      </div>
    </div>
  )
}
