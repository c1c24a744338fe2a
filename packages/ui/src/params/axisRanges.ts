import { shareOf, valueAt } from './geometry/axisScale.ts'
import type { ShareRange } from './geometry/parallelLines.ts'
import type { AxisId, ParallelAxis } from './parallelModel.ts'

/** The part of one axis that runs must cross to be shown. */
export interface AxisRange {
  readonly axis: AxisId
  /** The ends, in the axis's own unit; on an axis of categories their places from 0, in order. */
  readonly low: number
  readonly high: number
}

/** Returns the range of each axis as shares, `null` where it has none. */
export function shareRanges(
  axes: readonly ParallelAxis[],
  ranges: readonly AxisRange[],
): readonly ShareRange[] {
  return axes.map(({ id, axis }) => {
    const range = ranges.find((each) => each.axis === id)
    if (range === undefined) return null
    const [low, high] = [shareOf(axis, range.low), shareOf(axis, range.high)]
    return Number.isNaN(low) || Number.isNaN(high) ? null : [low, high]
  })
}

/** Returns the ranges with that of one axis set to a part of it, or left out where it is all of it. */
export function withRange(
  ranges: readonly AxisRange[],
  { id, axis, column }: ParallelAxis,
  part: ShareRange,
): readonly AxisRange[] {
  const others = ranges.filter((range) => range.axis !== id)
  if (part === null) return others
  const [low, high] = [Math.min(...part), Math.max(...part)]
  const isAll =
    axis.scale === 'category'
      ? valueAt(axis, low) === 0 && valueAt(axis, high) === column.categories.length - 1
      : low <= 0 && high >= 1
  if (isAll) return others
  return [...others, { axis: id, low: valueAt(axis, low), high: valueAt(axis, high) }]
}
