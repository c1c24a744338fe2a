import { checkDf, checkShare } from './checkDistribution.ts'
import { normalUpperP, normalUpperQuantile } from './normal.ts'
import { refine } from './refine.ts'
import { incompleteBeta, logGamma } from './specialFunctions.ts'

/**
 * Returns the two-sided p of Student's t with `df` degrees of freedom, whole or not; a p of 1e-15
 * has as many digits as one of 0.5.
 *
 * @throws {RunoffError} `bad-option` for no finite positive number of degrees of freedom.
 * @see NIST Digital Library of Mathematical Functions, 8.17.
 */
export function studentTwoSidedP(t: number, df: number): number {
  checkDf(df)
  const square = t * t
  if (square === Infinity) return 0
  if (df > nearlyNormal) return 2 * normalUpperP(normalFromStudent(Math.abs(t), df))
  return incompleteBeta(df / (df + square), square / (df + square), df / 2, 0.5)
}

/** Past this the continued fraction is long and the gamma function has no digits to spare. */
const nearlyNormal = 1e6

/** @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 26.7.8. */
function normalFromStudent(t: number, df: number): number {
  return (t * (1 - 1 / (4 * df))) / Math.sqrt(1 + (t * t) / (2 * df))
}

/**
 * Returns the t below which a share `p` of Student's distribution lies.
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
  return refine(0, (t) => (studentTwoSidedP(t, df) - tail) / (2 * studentDensity(t, df)))
}

/** By Newton's method on logarithms: p falls like a power of t, which is a line in them. */
function studentInTail(tail: number, df: number): number {
  const logT = refine(Math.log(normalUpperQuantile(tail / 2)), (logT) => {
    const t = Math.exp(logT)
    const p = studentTwoSidedP(t, df)
    return (Math.log(p / tail) * p) / (2 * t * studentDensity(t, df))
  })
  return Math.exp(logT)
}

function studentDensity(t: number, df: number): number {
  const logPeak = logGamma((df + 1) / 2) - logGamma(df / 2) - Math.log(df * Math.PI) / 2
  return Math.exp(logPeak - ((df + 1) / 2) * Math.log1p((t * t) / df))
}
