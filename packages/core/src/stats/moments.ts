import { fsum } from 'd3-array'

/**
 * Returns the mean of at least one finite number.
 *
 * Exact to the last digit for equal values, and the same for any order of them: nothing of the sum
 * is rounded away before its end.
 */
export function mean(values: ArrayLike<number>): number {
  const first = values[0] ?? NaN
  const all = Array.from(values)
  // Three times 0.1, divided by three, is not 0.1.
  return all.every((value) => value === first) ? first : fsum(all) / all.length
}

/**
 * Returns the sample variance, over n − 1, of at least two finite numbers; 0 where all are equal.
 *
 * By deviations from the mean, so it keeps its digits for values such as 1e8 + 1.
 */
export function variance(values: ArrayLike<number>): number {
  return squaredDeviations(values) / (values.length - 1)
}

/** Returns the sum of squared deviations from the mean. */
export function squaredDeviations(values: ArrayLike<number>): number {
  const center = mean(values)
  return fsum(Array.from(values, (value) => (value - center) ** 2))
}

/** Returns a copy in the order of size. */
export function sortedNumbers(values: ArrayLike<number>): number[] {
  return Array.from(Float64Array.from(values).sort())
}
