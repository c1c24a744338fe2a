import type { ChartToolbarSettings } from '@runoff/core'
import { useMemo } from 'react'
import type { ChartSettings } from '../charts/chartSettings.ts'
import { metricLook } from '../charts/metricLook.ts'
import { chartSettingsOf } from '../charts/toolbar/toolbarSettings.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { isAwaited, seriesOf, type CurveData } from './curveData.ts'

/** Returns the name of the metric that lies along x, `null` where none does. */
export function xMetricOf({ xAxis }: Pick<ChartToolbarSettings, 'xAxis'>): string | null {
  return typeof xAxis === 'string' ? null : xAxis.metric
}

/**
 * Returns how the charts are drawn by what is set. Until a metric that shall lie along x is there,
 * they count steps.
 */
export function useDrawing(
  settings: ChartToolbarSettings,
  data: Pick<CurveData, 'metricsMap' | 'asked' | 'isLoading'>,
): ChartSettings {
  const { format } = useMessages()
  const metric = xMetricOf(settings)
  const { metricsMap } = data
  const isThere = metric !== null && !isAwaited(data, metric)
  const xSeries = useMemo(
    () => (isThere ? seriesOf(metricsMap, metric) : null),
    [isThere, metricsMap, metric],
  )
  return useMemo(
    () =>
      chartSettingsOf(settings, (name) =>
        xSeries === null ? null : { title: metricLook(name, format).title, series: xSeries },
      ),
    [settings, xSeries, format],
  )
}
