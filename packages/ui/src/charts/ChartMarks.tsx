import { useMemo, type ReactNode } from 'react'
import { useChart } from './chartContext.ts'
import { useChartWords } from './chartWords.ts'
import { MarkSymbols } from './marks/MarkSymbols.tsx'
import { markSummary, markTexts } from './marks/markTexts.ts'
import { placeMarks } from './marks/placeMarks.ts'
import { usePlot } from './plotContext.ts'
import { useChartState } from './useChartState.ts'

/**
 * The best points, spikes, divergences and restarts that the chart was given, on their lines and in
 * words. Renders an `<svg>`, and nothing where nothing is marked.
 */
export function ChartMarks(): ReactNode {
  const { title, model, marks, store } = useChart('Chart.Marks')
  const { layout } = usePlot('Chart.Marks')
  const words = useChartWords()
  const hiddenRunIds = useChartState(store, (state) => state.hiddenRunIds)
  const placed = useMemo(() => {
    const { toDrawn } = model.y
    return placeMarks(model.lines, marks, { ...words, toDrawn, hiddenRunIds })
  }, [model, marks, words, hiddenRunIds])
  if (placed.marks.length === 0) return null
  return (
    <>
      <svg data-part="marks" className="runoff-chart-marks" style={layout} aria-hidden="true">
        <MarkSymbols marks={placed.marks} />
      </svg>
      <div className="runoff-spoken">
        <p>{markSummary(placed, words)}</p>
        <ul aria-label={words.messages.marks.listOf(title)}>
          {markTexts(placed.marks, words).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
    </>
  )
}
