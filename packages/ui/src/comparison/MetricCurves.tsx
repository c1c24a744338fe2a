import { useMemo, type ReactNode } from 'react'
import { MetricChart } from '../charts/MetricChart.tsx'
import { metricTitle } from '../format/metricName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ChartSkeleton } from './ChartSkeleton.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import { isAwaited, seriesOf, type CurveData } from './curveData.ts'

export interface MetricCurvesProps {
  readonly metric: string
  readonly data: CurveData
}

/** The chart of one metric, or its place while it is on its way. */
export function MetricCurves({ metric, data }: MetricCurvesProps): ReactNode {
  const { format } = useMessages()
  const { metricsMap, runs } = data
  const series = useMemo(() => seriesOf(metricsMap, metric), [metricsMap, metric])
  const title = metricTitle(metric, format)
  if (isAwaited(data, metric)) return <ChartSkeleton size="small" />
  return (
    <ComparisonPart name={title} resetKey={metricsMap}>
      <MetricChart title={title} series={series} runs={runs} />
    </ComparisonPart>
  )
}
