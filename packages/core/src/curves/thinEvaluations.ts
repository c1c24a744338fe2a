import { RunoffError } from '../errors.ts'
import type { MetricSeries } from '../series/series.ts'
import { countEvaluations } from './stretches.ts'

/**
 * Returns a series with `count` of its evaluations, spread evenly over its course and with the last
 * among them: the j-th stands at the share j / count of all evaluations.
 *
 * Shape: columns of `count` points, each one of the series; all finite. A series with no more finite
 * evaluations than that is returned as it is. `basis` and `total` stay those of the series: they
 * tell what the source gave, and that is as full as it was.
 *
 * @throws {RunoffError} `bad-option` when `count` is not a whole number of at least 1.
 */
export function thinEvaluations(series: MetricSeries, count: number): MetricSeries {
  checkCount(count)
  const finite = Array.from(series.values.keys()).filter((i) => Number.isFinite(series.values[i]))
  if (finite.length <= count) return series
  const places = Array.from(
    { length: count },
    (_, j) => finite[Math.round(((j + 1) * finite.length) / count) - 1] ?? -1,
  )
  const pick = (column: Float64Array): Float64Array =>
    Float64Array.from(places, (place) => column[place] ?? NaN)
  return {
    ...series,
    steps: pick(series.steps),
    values: pick(series.values),
    timesMs: series.timesMs && pick(series.timesMs),
    epochs: series.epochs && pick(series.epochs),
  }
}

/**
 * Returns series thinned to as many evaluations as the sparsest of them has, in the order given.
 *
 * The lowest of 100 noisy evaluations is luckier than that of 10: a run that was evaluated 10 times
 * as often wins 9 times in 10 against an equal one. Missing: a series without a finite evaluation
 * sets no count, and is returned as it is.
 */
export function matchedEvaluations(list: readonly MetricSeries[]): readonly MetricSeries[] {
  const counts = list.map(countEvaluations).filter((count) => count > 0)
  if (counts.length === 0) return list
  const fewest = counts.reduce((least, count) => Math.min(least, count))
  return list.map((series) => thinEvaluations(series, fewest))
}

function checkCount(count: number): void {
  if (Number.isInteger(count) && count >= 1) return
  throw new RunoffError(
    'bad-option',
    `thinEvaluations needs a whole count of at least 1, and got ${count}. ` +
      'Pass how many evaluations to keep, such as 10.',
  )
}
