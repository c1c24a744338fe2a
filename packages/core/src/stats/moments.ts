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
  if (all.every((value) => value === first)) return first
  const sum = fsum(all)
  if (Number.isFinite(sum)) return sum / all.length
  // The sum of the largest numbers is past them, and their mean is not.
  return (fsum(all.map((value) => value / scale)) / all.length) * scale
}

/** A power of 2, so that no digit changes. */
const scale = 2 ** 60

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
