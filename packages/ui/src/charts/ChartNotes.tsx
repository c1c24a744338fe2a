import type { ReactNode } from 'react'
import { useChart } from './chartContext.ts'
import { useChartWords } from './chartWords.ts'
import { factTexts, pointsText, preparingText } from './model/noteTexts.ts'
import { settingTexts } from './model/settingTexts.ts'
import { shownIn } from './model/shownIn.ts'
import { useChartState } from './useChartState.ts'

/**
 * Says what the picture alone does not: how many points it shows, what was done to them, and what it
 * could not draw. Renders a `<div>`.
 */
export function ChartNotes(): ReactNode {
  const { chartId, model, store, pending } = useChart('Chart.Notes')
  const words = useChartWords()
  const domain = useChartState(store, (state) => state.settledDomain)
  const hiddenRunIds = useChartState(store, (state) => state.hiddenRunIds)
  const yDomains = useChartState(store, (state) => state.yDomains)
  if (model.lines.length === 0) return null
  const shown = shownIn({ domain, yDomains, hiddenRunIds }, chartId)
  const texts = [
    pointsText(model, shown, words),
    ...(pending.left > 0 ? [preparingText(pending, words)] : []),
    ...settingTexts(model, words),
    ...factTexts(model, words),
  ]
  return (
    <div className="runoff-chart-notes">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}
