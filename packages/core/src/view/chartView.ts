import type { Band, Center } from '../series/aggregate/bandOf.ts'
import { isSmoothing, unknownKind, type Smoothing } from '../series/smooth/smoothing.ts'
import { oneOf, readObject, readTextOrNull, readTexts } from './readPart.ts'

/** Which losses the chart of losses draws. */
export type LossMode = 'train' | 'eval' | 'both'

export type XScale = 'linear' | 'log'

/** `symlog` is linear around zero and logarithmic beyond. */
export type YScale = 'linear' | 'log' | 'symlog'

/** Whether the y axis reaches over all values, or leaves out what is far from the others. */
export type YRange = 'full' | 'percentile'

/** What lies along x: what every log has, or a metric by its name. */
export type ToolbarAxis = (typeof plainAxes)[number] | { readonly metric: string }

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

/** How the charts of a grid are arranged; plain JSON, so that a link can carry it. */
export interface ChartArrangement {
  /** Ids in the order someone gave them; what it does not name comes behind, as it is given. */
  readonly order: readonly string[]
  /** Ids of the charts that take the room of two. */
  readonly wide: readonly string[]
}

export const lossModes = ['train', 'eval', 'both'] as const
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
  smoothing: { kind: 'none' },
  groupBy: null,
  center: 'mean',
  band: 'ci95',
  members: 'hidden',
}

export const defaultArrangement: ChartArrangement = { order: [], wide: [] }

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
    groupBy: readTextOrNull(part.get('groupBy')),
    center: oneOf(centers, part.get('center'), plain.center),
    band: oneOf(bands, part.get('band'), plain.band),
    members: oneOf(memberChoices, part.get('members'), plain.members),
  }
}

/** Returns the whole arrangement that a part of one stands for; what is no id is left out. */
export function completeArrangement(given: unknown): ChartArrangement {
  const part = readObject(given)
  return { order: readTexts(part.get('order')), wide: readTexts(part.get('wide')) }
}

function readAxis(given: unknown): ToolbarAxis {
  const metric = readTextOrNull(readObject(given).get('metric'))
  return metric === null ? oneOf(plainAxes, given, 'step') : { metric }
}

/** A copy, so that nothing comes along that a smoothing does not have; -0, which JSON loses, is 0. */
function readSmoothing(given: unknown): Smoothing {
  if (!isSmoothing(given)) return defaultToolbarSettings.smoothing
  switch (given.kind) {
    case 'none':
      return { kind: given.kind }
    case 'ema':
    case 'timeWeightedEma':
      return { kind: given.kind, weight: given.weight + 0 }
    case 'gaussian':
      return { kind: given.kind, sigma: given.sigma + 0 }
    case 'runningAverage':
      return { kind: given.kind, window: given.window }
    default:
      return unknownKind(given)
  }
}
