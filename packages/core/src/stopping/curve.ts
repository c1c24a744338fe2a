import type { Goal } from '../run/run.ts'
import { firstAbove } from '../series/findStep.ts'
import type { MetricSeries } from '../series/series.ts'

/** Returns the best finite value at or before a step, `null` where there is none. */
export function bestUpTo({ steps, values }: MetricSeries, step: number, goal: Goal): number | null {
  return bestsOf(values.subarray(0, firstAbove(steps, step)), goal).at(-1) ?? null
}

/** Returns at each point the best finite value so far, `null` before the first. */
export function bestsOf(values: Float64Array, goal: Goal): readonly (number | null)[] {
  const bests: (number | null)[] = []
  let best: number | null = null
  for (const value of values) {
    if (Number.isFinite(value) && (best === null || isWorse(best, value, goal))) best = value
    bests.push(best)
  }
  return bests
}

/** Whether `value` is strictly worse than `other`. */
export function isWorse(value: number, other: number, goal: Goal): boolean {
  return goal === 'min' ? value > other : value < other
}

/** The last step of a series, `null` where it has no points. */
export function lastStepOf({ steps }: MetricSeries): number | null {
  return steps.at(-1) ?? null
}
