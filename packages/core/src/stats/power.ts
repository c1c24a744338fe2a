import { RunoffError } from '../errors.ts'
import { undefinedFor, type Undefined } from './answer.ts'
import { noncentralStudentCdf } from './noncentralStudent.ts'
import { normalQuantile } from './normal.ts'
import { studentQuantile } from './student.ts'

export interface PowerOptions {
  /** How surely a true difference is to be found, in (0, 1). */
  readonly power?: number
  /** How often a difference may be found where there is none, in (0, 1). @default 0.05 */
  readonly alpha?: number
}

export interface SeedsNeeded {
  readonly kind: 'defined'
  /** Seeds for each of the two arms; at least 2. */
  readonly n: number
}

/**
 * Returns how many seeds each of two configurations needs for a two-sided t test to find a true
 * difference. `options.power` is 0.8 by default.
 *
 * Units: `effect` is the difference of means in standard deviations of one seed; its sign does not
 * matter.
 *
 * Missing: `not-finite` for an effect that is no number, `not-positive` for one below a thousandth,
 * which would take tens of millions of seeds.
 *
 * @throws {RunoffError} `bad-option` for a power or an alpha outside (0, 1).
 * @see Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, chapter 2.
 */
export function seedsNeeded(effect: number, options: PowerOptions = {}): SeedsNeeded | Undefined {
  const { power, alpha } = checkPower(options, 0.8)
  if (!Number.isFinite(effect)) return undefinedFor('not-finite')
  const size = Math.abs(effect)
  if (size < smallestEffect) return undefinedFor('not-positive')
  const isEnough = (n: number): boolean => missOf(size, n, alpha) <= 1 - power
  let high = 2
  while (!isEnough(high)) high *= 2
  let low = Math.max(1, high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isEnough(middle)) high = middle
    else low = middle
  }
  return { kind: 'defined', n: high }
}

const smallestEffect = 1e-3

export interface SmallestDifference {
  readonly kind: 'defined'
  /** In standard deviations of one seed. */
  readonly effect: number
}

/**
 * Returns the smallest true difference that a two-sided t test finds with so many seeds for each of
 * two configurations. `options.power` is 0.8 by default.
 *
 * Units: standard deviations of one seed. Missing: `too-few-values` below two seeds.
 *
 * @throws {RunoffError} `bad-option` for seeds that are no whole number, and as `seedsNeeded`.
 */
export function smallestDifference(
  seedsPerArm: number,
  options: PowerOptions = {},
): SmallestDifference | Undefined {
  const { power, alpha } = checkPower(options, 0.8)
  if (!Number.isInteger(seedsPerArm)) {
    throw new RunoffError('bad-option', `seedsPerArm is a whole number, and got ${seedsPerArm}.`)
  }
  if (seedsPerArm < 2) return undefinedFor('too-few-values')
  if (power <= alpha) return { kind: 'defined', effect: 0 }
  const isFound = (effect: number): boolean => missOf(effect, seedsPerArm, alpha) <= 1 - power
  let high = 1
  while (!isFound(high)) high *= 2
  let low = 0
  for (let round = 0; round < halvings; round++) {
    const middle = (low + high) / 2
    if (isFound(middle)) high = middle
    else low = middle
  }
  return { kind: 'defined', effect: high }
}

/** 2 to the power of -50 is 1e-15. */
const halvings = 50

/**
 * The chance that a two-sided t test of two samples of `n` misses a difference of `effect`: not that
 * it finds it, which is 1 to all digits where the effect is large.
 */
function missOf(effect: number, n: number, alpha: number): number {
  const df = 2 * n - 2
  const shift = effect * Math.sqrt(n / 2)
  const critical = -studentQuantile(alpha / 2, df)
  return noncentralStudentCdf(critical, df, shift) - noncentralStudentCdf(-critical, df, shift)
}

export interface NoetherPairs {
  readonly kind: 'defined'
  /** Whole pairs of seeds. */
  readonly pairs: number
  /** The same before it is rounded up. */
  readonly unrounded: number
}

/**
 * Returns how many pairs of seeds show that one configuration beats another with a chance of
 * `gamma`, by a one-sided test of ranks. `options.power` is 0.95 by default.
 *
 * Missing: `not-finite` for a gamma that is no number, `not-positive` for 0.5, which no number of
 * pairs can tell from chance.
 *
 * @throws {RunoffError} `bad-option` for a gamma outside [0, 1], a power or an alpha outside (0, 1).
 * @see Noether (1987), Sample size determination for some common nonparametric tests; Bouthillier et
 * al. (2021), Accounting for variance in machine learning benchmarks.
 */
export function noetherPairs(gamma: number, options: PowerOptions = {}): NoetherPairs | Undefined {
  const { power, alpha } = checkPower(options, 0.95)
  if (!Number.isFinite(gamma)) return undefinedFor('not-finite')
  if (gamma < 0 || gamma > 1) {
    throw new RunoffError('bad-option', `gamma is a chance, between 0 and 1, and got ${gamma}.`)
  }
  if (gamma === 0.5) return undefinedFor('not-positive')
  // Below 0 the test finds so much by chance alone.
  const reach = Math.max(0, normalQuantile(power) - normalQuantile(alpha))
  const unrounded = (reach / (Math.sqrt(6) * (0.5 - gamma))) ** 2
  return { kind: 'defined', pairs: Math.ceil(unrounded), unrounded }
}

function checkPower(
  { power, alpha = 0.05 }: PowerOptions,
  usualPower: number,
): { readonly power: number; readonly alpha: number } {
  const wanted = power ?? usualPower
  for (const [name, value] of [
    ['power', wanted],
    ['alpha', alpha],
  ] as const) {
    if (value > 0 && value < 1) continue
    throw new RunoffError('bad-option', `${name} lies between 0 and 1, and got ${value}.`)
  }
  return { power: wanted, alpha }
}
