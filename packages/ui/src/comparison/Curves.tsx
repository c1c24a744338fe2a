import type { Notice, Objective } from '@runoff/core'
import { useMultiJobMetrics } from '@runoff/react'
import { useMemo, type ReactNode, type Ref } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ComparedReasonNote } from './ComparedReasonNote.tsx'
import type { ComparisonView } from './comparisonView.ts'
import { CurveErrors } from './CurveErrors.tsx'
import { LossCurves } from './LossCurves.tsx'
import { metricChoices } from './metricChoices.ts'
import { MetricCurves } from './MetricCurves.tsx'
import { MetricToggles } from './MetricToggles.tsx'
import { Notices } from './Notices.tsx'
import { Remarks } from './Remarks.tsx'
import type { ComparedRunsResult } from './useComparedRuns.ts'

export interface CurvesProps {
  readonly headingRef: Ref<HTMLHeadingElement>
  readonly compared: ComparedRunsResult
  readonly objective: Objective
  readonly view: ComparisonView
  readonly onViewChange: (change: Partial<ComparisonView>) => void
  /** What was odd about the list; what is odd about the curves is added. */
  readonly notices: readonly Notice[]
}

/** The charts of the compared runs. Renders a `<div>`. */
export function Curves(props: CurvesProps): ReactNode {
  const { headingRef, compared, objective, view, onViewChange, notices } = props
  const { comparison } = useMessages()
  const { runs } = compared
  const choices = useMemo(() => metricChoices(runs, objective), [runs, objective])
  const shown = view.metrics?.filter((metric) => choices.all.includes(metric)) ?? choices.atFirst
  const metrics = ['train/loss', 'eval/loss', ...shown]
  const curves = useMultiJobMetrics(
    runs.map((run) => run.id),
    { metrics },
  )
  if (runs.length === 0 && !compared.isLoading) return <Notices notices={notices} />
  const isLoading = curves.isLoading || compared.isLoading
  const data = { runs, metricsMap: curves.metricsMap, isLoading }
  return (
    <div className="runoff-comparison-curves" aria-busy={isLoading}>
      <h2 className="runoff-heading" ref={headingRef} tabIndex={-1}>
        {comparison.curves}
      </h2>
      <ComparedReasonNote compared={compared} objective={objective} />
      <Remarks compared={compared} objective={objective} />
      <CurveErrors runs={runs} errors={curves.errors} onRetry={curves.reload} />
      <LossCurves
        data={data}
        mode={view.lossMode}
        onModeChange={(lossMode) => onViewChange({ lossMode })}
      />
      <MetricToggles
        metrics={choices.all}
        shown={shown}
        onShownChange={(next) => onViewChange({ metrics: next })}
      />
      {shown.length > 0 && (
        <div className="runoff-comparison-grid">
          {shown.map((metric) => (
            <MetricCurves key={metric} metric={metric} data={data} />
          ))}
        </div>
      )}
      <Notices notices={[...notices, ...curves.notices]} />
    </div>
  )
}
