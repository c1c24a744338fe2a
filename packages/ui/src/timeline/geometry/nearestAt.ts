import { firstAtLeast } from '@runoff/core'

/** Returns the place of the x nearest to one, in rising ones; of two equally near the first; `null` of none. */
export function nearestAt(xs: Float64Array, x: number): number | null {
  if (xs.length === 0) return null
  const after = Math.min(xs.length - 1, firstAtLeast(xs, x))
  const before = Math.max(0, after - 1)
  return x - (xs[before] ?? 0) <= (xs[after] ?? 0) - x ? before : after
}
