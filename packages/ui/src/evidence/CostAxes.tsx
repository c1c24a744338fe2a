import type { ReactNode } from 'react'
import { AxesView } from '../charts/AxesView.tsx'
import type { PlotLayout } from '../charts/engine/scene.ts'
import { metricTitle } from '../format/metricName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { CostTextContext } from './costText.ts'
import { costTicks, valueTicks } from './geometry/costLayout.ts'
import type { CostScene } from './geometry/costScene.ts'

export interface CostAxesProps {
  readonly scene: CostScene
  readonly layout: PlotLayout
  readonly context: CostTextContext
}

/** Draws axes and grid of a cost chart and says what they count. Renders two `<svg>`. */
export function CostAxes({ scene, layout, context }: CostAxesProps): ReactNode {
  const { format } = useMessages()
  const { messages, formatters, objective, unit, currency } = context
  return (
    <>
      <AxesView
        viewport={scene.viewport}
        layout={layout}
        xTicks={costTicks(scene, layout.width, formatters)}
        yTicks={valueTicks(scene.viewport, layout.height, formatters)}
        xLabel={messages.axis(unit, currency, scene.xScale === 'log')}
      />
      <svg className="runoff-chart-axes" aria-hidden="true" focusable="false">
        <text x={2} y={12}>
          {messages.valueAxis(metricTitle(objective.metric, format), objective.goal)}
        </text>
      </svg>
    </>
  )
}
