import type { CurveMark } from '@runoff/core'
import { useMemo, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useChart } from './chartContext.ts'
import { MarkSymbols } from './marks/MarkSymbols.tsx'
import { markSummary, markTexts } from './marks/markTexts.ts'
import { placeMarks } from './marks/placeMarks.ts'
import { usePlot } from './plotContext.ts'
import { useChartState } from './useChartState.ts'

/** What the ready-made charts take for their marks. */
export interface MarkOptions {
  /** What happened on the curves, by run id; `curveMarks` of `@runoff/core/stats` finds it. */
  readonly marks?: ReadonlyMap<string, readonly CurveMark[]> | undefined
}

export interface ChartMarksProps {
  /** What happened on the curves, by run id; `curveMarks` of `@runoff/core/stats` finds it. */
  readonly marks: ReadonlyMap<string, readonly CurveMark[]>
}

/** The best points, spikes, divergences and restarts, on their lines and in words. Renders an `<svg>`. */
export function ChartMarks({ marks }: ChartMarksProps): ReactNode {
  const { title, model, store } = useChart('Chart.Marks')
  const { layout } = usePlot('Chart.Marks')
  const { charts } = useMessages()
  const hiddenRunIds = useChartState(store, (state) => state.hiddenRunIds)
  const placed = useMemo(() => {
    const { toDrawn } = model.y
    return placeMarks(model.lines, marks, { toDrawn, messages: charts, hiddenRunIds })
  }, [model, marks, charts, hiddenRunIds])
  if (placed.marks.length === 0) return null
  return (
    <>
      <svg data-part="marks" className="runoff-chart-marks" style={layout} aria-hidden="true">
        <MarkSymbols marks={placed.marks} />
      </svg>
      <div className="runoff-spoken">
        <p>{markSummary(placed, charts)}</p>
        <ul aria-label={charts.marks.listOf(title)}>
          {markTexts(placed.marks, charts).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    </>
  )
}
