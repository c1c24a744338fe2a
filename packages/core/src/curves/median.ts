/** Returns the median of numbers in any order, `NaN` for none; the mean of the middle two if even. */
export function medianOf(values: ArrayLike<number>): number {
  return medianOfSorted(Float64Array.from(values).sort())
}

/** Returns the median of the first `length` numbers, which rise; `NaN` for none. */
export function medianOfSorted(sorted: ArrayLike<number>, length: number = sorted.length): number {
  if (length === 0) return NaN
  const upper = sorted[length >> 1] ?? NaN
  if (length % 2 === 1) return upper
  const lower = sorted[(length >> 1) - 1] ?? NaN
  // Half the distance, not half the sum: the sum of two huge values is infinite.
  return lower === upper ? upper : lower + (upper - lower) / 2
}

/** What the median absolute deviation of normal values is multiplied by to give their sd. */
export const madToSd = 1.4826
