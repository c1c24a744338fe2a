import type { Run } from '@runoff/core'

/**
 * Returns the `NaN` or infinity that a run logged as the last value of a metric: it has diverged,
 * whatever its best value was. `null` where the last value is finite or not known.
 */
export function nonFiniteEnd({ metrics }: Run, metric: string): number | null {
  const last = metrics.get(metric)?.last ?? null
  return last === null || Number.isFinite(last) ? null : last
}
