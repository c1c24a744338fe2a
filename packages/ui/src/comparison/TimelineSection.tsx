import type { ComparisonView, MetricSeries, Objective, Run } from '@runoff/core'
import { useMultiJobMetrics } from '@runoff/react'
import { useMemo, type ReactNode } from 'react'
import { MetricTimeline } from '../timeline/MetricTimeline.tsx'
import { useRunHighlight } from './useRunHighlight.ts'

export interface TimelineSectionProps {
  readonly runs: readonly Run[]
  readonly objective: Objective
  readonly view: Pick<ComparisonView, 'timelineMetrics'>
  readonly onViewChange: (change: Pick<ComparisonView, 'timelineMetrics'>) => void
}

/** Reads what the timeline of some runs shows. Renders its figure. */
export function TimelineSection(props: TimelineSectionProps): ReactNode {
  const { runs, objective, view, onViewChange } = props
  const { timelineMetrics } = view
  const asked = useMemo(
    () => [...(timelineMetrics ?? [objective.metric, 'train/loss'])],
    [timelineMetrics, objective.metric],
  )
  const { metricsMap } = useMultiJobMetrics(
    runs.map((run) => run.id),
    { metrics: asked },
  )
  const series = useMemo(() => byMetric(asked, metricsMap), [asked, metricsMap])
  const highlight = useRunHighlight()
  return (
    <MetricTimeline
      runs={runs}
      series={series}
      objective={objective}
      metrics={timelineMetrics}
      onMetricsChange={(metrics) => onViewChange({ timelineMetrics: metrics })}
      {...highlight}
    />
  )
}

/** A metric that no run has an answer for is on its way, and left out. */
function byMetric(
  metrics: readonly string[],
  byRun: ReadonlyMap<string, ReadonlyMap<string, MetricSeries>>,
): ReadonlyMap<string, ReadonlyMap<string, MetricSeries>> {
  const entries = metrics.flatMap((metric) => {
    const found = [...byRun].flatMap(([runId, series]) => {
      const one = series.get(metric)
      return one === undefined ? [] : [[runId, one] as const]
    })
    return found.length === 0 ? [] : [[metric, new Map(found)] as const]
  })
  return new Map(entries)
}
