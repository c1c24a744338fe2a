import { firstAbove } from './findStep.ts'
import type { MetricSeries } from './series.ts'

/**
 * Returns the last finite value at or before a step, `null` where there is none: how curves that
 * were evaluated at different steps are read at one.
 */
export function carriedValue({ steps, values }: MetricSeries, step: number): number | null {
  for (let i = firstAbove(steps, step) - 1; i >= 0; i--) {
    const value = values[i] ?? NaN
    if (Number.isFinite(value)) return value
  }
  return null
}
