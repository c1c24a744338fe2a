import { useRef, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ChartAxes } from './ChartAxes.tsx'
import { ChartTooltip } from './ChartTooltip.tsx'
import type { ChartStore } from './chartStore.ts'
import { canvasBleedPx } from './engine/scene.ts'
import type { ChartModel } from './model/chartModel.ts'
import { xTicks, yTicks } from './model/ticks.ts'
import { viewportOf } from './model/viewportOf.ts'
import { useChartEngine } from './useChartEngine.ts'
import { useChartState } from './useChartState.ts'

export interface ChartPlotProps {
  readonly chartId: string
  readonly title: string
  readonly model: ChartModel
  readonly store: ChartStore
  /** The id of the sentence that describes the chart. */
  readonly summaryId: string
  /** In CSS pixels, axes included; 0 until it is measured. */
  readonly width: number
  readonly height: number
}

const margin = { top: 10, right: 14, bottom: 44 }
/** Room for a tick label, by its characters, in steps so that the plot does not move at each zoom. */
const characterPx = 6.6
const marginStep = 12
const pxPerXTick = 84
const pxPerYTick = 46

/** Draws the axes, the canvas with the lines, and the crosshair over them. Renders a `<div>`. */
export function ChartPlot(props: ChartPlotProps): ReactNode {
  const { chartId, title, model, store, summaryId, width, height } = props
  const { charts, format } = useMessages()
  const box = useRef<HTMLDivElement>(null)
  const domain = useChartState(store, (state) => state.settledDomain)
  const hiddenRunIds = useChartState(store, (state) => state.hiddenRunIds)
  const viewport = viewportOf(model, { domain, hiddenRunIds })
  const plotHeight = Math.max(0, height - margin.top - margin.bottom)
  // Without a value there is nothing that a number beside the plot could be read for.
  const hasY = viewport !== null && model.facts.hasFiniteValue
  const ys = !hasY ? [] : yTicks(model.yScale, viewport, plotHeight / pxPerYTick)
  const left = leftMargin(ys.map(({ label }) => label))
  const layout = {
    left,
    top: margin.top,
    width: Math.max(0, width - left - margin.right),
    height: plotHeight,
  }
  const xs =
    viewport === null ? [] : xTicks(model.axis, viewport, layout.width / pxPerXTick, format)
  useChartEngine(box, store, { chartId, model, layout, messages: charts })
  const place = {
    left: layout.left,
    top: layout.top,
    width: layout.width,
    height: layout.height,
  }
  return (
    <div ref={box} className="runoff-chart-plot" style={{ height }}>
      {viewport !== null && layout.width > 0 && (
        <ChartAxes
          viewport={viewport}
          layout={layout}
          xTicks={xs}
          yTicks={ys}
          xLabel={charts.axes[model.axis]}
        />
      )}
      <canvas
        data-part="canvas"
        className="runoff-chart-canvas"
        aria-hidden="true"
        style={{
          ...place,
          left: layout.left - canvasBleedPx,
          width: layout.width + 2 * canvasBleedPx,
        }}
      />
      <div
        data-part="surface"
        className="runoff-chart-surface"
        role="application"
        tabIndex={viewport === null ? -1 : 0}
        aria-label={charts.plotOf(title)}
        aria-describedby={summaryId}
        style={place}
      >
        <div data-part="brush" className="runoff-chart-brush" hidden />
        <div data-part="crosshair" className="runoff-chart-crosshair" hidden />
        <div data-part="dot" className="runoff-chart-dot" hidden />
        <ChartTooltip />
      </div>
      <div data-part="live" className="runoff-spoken" role="status" />
      <span data-part="probe" className="runoff-chart-probe" aria-hidden="true" />
      <PlotState model={model} isAllHidden={isAllHidden(model, hiddenRunIds)} />
    </div>
  )
}

/** Says in words why there is no line to see. */
function PlotState({ model, isAllHidden }: { model: ChartModel; isAllHidden: boolean }): ReactNode {
  const { charts } = useMessages()
  const text = stateText(model, isAllHidden)
  return text === null ? null : <p className="runoff-chart-state">{charts[text]}</p>
}

function stateText(
  { full, facts }: ChartModel,
  hidden: boolean,
): 'noPoints' | 'allHidden' | 'noFiniteValue' | null {
  if (full === null) return 'noPoints'
  if (hidden) return 'allHidden'
  return facts.hasFiniteValue ? null : 'noFiniteValue'
}

function isAllHidden({ lines }: ChartModel, hiddenRunIds: ReadonlySet<string>): boolean {
  return lines.length > 0 && lines.every(({ runId }) => hiddenRunIds.has(runId))
}

function leftMargin(labels: readonly string[]): number {
  const longest = labels.reduce((most, label) => Math.max(most, label.length), 3)
  return Math.ceil((longest * characterPx + 14) / marginStep) * marginStep
}
