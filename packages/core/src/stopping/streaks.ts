import { medianOfSorted } from '../curves/median.ts'
import type { Goal } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { bestsOf, isWorse } from './curve.ts'
import { valuesAt } from './medianRule.ts'

/**
 * Yields at each evaluation of a curve how many in a row, up to this one, found its best so far
 * worse than the median of the past curves; 0 where fewer than `minimumRuns` of those had a value.
 */
export function* streaks(
  series: MetricSeries,
  past: readonly MetricSeries[],
  { goal, minimumRuns }: { readonly goal: Goal; readonly minimumRuns: number },
): Generator<number, void, void> {
  let streak = 0
  for (const [place, best] of bestsOf(series.values, goal).entries()) {
    const values = valuesAt(past, series.steps[place] ?? NaN)
    const isBehind =
      values.length >= minimumRuns && (best === null || isWorse(best, medianOfSorted(values), goal))
    streak = isBehind ? streak + 1 : 0
    yield streak
  }
}
