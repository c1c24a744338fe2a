import type { Notice, Run, RunoffError, ToolbarAxis } from '@runoff/core'
import { useMultiJobMetrics, useSeriesDetail } from '@runoff/react'
import { useCallback, useMemo } from 'react'
import { useChartStore } from '../charts/ChartGroup.tsx'
import { useChartState } from '../charts/useChartState.ts'
import { isRefined, seriesOf, type CurveData } from './curveData.ts'
import { zoomedSteps } from './zoomedSteps.ts'

/** So many points are asked for: four for each pixel of a chart as wide as a screen. */
const screenPoints = 8000

export interface CurveDataResult extends Omit<CurveData, 'runs'> {
  /** By run id: why its curves, or finer points of them, could not be read. */
  readonly errors: ReadonlyMap<string, RunoffError>
  readonly notices: readonly Notice[]
  readonly reload: () => void
}

export interface CurveDataOptions {
  readonly metrics: readonly string[]
  readonly xAxis: ToolbarAxis
  /** Whether something is computed from the points, as means are, and not only drawn. */
  readonly needsAll: boolean
}

/**
 * Reads metrics of the compared runs, of long series as many points as a screen can show, and where
 * they were sampled the part that the charts around are zoomed to. What was not refined reaches the
 * charts as a feed, so that new points are drawn without a render.
 */
export function useCurveData(
  runs: readonly Run[],
  { metrics, xAxis, needsAll }: CurveDataOptions,
): CurveDataResult {
  const key = JSON.stringify(metrics)
  const asked = useMemo(() => new Set<string>(JSON.parse(key)), [key])
  const curves = useMultiJobMetrics(
    runs.map((run) => run.id),
    {
      metrics: [...asked],
      // By another axis a zoom could not ask for finer points, which are found by their steps.
      ...(!needsAll && xAxis === 'step' && areLong(runs, asked) && { maxPoints: screenPoints }),
    },
  )
  const store = useChartStore(null)
  const domain = useChartState(store, (state) => state.settledDomain)
  const detail = useSeriesDetail(curves.metricsMap, {
    range: zoomedSteps(domain, xAxis),
    maxPoints: screenPoints,
  })
  const { metricsMap: coarse, feedOf, isLoading, notices, reload } = curves
  const { metricsMap } = detail
  const inputOf = useCallback(
    (metric: string) =>
      isRefined(coarse, metricsMap, metric) ? seriesOf(metricsMap, metric) : feedOf(metric),
    [coarse, metricsMap, feedOf],
  )
  const errors = useMemo(
    () => new Map([...detail.errors, ...curves.errors]),
    [detail.errors, curves.errors],
  )
  return { metricsMap, asked, isLoading, inputOf, errors, notices, reload }
}

/** Whether some series has more points than can be shown; the others are read whole. */
function areLong(runs: readonly Run[], metrics: ReadonlySet<string>): boolean {
  const countOf = (run: Run, metric: string): number => run.metrics.get(metric)?.count ?? 0
  return runs.some((run) => [...metrics].some((metric) => countOf(run, metric) > screenPoints))
}
