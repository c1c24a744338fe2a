import { undefinedFor, type Undefined } from './answer.ts'
import { levelOf, type LevelOption } from './checkOptions.ts'
import { twoSampleFault } from './checkSample.ts'
import { judgeDifference, type MeanDifference } from './meanDifference.ts'
import { mean, variance } from './moments.ts'

export interface WelchResult extends MeanDifference {
  /** How many values of `a` and of `b`. */
  readonly n: readonly [number, number]
}

/**
 * Returns Welch's t test: how the means of two samples differ, where their spreads may differ too.
 *
 * Units: those of the values. With two or three values a side it is careful: of equal means it says
 * "p below 0.05" in 2 to 4 % of cases.
 *
 * Missing: `not-finite`, `too-few-values` below two on a side, `no-variance` where neither side
 * varies.
 *
 * @throws {RunoffError} `bad-option` for a level outside (0, 1).
 * @see Welch (1947), The generalization of Student's problem when several different population
 * variances are involved.
 */
export function welch(
  a: readonly number[],
  b: readonly number[],
  options: LevelOption = {},
): WelchResult | Undefined {
  const level = levelOf(options)
  const fault = twoSampleFault(a, b, 2)
  if (fault !== null) return undefinedFor(fault)
  const spread = welchSpread(
    { variance: variance(a), n: a.length },
    { variance: variance(b), n: b.length },
  )
  const test = judgeDifference(mean(a) - mean(b), { ...spread, level })
  return test.kind === 'undefined' ? test : { ...test, n: [a.length, b.length] }
}

export interface SampleSpread {
  readonly variance: number
  readonly n: number
}

/** Returns the standard error of a difference of means and its degrees of freedom, by Satterthwaite. */
export function welchSpread(
  a: SampleSpread,
  b: SampleSpread,
): { readonly standardError: number; readonly df: number } {
  const [va, vb] = [a.variance / a.n, b.variance / b.n]
  // As shares: the squares of small variances would underflow.
  const [shareA, shareB] = [va / (va + vb), vb / (va + vb)]
  const df = 1 / (shareA ** 2 / (a.n - 1) + shareB ** 2 / (b.n - 1))
  return { standardError: Math.sqrt(va + vb), df }
}
