import { useRef } from 'react'
import { withRange, type AxisRange } from './axisRanges.ts'
import type { Place } from './geometry/nearestPoint.ts'
import { yToShare, type ParallelLayout } from './geometry/parallelLayout.ts'
import type { ParallelAxis } from './parallelModel.ts'

export interface AxisDragOptions {
  readonly axes: readonly ParallelAxis[]
  readonly layout: ParallelLayout
  readonly ranges: readonly AxisRange[]
  readonly onRangesChange: (ranges: readonly AxisRange[]) => void
}

export interface AxisDrag {
  /** Begins where the pointer goes down on an axis; returns whether it did. */
  readonly start: (place: Place) => boolean
  /** Returns whether an axis is being dragged. */
  readonly move: (place: Place) => boolean
  readonly end: () => void
  /** Ends a drag that the browser has taken away: the range stays as it is. */
  readonly cancel: () => void
}

/** How far from an axis the pointer takes hold of it, in CSS pixels; as wide as a target must be. */
export const axisReachPx = 14
/** A pointer that moves less than this has clicked. */
const clickPx = 3

/** Returns what lets the pointer drag a range along an axis; a click lets go of it. */
export function useAxisDrag(options: AxisDragOptions): AxisDrag {
  const { axes, layout, ranges, onRangesChange } = options
  const drag = useRef<{ axis: number; fromY: number; hasMoved: boolean } | null>(null)
  return {
    start({ x, y }) {
      const axis = layout.xs.findIndex((axisX) => Math.abs(axisX - x) <= axisReachPx)
      if (axis === -1) return false
      drag.current = { axis, fromY: y, hasMoved: false }
      return true
    },
    move({ y }) {
      const now = drag.current
      const axis = axes[now?.axis ?? -1]
      if (now === null || axis === undefined) return false
      if (!now.hasMoved && Math.abs(y - now.fromY) < clickPx) return true
      now.hasMoved = true
      const part = [yToShare(layout, now.fromY), yToShare(layout, y)] as const
      onRangesChange(withRange(ranges, axis, part))
      return true
    },
    end() {
      const now = drag.current
      const axis = axes[now?.axis ?? -1]
      drag.current = null
      if (now === null || axis === undefined || now.hasMoved) return
      if (ranges.some((range) => range.axis === axis.id)) {
        onRangesChange(withRange(ranges, axis, null))
      }
    },
    cancel() {
      drag.current = null
    },
  }
}
