import { useMemo, type ReactNode } from 'react'
import { useChart } from './chartContext.ts'
import { useChartWords } from './chartWords.ts'
import { summaryIdOf, titleIdOf } from './ChartRoot.tsx'
import { summaryOf } from './model/summaryOf.ts'

/** The title, and a sentence on what is drawn for those who do not see it. Renders a `<figcaption>`. */
export function ChartCaption(): ReactNode {
  const { chartId, title, subject, model } = useChart('Chart.Caption')
  const words = useChartWords()
  const summary = useMemo(() => summaryOf(model, subject, words), [model, subject, words])
  return (
    <figcaption className="runoff-chart-caption">
      <span id={titleIdOf(chartId)} className="runoff-chart-title">
        {title}
      </span>
      <span id={summaryIdOf(chartId)} className="runoff-spoken">
        {summary}
      </span>
    </figcaption>
  )
}
