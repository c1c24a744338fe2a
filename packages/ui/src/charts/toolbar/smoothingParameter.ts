import type { Smoothing } from '@runoff/core'

export type SmoothingKind = Smoothing['kind']

/** The one number that a kind of smoothing takes. */
export interface SmoothingParameter {
  /** What it is: how much the past counts, how wide a bell is, or how many points count. */
  readonly name: 'weight' | 'sigma' | 'window'
  readonly value: number
  readonly min: number
  readonly max: number
  /** How far a slider reaches; what is larger is typed. */
  readonly sliderMax: number
  readonly step: number
}

const weightShare = { name: 'weight', min: 0, max: 0.999, sliderMax: 0.999, step: 0.001 } as const
const bellWidth = { name: 'sigma', min: 0, max: 10_000, sliderMax: 100, step: 0.5 } as const
const windowSize = { name: 'window', min: 1, max: 100_000, sliderMax: 501, step: 1 } as const

/** Where each kind starts: what its parameter is worth before anyone has moved it. */
const starts: Readonly<Record<SmoothingKind, Smoothing>> = {
  none: { kind: 'none' },
  ema: { kind: 'ema', weight: 0.6 },
  timeWeightedEma: { kind: 'timeWeightedEma', weight: 0.6 },
  gaussian: { kind: 'gaussian', sigma: 5 },
  runningAverage: { kind: 'runningAverage', window: 21 },
}

export const smoothingKinds: readonly SmoothingKind[] = [
  'none',
  'ema',
  'timeWeightedEma',
  'gaussian',
  'runningAverage',
]

/** Returns a smoothing of a kind; both averages by weight keep the weight of the other. */
export function smoothingOfKind(kind: SmoothingKind, before: Smoothing): Smoothing {
  const isWeighted = kind === 'ema' || kind === 'timeWeightedEma'
  if (isWeighted && 'weight' in before) return { kind, weight: before.weight }
  return starts[kind]
}

/** Returns the number that a smoothing takes, with its bounds; `null` where it takes none. */
export function parameterOf(smoothing: Smoothing): SmoothingParameter | null {
  switch (smoothing.kind) {
    case 'none':
      return null
    case 'gaussian':
      return { ...bellWidth, value: smoothing.sigma }
    case 'runningAverage':
      return { ...windowSize, value: smoothing.window }
    default:
      return { ...weightShare, value: smoothing.weight }
  }
}

/** Returns the smoothing with another number; a window is of whole points. */
export function withParameter(smoothing: Smoothing, value: number): Smoothing {
  switch (smoothing.kind) {
    case 'none':
      return smoothing
    case 'gaussian':
      return { ...smoothing, sigma: value }
    case 'runningAverage':
      return { ...smoothing, window: Math.round(value) }
    default:
      return { ...smoothing, weight: value }
  }
}

/** Whether a smoothing leaves every value as it was logged. */
export function changesNothing(smoothing: Smoothing): boolean {
  const parameter = parameterOf(smoothing)
  return parameter === null || parameter.value === parameter.min
}
