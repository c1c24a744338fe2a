import type { ChartToolbarSettings } from '@runoff/core'
import type { ChartSettings } from '../chartSettings.ts'
import type { Grouping, SeriesGroup } from '../model/groupLines.ts'
import type { MetricAxis } from '../model/resolveAxis.ts'

/** A way to put runs together, as a host offers it. */
export interface GroupingChoice {
  /** What the settings know it by. */
  readonly id: string
  /** What the person reads: 'Seeds as bands'. */
  readonly label: string
  /** Keep the list between renders. */
  readonly groups: readonly SeriesGroup[]
}

/**
 * Returns how charts are drawn by these settings. `axisOf` gives the metric that lies along x, by
 * its name; while it gives `null` the axis counts steps.
 */
export function chartSettingsOf(
  settings: ChartToolbarSettings,
  axisOf: (metric: string) => MetricAxis | null = () => null,
): Required<ChartSettings> {
  const { xAxis, xScale, yScale, yRange, smoothing } = settings
  const axis = typeof xAxis === 'string' ? xAxis : (axisOf(xAxis.metric) ?? 'step')
  return { xAxis: axis, xScale, yScale, yRange, smoothing }
}

/** Returns how runs are put together by these settings; `null` where each is drawn as itself. */
export function groupingOf(
  settings: ChartToolbarSettings,
  choices: readonly GroupingChoice[],
): Grouping | null {
  const { groupBy, center, band, members } = settings
  const chosen = choices.find(({ id }) => id === groupBy)
  return chosen === undefined ? null : { groups: chosen.groups, center, band, members }
}
