import type { MetricSeries } from '../series/series.ts'

/** The points of a series as pairs of step and value. */
export function listOf(series: MetricSeries): readonly (readonly [number, number])[] {
  return Array.from(series.steps, (step, i) => [step, series.values[i] ?? NaN])
}

/** Whether each step comes after the one before. */
export function stepsRise({ steps }: MetricSeries): boolean {
  return steps.every((step, i) => i === 0 || step > (steps[i - 1] ?? NaN))
}
