import { checkDf, checkShare, checkValue } from './checkDistribution.ts'
import { normalUpperP, normalUpperQuantile } from './normal.ts'
import { refine } from './refine.ts'
import { incompleteBeta, logGamma } from './specialFunctions.ts'

/**
 * Returns the two-sided p of Student's t with `df` degrees of freedom, whole or not; a p of 1e-15
 * has as many digits as one of 0.5.
 *
 * @throws {RunoffError} `bad-option` for `NaN`, and for no finite positive number of degrees of
 * freedom.
 * @see NIST Digital Library of Mathematical Functions, 8.17.
 */
export function studentTwoSidedP(t: number, df: number): number {
  checkValue(t)
  checkDf(df)
  const size = Math.abs(t)
  if (size > farFrom(df)) return Math.exp(logPowerTail(df) - df * Math.log(size))
  if (df > nearlyNormal) return 2 * normalUpperP(normalFromStudent(size, df))
  const square = t * t
  return incompleteBeta(df / (df + square), square / (df + square), df / 2, 0.5)
}

/** Past this the continued fraction is long and the gamma function has no digits to spare. */
const nearlyNormal = 1e6

/** @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.7.8. */
function normalFromStudent(t: number, df: number): number {
  return (1 - 1 / (4 * df)) / Math.hypot(1 / t, Math.sqrt(0.5 / df))
}

/** The same, turned round. */
function studentFromNormal(z: number, df: number): number {
  return 1 / Math.sqrt(((1 - 1 / (4 * df)) / z) ** 2 - 0.5 / df)
}

/** From here on the tail is a plain power of t to the last digit, and t² may be past all numbers. */
function farFrom(df: number): number {
  return 1e8 * (df + 1)
}

/** The logarithm of the factor of t^-df in the two-sided p, far out. */
function logPowerTail(df: number): number {
  return Math.LN2 + logPeak(df) + ((df - 1) / 2) * Math.log(df)
}

/**
 * Returns the t below which a share `p` of Student's distribution lies; infinite where that is past
 * the largest number, as it can be with less than one degree of freedom.
 *
 * @throws {RunoffError} `bad-option` for a p outside (0, 1) or no positive number of degrees of
 * freedom.
 */
export function studentQuantile(p: number, df: number): number {
  checkShare(p)
  checkDf(df)
  if (p === 0.5) return 0
  const tail = 2 * Math.min(p, 1 - p)
  const t = tail > 0.5 ? studentNearMiddle(tail, df) : studentInTail(tail, df)
  return p < 0.5 ? -t : t
}

/** By Newton's method from the middle: p is convex in t there, so no step goes too far. */
function studentNearMiddle(tail: number, df: number): number {
  return refine(0, (t) => (studentTwoSidedP(t, df) - tail) / (2 * Math.exp(logDensity(t, df))))
}

/** By Newton's method on logarithms: p falls like a power of t, which is a line in them. */
function studentInTail(tail: number, df: number): number {
  const z = normalUpperQuantile(tail / 2)
  if (df > nearlyNormal) return studentFromNormal(z, df)
  const far = Math.exp((logPowerTail(df) - Math.log(tail)) / df)
  if (far > farFrom(df)) return far
  const logT = refine(Math.log(z), (logT) => {
    const t = Math.exp(logT)
    const p = studentTwoSidedP(t, df)
    // In logarithms to the end, for the density can be too small a number.
    return Math.log(p / tail) * Math.exp(Math.log(p) - Math.LN2 - logT - logDensity(t, df))
  })
  return Math.exp(logT)
}

function logDensity(t: number, df: number): number {
  return logPeak(df) - ((df + 1) / 2) * Math.log1p((t * t) / df)
}

/** The logarithm of the density at 0. */
function logPeak(df: number): number {
  if (df > nearlyNormal) return -Math.log(2 * Math.PI) / 2 - 1 / (4 * df)
  return logGamma((df + 1) / 2) - logGamma(df / 2) - Math.log(df * Math.PI) / 2
}
