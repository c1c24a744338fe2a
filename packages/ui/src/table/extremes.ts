import type { Goal } from '@runoff/core'

/** The best and the worst of some values. */
export interface Extremes {
  readonly best: number
  readonly worst: number
}

/**
 * Returns the best and the worst finite value, `null` where fewer than two different ones are
 * there to be told apart.
 */
export function extremes(values: readonly (number | null)[], goal: Goal): Extremes | null {
  const finite = values.filter((value): value is number => Number.isFinite(value))
  const low = finite.reduce((least, value) => Math.min(least, value), Infinity)
  const high = finite.reduce((most, value) => Math.max(most, value), -Infinity)
  if (!(low < high)) return null
  return goal === 'min' ? { best: low, worst: high } : { best: high, worst: low }
}
