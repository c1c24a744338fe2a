import { checkDf, checkValue } from './checkDistribution.ts'
import { chiScale, nearlyCertain } from './chiScale.ts'
import { chiSquareUpperP } from './chiSquare.ts'
import { normalCdf } from './normal.ts'

/**
 * Returns the share of Student's t, shifted by `shift`, that lies below `t`: what a t statistic does
 * where the means truly differ by that many standard errors.
 *
 * @throws {RunoffError} `bad-option` for `NaN`, and for no finite positive degrees of freedom.
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 31.
 */
export function noncentralStudentCdf(t: number, df: number, shift: number): number {
  checkValue(t)
  checkValue(shift)
  checkDf(df)
  if (Math.abs(t) === Infinity) return t > 0 ? 1 : 0
  if (Math.abs(shift) > largeShift * Math.max(1, Math.sqrt(2 * df))) return overNormal(t, df, shift)
  // Then the estimated spread is normal, and so is the difference.
  if (df > nearlyCertain) return normalCdf((t - shift) / Math.hypot(1, t / Math.sqrt(2 * df)))
  // A large shift makes a narrow step of the function that is averaged.
  const scales = chiScale(df, Math.min(0.065, 0.4 / Math.abs(shift)))
  return scales.reduce((sum, { scale, weight }) => sum + weight * normalCdf(t * scale - shift), 0)
}

/** A normal number, in spreads of the estimated spread about such a shift, is at most a few hundredths. */
const largeShift = 100

/** Hermite's three points for the mean over a standard normal number. */
const normalPoints = [
  [-Math.sqrt(3), 1 / 6],
  [0, 2 / 3],
  [Math.sqrt(3), 1 / 6],
] as const

/** The other way round: over a normal z, the mean chance that t times the spread is above shift + z. */
function overNormal(t: number, df: number, shift: number): number {
  if (t === 0 || Math.sign(t) !== Math.sign(shift)) return shift > 0 ? 0 : 1
  const above = normalPoints.reduce(
    (sum, [z, weight]) => sum + weight * chiSquareUpperP(df * ((shift + z) / t) ** 2, df),
    0,
  )
  return t > 0 ? above : 1 - above
}
