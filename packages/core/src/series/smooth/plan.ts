import type { MetricSeries } from '../series.ts'

/** What a recursive smoothing carries from one point to the next; `null` where nothing is. */
export type Memory = Readonly<Record<string, number>> | null

/** How one smoothing writes its values, from any place on. */
export interface SmoothingPlan {
  /** Equal for two plans that give equal values: only then can one go on where the other ended. */
  readonly key: string
  /** How many of the last values may still change when points are added. */
  readonly reach: number
  /**
   * Writes the smoothed values from the place `from` up to the end of the series into `into`, which
   * holds those before, and returns what to carry on. `memory` is what the call that ended at `from`
   * returned, `null` for the first. Values must not depend on where a call began.
   */
  readonly write: (series: MetricSeries, into: Float64Array, from: number, memory: Memory) => Memory
}

/** Leaves all values as they are. */
export const copyPlan: SmoothingPlan = {
  key: 'copy',
  reach: 0,
  write({ values }, into, from) {
    into.set(values.subarray(from), from)
    return null
  },
}

/** Returns the value, or the largest number there is where rounding took it past that. */
export function finite(value: number): number {
  if (value - value === 0) return value
  return value > 0 ? Number.MAX_VALUE : -Number.MAX_VALUE
}
