import { RunoffError } from '../errors.ts'
import { chiScale } from './chiScale.ts'
import { checkDf, checkShare, checkValue } from './checkDistribution.ts'
import { normalCdf, normalUpperP } from './normal.ts'
import { studentQuantile } from './student.ts'

/**
 * Returns the share of the studentised range of `groups` means above `q`: the chance that the
 * largest and the smallest of so many equal means, on `df` degrees of freedom, lie further apart
 * than q standard errors of a mean.
 *
 * Exact to 1e-9 for any number of degrees of freedom, whole or not.
 *
 * @throws {RunoffError} `bad-option` for `NaN`, for fewer than two groups or no positive degrees of
 * freedom.
 * @see Tukey (1953); Lund & Lund (1983), algorithm AS 190, for the integral.
 */
export function studentizedRangeUpperP(q: number, groups: number, df: number): number {
  checkValue(q)
  checkGroups(groups)
  checkDf(df)
  return upperTail(groups, df)(q)
}

/**
 * Returns the studentised range below which a share `p` lies; infinite where that is past the
 * largest number, as it can be with less than one degree of freedom.
 *
 * Costs some milliseconds; the last hundred answers are kept.
 *
 * @throws {RunoffError} `bad-option` as `studentizedRangeUpperP`, and for a p outside (0, 1).
 */
export function studentizedRangeQuantile(p: number, groups: number, df: number): number {
  checkShare(p)
  checkGroups(groups)
  checkDf(df)
  const key = `${p} ${groups} ${df}`
  const known = quantiles.get(key)
  if (known !== undefined) return known
  const quantile = findQuantile(p, groups, df)
  if (quantiles.size >= mostKept) quantiles.delete(quantiles.keys().next().value ?? '')
  quantiles.set(key, quantile)
  return quantile
}

const mostKept = 100
const quantiles = new Map<string, number>()

/** The share above q, as a function of q: what does not depend on q is worked out once. */
function upperTail(groups: number, df: number): (q: number) => number {
  const scales = chiScale(df)
  const points = largestOf(groups)
  return (q) => {
    if (q <= 0) return 1
    if (q === Infinity) return 0
    let total = 0
    for (const { scale, weight } of scales) total += weight * rangeUpperP(q * scale, groups, points)
    return Math.min(1, total)
  }
}

/** Where the largest of some standard normal numbers lies. */
interface LargestPoint {
  readonly z: number
  readonly below: number
  readonly weight: number
}

/** Fine enough for 9 digits with fifty groups. */
const step = 1 / 4

/** So far out the normal distribution has nothing to add. */
const far = 9

function largestOf(groups: number): readonly LargestPoint[] {
  const points: LargestPoint[] = []
  for (let z = -far; z <= far; z += step) {
    const below = normalCdf(z)
    const weight = (step * groups * Math.exp((-z * z) / 2) * below ** (groups - 1)) / root2Pi
    if (weight > 1e-25) points.push({ z, below, weight })
  }
  return points
}

const root2Pi = Math.sqrt(2 * Math.PI)

/**
 * The chance that the range of standard normal numbers is over `width`: that with the largest at z
 * not all others lie within `width` below it. In logarithms, so that a small chance keeps its digits.
 */
function rangeUpperP(width: number, groups: number, points: readonly LargestPoint[]): number {
  let total = 0
  for (const { z, below, weight } of points) {
    if (width - z > far) continue
    const share = Math.min(1, normalUpperP(width - z) / below)
    total -= weight * Math.expm1((groups - 1) * Math.log1p(-share))
  }
  return total
}

/**
 * Between one comparison alone and Bonferroni's bound over all pairs, by regula falsi on logarithms,
 * where the tail is nearly a line; an end that stays twice is halved (Illinois), so that it converges fast.
 */
function findQuantile(p: number, groups: number, df: number): number {
  const tail = upperTail(groups, df)
  const excess = (logQ: number): number => Math.log(tail(Math.exp(logQ)) / (1 - p))
  const pairs = (groups * (groups - 1)) / 2
  let low = Math.max(-farthest, Math.log(pairQuantile(1 - p, df)))
  let high = Math.min(farthest, Math.log(pairQuantile((1 - p) / pairs, df)))
  let [atLow, atHigh] = [excess(Math.min(low, high)), excess(high)]
  if (low > high || atHigh > closeEnough) return Infinity
  let moved: 'low' | 'high' | null = null
  for (let round = 0; round < mostRounds && high - low > closeEnough; round++) {
    const middle = low + ((high - low) * atLow) / (atLow - atHigh)
    const atMiddle = excess(middle)
    if (Math.abs(atMiddle) < closeEnough) return Math.exp(middle)
    if (atMiddle > 0) {
      if (moved === 'low') atHigh /= 2
      ;[low, atLow, moved] = [middle, atMiddle, 'low']
    } else {
      if (moved === 'high') atLow /= 2
      ;[high, atHigh, moved] = [middle, atMiddle, 'high']
    }
  }
  return Math.exp((low + high) / 2)
}

/** The logarithm of the largest number. */
const farthest = Math.log(Number.MAX_VALUE)

const closeEnough = 1e-10
const mostRounds = 60

/** For two groups, whose studentised range is Student's t times the root of 2. */
function pairQuantile(upperP: number, df: number): number {
  return -Math.SQRT2 * studentQuantile(upperP / 2, df)
}

function checkGroups(groups: number): void {
  if (Number.isInteger(groups) && groups >= 2) return
  throw new RunoffError(
    'bad-option',
    `The studentised range is of a whole number of groups, 2 at least, and got ${groups}.`,
  )
}
