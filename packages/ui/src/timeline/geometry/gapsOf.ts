/** How many times its neighbours' distance a distance is a gap. */
const gapFactor = 3

/**
 * Returns whether a line must not be drawn to the point at a place from the one before: where the
 * distance is more than three times those before and after it, evaluations are missing between.
 *
 * Schedules whose distances grow or shrink have no gaps, nor do the two ends, of which only one
 * side is known.
 */
export function isGapBefore(x: Float64Array, at: number): boolean {
  const here = distance(x, at)
  const before = distance(x, at - 1)
  const after = distance(x, at + 1)
  return here > gapFactor * before && here > gapFactor * after
}

/** `NaN` where there is no point on one of the sides: no comparison with it holds. */
function distance(x: Float64Array, at: number): number {
  return (x[at] ?? NaN) - (x[at - 1] ?? NaN)
}
