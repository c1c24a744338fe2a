import { fsum } from 'd3-array'
import type { Goal } from '../run/run.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import {
  chiSquareUpperP,
  studentizedRangeQuantile,
  studentTwoSidedP,
} from '../stats/distributions.ts'
import { levelOf } from '../stats/checkOptions.ts'
import { mean, variance } from '../stats/moments.ts'
import { welchSpread } from '../stats/welch.ts'
import { checkGoal } from './objective.ts'

/** The spread of one seed about the mean of its configuration, over all replicated ones. */
export interface NoiseEstimate {
  /** Pooled standard deviation, in the metric's unit. */
  readonly sd: number
  /** Degrees of freedom: seeds beyond the first of each configuration. */
  readonly df: number
  /** How many configurations it was computed from. */
  readonly groups: number
}

/** How one configuration stands beside the one with the best mean. */
export interface ContenderGroup {
  readonly mean: number
  /** Of its own seeds; `null` for a single one. */
  readonly sd: number | null
  readonly n: number
  /** How much worse its mean is than the best one, in the metric's unit; never negative. */
  readonly behind: number
  /** Of that difference. */
  readonly standardError: number
  /** Degrees of freedom of the spread that the standard error rests on. */
  readonly df: number
  /** `behind` in standard errors. */
  readonly behindInNoise: number
  /** Whether it cannot be ruled out that it is the best. */
  readonly isContender: boolean
}

export interface Contenders {
  readonly kind: 'defined'
  /** The place of the best mean; of equal means the first. */
  readonly best: number
  /** In the order given. */
  readonly groups: readonly ContenderGroup[]
  readonly noise: NoiseEstimate
  readonly method: 'tukey-kramer' | 'games-howell'
  readonly level: number
}

export interface ContendersOptions {
  /** How surely the true best is to be among the contenders. @default 0.95 */
  readonly level?: number
}

/** Spreads that differ more than this are not pooled, where each rests on three seeds at least. */
const unequalFrom = 3

/**
 * And only if chance does not make such spreads often: among ten equal ones of three seeds each the
 * largest is nearly always more than three times the smallest. For two it is Bartlett's 0.2.
 */
const unequalP = 0.2

/**
 * Returns which configurations cannot be ruled out as the best, given one value for each seed.
 *
 * Shape: one list of values for each configuration. A configuration is ruled out where it differs
 * from the best mean by more than the studentised range allows: with the spread pooled over every
 * replicated configuration (Tukey–Kramer), or with each its own (Games–Howell) where there are just
 * two, both replicated, or where all have three seeds and spreads differ more than threefold and
 * than chance makes them (Bartlett's test). A single seed borrows the pooled spread.
 *
 * Missing: `no-noise` with fewer than two degrees of freedom, `no-variance` where all seeds agree to
 * the last digit, `too-few-groups` below two, `not-finite`, `too-few-values` for an empty one.
 *
 * @throws {RunoffError} `bad-option` for a wrong goal, or a level outside (0, 1).
 * @see Tukey (1953), Kramer (1956), Games & Howell (1976).
 */
export function contenders(
  groups: readonly (readonly number[])[],
  goal: Goal,
  options: ContendersOptions = {},
): Contenders | Undefined {
  const level = levelOf(options)
  checkGoal({ metric: '', goal })
  if (groups.length < 2) return undefinedFor('too-few-groups')
  if (groups.some((values) => values.length === 0)) return undefinedFor('too-few-values')
  if (!groups.every((values) => values.every(Number.isFinite))) return undefinedFor('not-finite')
  const samples = groups.map(sampleOf)
  // Values so far apart that their squares are past the largest number.
  if (samples.some(({ variance }) => variance !== null && !Number.isFinite(variance))) {
    return undefinedFor('not-finite')
  }
  const noise = pooledNoise(samples)
  if (noise === null) return undefinedFor('no-noise')
  if (noise.sd === 0) return undefinedFor('no-variance')
  if (!Number.isFinite(noise.sd)) return undefinedFor('not-finite')
  const found = judge(samples, { goal, level, noise })
  // Values near the largest number there is lie further apart than that.
  const areKnown = found.groups.every(({ behindInNoise }) => Number.isFinite(behindInNoise))
  return areKnown ? found : undefinedFor('not-finite')
}

interface Sample {
  readonly mean: number
  readonly variance: number | null
  readonly n: number
}

function sampleOf(values: readonly number[]): Sample {
  const n = values.length
  return { mean: mean(values), variance: n > 1 ? variance(values) : null, n }
}

/** Two degrees of freedom are the fewest that say anything of a spread. */
const fewestDf = 2

