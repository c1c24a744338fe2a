import type { ReactNode } from 'react'
import { useChart } from './chartContext.ts'
import { useChartWords } from './chartWords.ts'
import { canvasBleedPx } from './engine/scene.ts'
import type { ChartModel, PlacedLine, XRange } from './model/chartModel.ts'
import { preparingText } from './model/noteTexts.ts'
import { rangeOf, type Shown } from './model/viewportOf.ts'
import { usePlot } from './plotContext.ts'
import { useChartState } from './useChartState.ts'

/** The lines themselves, or in words why there are none. Renders a `<canvas>`. */
export function ChartLines(): ReactNode {
  const { layout } = usePlot('Chart.Lines')
  return (
    <>
      <canvas
        data-part="canvas"
        className="runoff-chart-canvas"
        aria-hidden="true"
        style={{
          ...layout,
          left: layout.left - canvasBleedPx,
          width: layout.width + 2 * canvasBleedPx,
        }}
      />
      <LinesState />
    </>
  )
}

/** The bands about lines that stand for several runs; drawn with the lines. Renders a `<span>`. */
export function ChartBands(): ReactNode {
  return <span data-part="bands" hidden />
}

/** What tells lines apart without colour; drawn with the lines. Renders a `<span>`. */
export function ChartMarkers(): ReactNode {
  return <span data-part="markers" hidden />
}

/** Says in words why there is no line to see. */
function LinesState(): ReactNode {
  const { model, store, pending } = useChart('Chart.Lines')
  const words = useChartWords()
  const hiddenRunIds = useChartState(store, (state) => state.hiddenRunIds)
  const domain = useChartState(store, (state) => state.settledDomain)
  if (pending.left > 0) {
    const text = preparingText(pending, words)
    return model.lines.length === 0 ? <p className="runoff-chart-state">{text}</p> : null
  }
  const text = stateText(model, { domain, hiddenRunIds })
  return text === null ? null : <p className="runoff-chart-state">{words.messages[text]}</p>
}

function stateText(
  model: ChartModel,
  shown: Shown,
): 'noPoints' | 'allHidden' | 'noFiniteValue' | 'noPointsHere' | null {
  const { full, facts, lines } = model
  if (full === null) return 'noPoints'
  const visible = lines.filter(({ runId }) => !shown.hiddenRunIds.has(runId))
  if (lines.length > 0 && visible.length === 0) return 'allHidden'
  if (!facts.hasFiniteValue) return 'noFiniteValue'
  const range = rangeOf(model, shown.domain)
  return visible.some((line) => isWithin(line, range ?? full)) ? null : 'noPointsHere'
}

/** Whether a line has a point in a range of x, or goes through it. */
function isWithin({ placed }: PlacedLine, { from, to }: XRange): boolean {
  const { steps } = placed.columns
  return (steps[0] ?? Infinity) <= to && (steps.at(-1) ?? -Infinity) >= from
}
