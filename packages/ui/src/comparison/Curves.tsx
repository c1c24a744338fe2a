import type { ComparisonView, Notice, Objective, Recommendation } from '@runoff/core'
import { useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import { ChartSettingsContext } from '../charts/chartSettings.ts'
import { ChartGrid } from '../charts/grid/ChartGrid.tsx'
import { metricLook } from '../charts/metricLook.ts'
import { ChartToolbar } from '../charts/toolbar/ChartToolbar.tsx'
import { groupingOf } from '../charts/toolbar/toolbarSettings.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ComparedReasonNote } from './ComparedReasonNote.tsx'
import { CurveErrors } from './CurveErrors.tsx'
import { LossCurves } from './LossCurves.tsx'
import { metricChoices } from './metricChoices.ts'
import { MetricCurves } from './MetricCurves.tsx'
import { MetricToggles } from './MetricToggles.tsx'
import { Notices } from './Notices.tsx'
import { Remarks } from './Remarks.tsx'
import type { ComparedRunsResult } from './useComparedRuns.ts'
import { useCurveData } from './useCurveData.ts'
import { useDraft } from './useDraft.ts'
import { useDrawing, xMetricOf } from './useDrawing.ts'
import { useSameJson } from '../effects/useSameJson.ts'
import { useSeedGroupings } from './useSeedGroupings.ts'
import { xMetrics } from './xMetrics.ts'
import { zoomedAnew } from './zoomedAnew.ts'

export interface CurvesProps {
  readonly compared: ComparedRunsResult
  readonly objective: Objective
  /** Says which runs are seeds of one configuration. */
  readonly recommendation: Recommendation | null
  readonly view: ComparisonView
  readonly onViewChange: (change: Partial<ComparisonView>) => void
  /** What was odd about the list; what is odd about the curves is added. */
  readonly notices: readonly Notice[]
}

/** The charts of the compared runs. Renders a `<div>`. */
export function Curves(props: CurvesProps): ReactNode {
  const { compared, objective, recommendation, view, onViewChange, notices } = props
  const { comparison, format } = useMessages()
  const { runs } = compared
  const choices = useMemo(() => metricChoices(runs, objective), [runs, objective])
  const shown = view.metrics?.filter((metric) => choices.all.includes(metric)) ?? choices.atFirst
  const titleOf = (metric: string): string => metricLook(metric, format).title
  const [settings, setSettings] = useDraft(useSameJson(view.chartSettings), (chartSettings) =>
    onViewChange(zoomedAnew(view, { chartSettings })),
  )
  // The slider itself must never wait for the charts.
  const drawn = useDeferredValue(settings)
  const groupings = useSeedGroupings(runs, recommendation)
  const grouping = useMemo(() => groupingOf(drawn, groupings), [drawn, groupings])
  const [near, setNear] = useState<readonly string[]>([])
  const xMetric = xMetricOf(drawn)
  const curves = useCurveData(runs, {
    metrics: [
      'train/loss',
      'eval/loss',
      ...(xMetric === null ? [] : [xMetric]),
      ...shown.filter((metric) => near.includes(metric)),
    ],
    xAxis: drawn.xAxis,
    needsAll: drawn.smoothing.kind !== 'none' || grouping !== null,
  })
  const chartSettings = useDrawing(drawn, curves)
  if (runs.length === 0 && !compared.isLoading) return <Notices notices={notices} />
  const isLoading = curves.isLoading || compared.isLoading
  const data = { ...curves, runs, isLoading }
  return (
    <div className="runoff-comparison-curves" aria-busy={isLoading}>
      <h2 className="runoff-heading">{comparison.curves}</h2>
      <ComparedReasonNote compared={compared} objective={objective} />
      <Remarks compared={compared} objective={objective} />
      <CurveErrors runs={runs} errors={curves.errors} onRetry={curves.reload} />
      <ChartToolbar
        settings={settings}
        onSettingsChange={setSettings}
        xMetrics={xMetrics(runs).map((metric) => ({ metric, title: titleOf(metric) }))}
        groupings={groupings}
      />
      <ChartSettingsContext.Provider value={chartSettings}>
        <LossCurves
          data={data}
          objective={objective}
          grouping={grouping}
          mode={view.lossMode}
          onModeChange={(lossMode) => onViewChange({ lossMode })}
        />
        <MetricToggles
          metrics={choices.all}
          shown={shown}
          onShownChange={(next) => onViewChange({ metrics: next })}
        />
        {shown.length > 0 && (
          <ChartGrid
            className="runoff-comparison-grid"
            items={shown.map((metric) => ({ id: metric, title: titleOf(metric) }))}
            arrangement={view.charts}
            onArrangementChange={(charts) => onViewChange({ charts })}
            onInSight={setNear}
          >
            {({ id, title }) => (
              <MetricCurves
                metric={id}
                title={title}
                data={data}
                objective={objective}
                grouping={grouping}
              />
            )}
          </ChartGrid>
        )}
      </ChartSettingsContext.Provider>
      <Notices notices={[...notices, ...curves.notices]} />
    </div>
  )
}
