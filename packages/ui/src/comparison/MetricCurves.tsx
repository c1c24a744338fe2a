import { goalOf, type MetricSeries, type Objective } from '@runoff/core'
import { useMemo, type ReactNode } from 'react'
import { useCurveMarks } from '../charts/marks/useCurveMarks.ts'
import { MetricChart } from '../charts/MetricChart.tsx'
import type { Grouping } from '../charts/model/groupLines.ts'
import { ChartSkeleton } from './ChartSkeleton.tsx'
import { ComparisonPart } from './ComparisonPart.tsx'
import { isAwaited, seriesOf, type CurveData } from './curveData.ts'

export interface MetricCurvesProps {
  readonly metric: string
  readonly title: string
  readonly data: CurveData
  readonly objective: Objective
  readonly grouping: Grouping | null
}

/** What no end is better of has nothing to mark: a learning rate jumps where it was told to. */
const none: ReadonlyMap<string, MetricSeries> = new Map()

/** The chart of one metric, or its place while it is on its way. */
export function MetricCurves(props: MetricCurvesProps): ReactNode {
  const { metric, title, data, objective, grouping } = props
  const { metricsMap, runs, inputOf } = data
  const series = useMemo(() => inputOf(metric), [inputOf, metric])
  const points = useMemo(() => seriesOf(metricsMap, metric), [metricsMap, metric])
  const isObjective = objective.metric === metric
  const goal = isObjective ? objective.goal : (goalOf(metric)?.goal ?? null)
  const marks = useCurveMarks({ series: goal === null ? none : points, runs, goal, isObjective })
  if (isAwaited(data, metric)) return <ChartSkeleton size="small" />
  return (
    <ComparisonPart name={title} resetKey={metricsMap}>
      <MetricChart title={title} series={series} runs={runs} grouping={grouping} marks={marks} />
    </ComparisonPart>
  )
}
