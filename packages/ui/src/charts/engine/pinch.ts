import type { Viewport } from '../../geometry/viewport.ts'
import type { Place } from './markedArea.ts'

/** Two fingers on the plot. */
export type Fingers = readonly [Place, Place]

export interface PinchSize {
  readonly width: number
  readonly height: number
}

/** Fingers nearer to each other than this along an axis say nothing about it, in CSS pixels. */
const leastApart = 24

/**
 * Returns what is shown when two fingers have moved: what lay under the middle between them is
 * still there. Fingers beside each other zoom x, fingers above each other both axes.
 */
export function pinched(range: Viewport, from: Fingers, to: Fingers, size: PinchSize): Viewport {
  const factor = isUpright(from) ? apart(from) / apart(to) : across(from) / across(to)
  const [start, end] = [middle(from), middle(to)]
  const length = (range.to - range.from) * factor
  const about = range.from + (range.to - range.from) * (start.x / size.width)
  const left = about - length * (end.x / size.width)
  const tall = (range.high - range.low) * (isUpright(from) ? factor : 1)
  const value = range.high - (range.high - range.low) * (start.y / size.height)
  const high = value + tall * (end.y / size.height)
  return { from: left, to: left + length, low: high - tall, high }
}

/** Whether fingers lie one above the other rather than side by side. */
export function isUpright([a, b]: Fingers): boolean {
  return Math.abs(a.y - b.y) > Math.abs(a.x - b.x)
}

function across([a, b]: Fingers): number {
  return Math.max(leastApart, Math.abs(a.x - b.x))
}

function apart([a, b]: Fingers): number {
  return Math.max(leastApart, Math.hypot(a.x - b.x, a.y - b.y))
}

function middle([a, b]: Fingers): Place {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
