import { undefinedFor, type Undefined } from './answer.ts'
import { studentQuantile, studentTwoSidedP } from './student.ts'

/** What a t test says of the difference of two means. */
export interface MeanDifference {
  readonly kind: 'defined'
  /** The mean of `a` less that of `b`. */
  readonly difference: number
  readonly standardError: number
  /** The difference in standard errors. */
  readonly t: number
  /** Degrees of freedom, for Welch's test not whole. */
  readonly df: number
  /** Two-sided. */
  readonly p: number
  /** Where the difference lies, with the level asked for. */
  readonly interval: readonly [number, number]
}

export interface SpreadOfDifference {
  readonly standardError: number
  readonly df: number
  readonly level: number
}

/** Returns the t test of a difference whose standard error is known. */
export function judgeDifference(
  difference: number,
  { standardError, df, level }: SpreadOfDifference,
): MeanDifference | Undefined {
  if (standardError === 0) return undefinedFor('no-variance')
  const t = difference / standardError
  // Values near the largest number there is have sums or squares beyond it.
  if (!Number.isFinite(t) || standardError === Infinity) return undefinedFor('not-finite')
  const reach = standardError * studentQuantile((1 + level) / 2, df)
  return {
    kind: 'defined',
    difference,
    standardError,
    t,
    df,
    p: studentTwoSidedP(t, df),
    interval: [difference - reach, difference + reach],
  }
}
