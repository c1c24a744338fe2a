import type { Band, Center, Smoothing } from '@runoff/core'
import type { ChartSettings } from '../chartSettings.ts'
import { noSmoothing, type YRange } from '../model/chartModel.ts'
import type { XScale, YScale } from '../model/drawScale.ts'
import type { Grouping, SeriesGroup } from '../model/groupLines.ts'
import type { MetricAxis, XAxis } from '../model/resolveAxis.ts'
import { isUsable } from './smoothingParameter.ts'

/** What lies along x: what every log has, or a metric by its name. */
export type ToolbarAxis = Exclude<XAxis, MetricAxis> | { readonly metric: string }

/** What a person has set in the toolbar; plain JSON, so that a link can carry it. */
export interface ChartToolbarSettings {
  readonly xAxis: ToolbarAxis
  readonly xScale: XScale
  readonly yScale: YScale
  readonly yRange: YRange
  readonly smoothing: Smoothing
  /** The id of one of the groupings that the host offers; `null` draws every run as itself. */
  readonly groupBy: string | null
  readonly center: Center
  readonly band: Band
  /** Whether the runs of a group are drawn faintly behind its line. */
  readonly members: 'hidden' | 'shown'
}

/** A way to put runs together, as a host offers it. */
export interface GroupingChoice {
  /** What the settings know it by. */
  readonly id: string
  /** What the person reads: 'Seeds as bands'. */
  readonly label: string
  /** Keep the list between renders. */
  readonly groups: readonly SeriesGroup[]
}

export const plainAxes = ['step', 'relative-step', 'epoch', 'time', 'relative-time'] as const
export const xScales = ['linear', 'log'] as const
export const yScales = ['linear', 'log', 'symlog'] as const
export const yRanges = ['full', 'percentile'] as const
export const centers = ['mean', 'median'] as const
export const bands = ['ci95', 'se', 'sd', 'minMax'] as const
const memberChoices = ['hidden', 'shown'] as const

/** Everything as it was logged. */
export const defaultToolbarSettings: ChartToolbarSettings = {
  xAxis: 'step',
  xScale: 'linear',
  yScale: 'linear',
  yRange: 'full',
  smoothing: noSmoothing,
  groupBy: null,
  center: 'mean',
  band: 'ci95',
  members: 'hidden',
}

/**
 * Returns the whole settings that some of them stand for. What is missing, unknown or out of its
 * range, as in a link that someone wrote by hand, is as in `defaultToolbarSettings`.
 */
export function completeToolbarSettings(given: unknown): ChartToolbarSettings {
  const part = readObject(given)
  const plain = defaultToolbarSettings
  return {
    xAxis: readAxis(part.get('xAxis')),
    xScale: oneOf(xScales, part.get('xScale'), plain.xScale),
    yScale: oneOf(yScales, part.get('yScale'), plain.yScale),
    yRange: oneOf(yRanges, part.get('yRange'), plain.yRange),
    smoothing: readSmoothing(part.get('smoothing')),
    groupBy: readText(part.get('groupBy')),
    center: oneOf(centers, part.get('center'), plain.center),
    band: oneOf(bands, part.get('band'), plain.band),
    members: oneOf(memberChoices, part.get('members'), plain.members),
  }
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

function readObject(given: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof given === 'object' && given !== null ? Object.entries(given) : [])
}

function readText(given: unknown): string | null {
  return typeof given === 'string' ? given : null
}

function readAxis(given: unknown): ToolbarAxis {
  const metric = readText(readObject(given).get('metric'))
  return metric === null ? oneOf(plainAxes, given, 'step') : { metric }
}

function readSmoothing(given: unknown): Smoothing {
  return isUsable(given) ? given : noSmoothing
}

function oneOf<Value extends string>(
  values: readonly Value[],
  given: unknown,
  otherwise: Value,
): Value {
  return values.find((value) => value === given) ?? otherwise
}
