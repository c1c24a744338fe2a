import { chiScale } from './chiScale.ts'
import { normalCdf } from './normal.ts'

/**
 * Returns the share of Student's t, shifted by `shift`, that lies below `t`: what a t statistic does
 * where the means truly differ by that many standard errors.
 *
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 31.
 */
export function noncentralStudentCdf(t: number, df: number, shift: number): number {
  // A large shift makes a narrow step of the function that is averaged.
  const scales = chiScale(df, Math.min(0.065, 0.4 / Math.abs(shift)))
  return scales.reduce((sum, { scale, weight }) => sum + weight * normalCdf(t * scale - shift), 0)
}
