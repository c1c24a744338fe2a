import { undefinedFor, type Undefined } from './answer.ts'
import { levelOf, type LevelOption } from './checkOptions.ts'
import { pairFault } from './checkSample.ts'
import { judgeDifference, type MeanDifference } from './meanDifference.ts'
import { mean, variance } from './moments.ts'

export interface PairedTResult extends MeanDifference {
  /** How many pairs. */
  readonly n: number
}

/**
 * Returns the paired t test: how `a` differs from `b` where the values belong together, such as by
 * their seed.
 *
 * Units: those of the values. Missing: `unequal-lengths`, `not-finite`, `too-few-values` below two
 * pairs, `no-variance` where all differences are equal but for rounding.
 *
 * @throws {RunoffError} `bad-option` for a level outside (0, 1).
 * @see Student (1908), The probable error of a mean.
 */
export function pairedT(
  a: readonly number[],
  b: readonly number[],
  options: LevelOption = {},
): PairedTResult | Undefined {
  const level = levelOf(options)
  const fault = pairFault(a, b, 2)
  if (fault !== null) return undefinedFor(fault)
  const n = a.length
  const differences = a.map((value, i) => value - (b[i] ?? NaN))
  const sd = Math.sqrt(variance(differences))
  if (sd <= roundingOf(a, b)) return undefinedFor('no-variance')
  const test = judgeDifference(mean(differences), {
    standardError: sd / Math.sqrt(n),
    df: n - 1,
    level,
  })
  return test.kind === 'undefined' ? test : { ...test, n }
}

/** 1.1 - 1 and 1.2 - 1.1 differ in the last digit, and are the same difference. */
function roundingOf(a: readonly number[], b: readonly number[]): number {
  return 2 * Number.EPSILON * Math.max(...a.map(Math.abs), ...b.map(Math.abs))
}