function pooledNoise(samples: readonly Sample[]): NoiseEstimate | null {
  const parts = samples.flatMap(({ variance, n }) => (variance === null ? [] : [{ variance, n }]))
  const df = fsum(parts.map(({ n }) => n - 1))
  if (df < fewestDf) return null
  const squares = fsum(parts.map(({ variance, n }) => variance * (n - 1)))
  return { sd: Math.sqrt(squares / df), df, groups: parts.length }
}

interface JudgeContext {
  readonly goal: Goal
  readonly level: number
  readonly noise: NoiseEstimate
}

function judge(samples: readonly Sample[], context: JudgeContext): Contenders {
  const { goal, level, noise } = context
  const method = keepOwnSpreads(samples) ? 'games-howell' : 'tukey-kramer'
  const best = bestPlace(samples, goal)
  const bestSample = samples[best] as Sample
  const groups = samples.map((sample): ContenderGroup => {
    const pair = method === 'games-howell' ? ownSpread(sample, bestSample, noise) : null
    const standardError =
      pair?.standardError ?? noise.sd * Math.sqrt(1 / sample.n + 1 / bestSample.n)
    const behind = Math.abs(sample.mean - bestSample.mean)
    const behindInNoise = behind / standardError
    const df = pair?.df ?? noise.df
    return {
      mean: sample.mean,
      sd: sample.variance === null ? null : Math.sqrt(sample.variance),
      n: sample.n,
      behind,
      standardError,
      df,
      behindInNoise,
      isContender:
        sample === bestSample || !isRuledOut(behindInNoise, { groups: samples.length, df, level }),
    }
  })
  return { kind: 'defined', best, groups, noise, method, level }
}

function bestPlace(samples: readonly Sample[], goal: Goal): number {
  const sign = goal === 'min' ? 1 : -1
  return samples.reduce(
    (best, sample, place) =>
      sign * (sample.mean - (samples[best]?.mean ?? NaN)) < 0 ? place : best,
    0,
  )
}

/** Two are not so many that a pooled spread would gain more than it risks: that is Welch's test. */
function keepOwnSpreads(samples: readonly Sample[]): boolean {
  const isPair = samples.length === 2 && samples.every(({ n }) => n > 1)
  return isPair || spreadsDiffer(samples)
}

function spreadsDiffer(samples: readonly Sample[]): boolean {
  if (samples.some(({ n }) => n < 3)) return false
  const variances = samples.map(({ variance }) => variance ?? 0)
  if (Math.max(...variances) <= unequalFrom ** 2 * Math.min(...variances)) return false
  return bartlettP(samples) <= unequalP
}

/** @see Bartlett (1937), Properties of sufficiency and statistical tests. */
function bartlettP(samples: readonly Sample[]): number {
  const dfs = samples.map(({ n }) => n - 1)
  const df = fsum(dfs)
  const pooled = fsum(samples.map(({ variance, n }) => (variance ?? 0) * (n - 1))) / df
  const logs = fsum(samples.map(({ variance, n }) => (n - 1) * Math.log(variance ?? 0)))
  const correction = 1 + (fsum(dfs.map((each) => 1 / each)) - 1 / df) / (3 * (samples.length - 1))
  const statistic = (df * Math.log(pooled) - logs) / correction
  return statistic === Infinity ? 0 : chiSquareUpperP(statistic, samples.length - 1)
}

/** Standard error and Welch's degrees of freedom of a difference, each with its own spread. */
function ownSpread(
  a: Sample,
  b: Sample,
  noise: NoiseEstimate,
): { readonly standardError: number; readonly df: number } {
  const first = { variance: a.variance ?? 0, n: a.n }
  const second = { variance: b.variance ?? 0, n: b.n }
  if (first.variance / first.n + second.variance / second.n > 0) return welchSpread(first, second)
  return { standardError: noise.sd * Math.sqrt(1 / a.n + 1 / b.n), df: noise.df }
}

interface RangeContext {
  readonly groups: number
  readonly df: number
  readonly level: number
}

/**
 * Whether a difference is too large for chance. The studentised range is dear, so the two bounds
 * around it are tried first: one comparison alone, and Bonferroni over all pairs.
 */
function isRuledOut(behindInNoise: number, { groups, df, level }: RangeContext): boolean {
  const alone = studentTwoSidedP(behindInNoise, df)
  if (alone > 1 - level) return false
  if ((alone * groups * (groups - 1)) / 2 <= 1 - level) return true
  return behindInNoise >= simultaneousReach(groups, df, level)
}

/** The simultaneous interval of a difference is this many standard errors wide on each side. */
export function simultaneousReach(groups: number, df: number, level: number): number {
  return studentizedRangeQuantile(level, groups, df) / Math.SQRT2
}
