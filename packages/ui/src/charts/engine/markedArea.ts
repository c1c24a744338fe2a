/** A place in the plot, in CSS pixels from its upper left corner. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** A stretch of one axis, in CSS pixels; the first is the smaller. */
export type Stretch = readonly [first: number, last: number]

/** What a drag marks to zoom to; `null` is an axis that stays as it is. */
export interface MarkedArea {
  readonly x: Stretch | null
  readonly y: Stretch | null
}

/** Less than this, in pixels, is a click with an unsteady hand. */
const leastDrag = 4
/** Both sides of a rectangle are longer than this. */
const leastSide = 12
/** A rectangle with a side shorter than this share of the other was meant as a stretch. */
const leastShare = 1 / 3

/**
 * Returns what a drag from one place to another marks: a rectangle where it is about as high as it
 * is wide, else a stretch of the axis along which it went. `null` where it is a click.
 */
export function markedArea(start: Place, end: Place): MarkedArea | null {
  const width = Math.abs(end.x - start.x)
  const height = Math.abs(end.y - start.y)
  const longer = Math.max(width, height)
  const shorter = Math.min(width, height)
  if (longer < leastDrag) return null
  const isBoth = shorter > leastSide && shorter >= longer * leastShare
  return {
    x: isBoth || width >= height ? stretch(start.x, end.x) : null,
    y: isBoth || height > width ? stretch(start.y, end.y) : null,
  }
}

function stretch(a: number, b: number): Stretch {
  return [Math.min(a, b), Math.max(a, b)]
}
