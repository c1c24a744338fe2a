import { undefinedFor, type Undefined } from '../stats/answer.ts'

/**
 * Returns values less their mean and divided by half their range: what depends on their
 * correlations alone can be had from these, for values of any size.
 *
 * Missing: fewer than `fewest`, a value that is not finite, and equal values have none.
 */
export function centredValues(
  values: readonly number[],
  fewest: number,
): readonly number[] | Undefined {
  if (values.length < fewest) return undefinedFor('too-few-values')
  if (!values.every(Number.isFinite)) return undefinedFor('not-finite')
  const low = values.reduce((least, value) => Math.min(least, value))
  const high = values.reduce((most, value) => Math.max(most, value))
  // Equal values may miss their mean by a rounding, which would pass for a variance.
  if (low === high) return undefinedFor('no-variance')
  const middle = low / 2 + high / 2
  const scaled = values.map((value) => (value / 2 - middle / 2) / (high / 4 - low / 4))
  const mean = scaled.reduce((sum, value) => sum + value, 0) / values.length
  return scaled.map((value) => value - mean)
}

/** Returns the sum of the products of `count` values from `start` with those `lag` places later. */
export function laggedProduct(
  centred: readonly number[],
  lag: number,
  start = 0,
  count: number = centred.length - lag,
): number {
  let sum = 0
  for (let i = start; i < start + count; i++) sum += (centred[i] ?? 0) * (centred[i + lag] ?? 0)
  return sum
}
