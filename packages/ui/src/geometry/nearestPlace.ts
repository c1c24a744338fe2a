import { firstAtLeast } from '@runoff/core'

/**
 * Returns the place of the point nearest to an x, the earlier of two that are as near; `-1` where
 * there is no point. `xs` must not fall.
 */
export function nearestPlace(xs: Float64Array, x: number): number {
  const after = firstAtLeast(xs, x)
  if (after === 0) return xs.length === 0 ? -1 : 0
  if (after === xs.length) return after - 1
  return x - (xs[after - 1] as number) <= (xs[after] as number) - x ? after - 1 : after
}
