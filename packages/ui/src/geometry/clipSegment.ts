export interface Place {
  readonly x: number
  readonly y: number
}

/** `left` is below `right` and `bottom` is below `top`. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/**
 * Returns the ends of the part of a segment that lies within a box, `null` where none does.
 *
 * What is cut ends exactly on the border of the box, so that nothing is lost of a segment whose ends
 * are as far away as numbers reach. Both ends must be finite.
 *
 * @see Liang & Barsky, A New Concept and Method for Line Clipping (1984).
 */
export function clipSegment(a: Place, b: Place, box: Box): readonly [Place, Place] | null {
  const x = cut(a.x, b.x, box.left, box.right)
  const y = cut(a.y, b.y, box.bottom, box.top)
  if (x === null || y === null) return null
  const from = Math.max(x.from, y.from)
  const to = Math.min(x.to, y.to)
  if (from > to) return null
  return [
    { x: from === x.from ? x.start : x.at(from), y: from === y.from ? y.start : y.at(from) },
    { x: to === x.to ? x.end : x.at(to), y: to === y.to ? y.end : y.at(to) },
  ]
}

/** The part of the way from one number to another that lies between two borders. */
interface Cut {
  /** Shares of the whole way, 0 to 1. */
  readonly from: number
  readonly to: number
  /** Where the part begins and ends: a share next to 1 could not say it. */
  readonly start: number
  readonly end: number
  readonly at: (share: number) => number
}

function cut(a: number, b: number, low: number, high: number): Cut | null {
  if (Math.max(a, b) < low || Math.min(a, b) > high) return null
  // A quarter of each: the distance of two numbers may be more than a number can be.
  const way = b / 4 - a / 4
  const share = (border: number): number => (way === 0 ? 0 : (border / 4 - a / 4) / way)
  const within = (value: number): number => Math.max(low, Math.min(high, value))
  return {
    from: a < low || a > high ? share(within(a)) : 0,
    to: b < low || b > high ? share(within(b)) : 1,
    start: within(a),
    end: within(b),
    at: (part) => within((a / 4 + way * part) * 4),
  }
}
