import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useChart } from './chartContext.ts'
import { factTexts, pointsText } from './model/noteTexts.ts'
import { settingTexts } from './model/settingTexts.ts'
import { shownIn } from './model/shownIn.ts'
import { useChartState } from './useChartState.ts'

/**
 * Says what the picture alone does not: how many points it shows, what was done to them, and what it
 * could not draw. Renders a `<div>`.
 */
export function ChartNotes(): ReactNode {
  const { chartId, model, store, pending } = useChart('Chart.Notes')
  const { charts } = useMessages()
  const domain = useChartState(store, (state) => state.settledDomain)
  const hiddenRunIds = useChartState(store, (state) => state.hiddenRunIds)
  const yDomains = useChartState(store, (state) => state.yDomains)
  if (model.lines.length === 0) return null
  const shown = shownIn({ domain, yDomains, hiddenRunIds }, chartId)
  const texts = [
    pointsText(model, shown, charts),
    ...(pending.left > 0 ? [charts.preparing(pending.all - pending.left, pending.all)] : []),
    ...settingTexts(model, charts),
    ...factTexts(model, charts),
  ]
  return (
    <div className="runoff-chart-notes">
      {texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  )
}
