/** How values lie along an axis. */
export type AxisScale = 'linear' | 'log' | 'category'

/** One axis: its ends in the unit that is drawn, which on a log axis is log10. */
export interface ParamAxis {
  readonly scale: AxisScale
  readonly low: number
  readonly high: number
}

/** From this ratio of the largest to the smallest on, a log axis can show more than a linear one. */
const leastLogRatio = 10
/** Of its length, so that one value alone lies in the middle. */
const alonePadding = 0.1

/**
 * Returns whether numbers are read better on a linear or on a log axis.
 *
 * `log` where all are above zero, they span at least a factor of ten, and the middle one of the
 * distinct numbers lies nearer to the middle of a log axis: `8, 16, 32, 64, 128` do, `100, 200, …,
 * 1000` do not. Missing: what is not finite is skipped.
 */
export function numberScaleOf(values: ArrayLike<number>): 'linear' | 'log' {
  const distinct = [...new Set(Array.from(values).filter(Number.isFinite))].toSorted(
    (a, b) => a - b,
  )
  const low = distinct[0]
  const high = distinct.at(-1)
  if (low === undefined || high === undefined || low <= 0 || high / low < leastLogRatio) {
    return 'linear'
  }
  const middle = middleOf(distinct)
  const linear = (middle - low) / (high - low)
  const log = Math.log(middle / low) / Math.log(high / low)
  return Math.abs(log - 0.5) < Math.abs(linear - 0.5) ? 'log' : 'linear'
}

/**
 * Returns the axis that holds all finite values, with `padding` of its length free at both ends.
 *
 * Where all are equal they lie in its middle; without a value it goes from 0 to 1. An axis of
 * categories has room for each of their places, `0` to `count - 1`.
 */
export function paramAxis(
  scale: AxisScale,
  values: ArrayLike<number>,
  { padding = 0, count = 0 }: { readonly padding?: number; readonly count?: number } = {},
): ParamAxis {
  if (scale === 'category') return { scale, low: -0.5, high: Math.max(1, count) - 0.5 }
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < values.length; i++) {
    const drawn = drawnValue(scale, values[i] as number)
    if (!Number.isFinite(drawn)) continue
    low = Math.min(low, drawn)
    high = Math.max(high, drawn)
  }
  if (low > high) return { scale, low: 0, high: 1 }
  if (low === high) {
    const room = Math.abs(low) * alonePadding || 1
    return { scale, low: low - room, high: high + room }
  }
  const room = (high - low) * padding
  return { scale, low: low - room, high: high + room }
}

/** Returns where a value lies on an axis, 0 at its low end and 1 at its high end; `NaN` where nowhere. */
export function shareOf({ scale, low, high }: ParamAxis, value: number): number {
  return (drawnValue(scale, value) - low) / (high - low)
}

/** Returns the value at a share of an axis; of categories, the nearest place. */
export function valueAt({ scale, low, high }: ParamAxis, share: number): number {
  const drawn = low + (high - low) * share
  if (scale === 'log') return 10 ** drawn
  if (scale === 'linear') return drawn
  return Math.min(Math.round(high - 0.5), Math.max(0, Math.round(drawn)))
}

/** Returns a value in the unit that is drawn; `NaN` for one that a log axis has no place for. */
export function drawnValue(scale: AxisScale, value: number): number {
  if (!Number.isFinite(value)) return NaN
  if (scale !== 'log') return value
  return value > 0 ? Math.log10(value) : NaN
}

function middleOf(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] as number
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] as number)) / 2
}
