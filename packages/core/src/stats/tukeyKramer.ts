import { undefinedFor, type Undefined } from './answer.ts'
import { levelOf, type LevelOption } from './checkOptions.ts'
import { mean, squaredDeviations } from './moments.ts'
import {
  areFinite,
  comparePair,
  groupsFault,
  pairsOf,
  spreadFault,
  type PairComparison,
} from './pairComparison.ts'
import { studentizedRangeQuantile } from './studentizedRange.ts'

export interface TukeyKramerResult {
  readonly kind: 'defined'
  /** Standard deviation of a single value, pooled over the groups. */
  readonly sd: number
  /** Degrees of freedom of `sd`: values beyond the first of each group. */
  readonly df: number
  /** The studentised range that a difference must exceed, in standard errors of a mean. */
  readonly critical: number
  /** Every pair, in the order of the groups. */
  readonly pairs: readonly PairComparison[]
}

/**
 * Returns which of several means differ, where all groups spread alike: every pair, corrected for
 * how many there are. A group of one value borrows the spread of the others.
 *
 * Shape: one list of values for each group. Units: those of the values.
 *
 * Missing: `too-few-groups` below two, `not-finite`, `too-few-values` for an empty group, `no-noise`
 * where no group has two values, `no-variance` where none varies.
 *
 * @throws {RunoffError} `bad-option` for a level outside (0, 1).
 * @see Tukey (1953); Kramer (1956) for groups of unequal size.
 */
export function tukeyKramer(
  groups: readonly (readonly number[])[],
  options: LevelOption = {},
): TukeyKramerResult | Undefined {
  const level = levelOf(options)
  const fault = groupsFault(groups, 1)
  if (fault !== null) return undefinedFor(fault)
  const df = groups.reduce((sum, group) => sum + group.length - 1, 0)
  if (df === 0) return undefinedFor('no-noise')
  const squares = groups.map(squaredDeviations).toSorted((a, b) => a - b)
  const sd = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / df)
  const badSpread = spreadFault(sd)
  if (badSpread !== null) return badSpread
  const samples = groups.map((group) => ({ mean: mean(group), n: group.length }))
  const pairs = pairsOf(groups.length).map(([a, b]) => {
    const [first, second] = [samples[a] ?? none, samples[b] ?? none]
    const standardError = sd * Math.sqrt(1 / first.n + 1 / second.n)
    const difference = first.mean - second.mean
    return comparePair({ a, b, difference, standardError, df, groups: groups.length, level })
  })
  if (!areFinite(pairs)) return undefinedFor('not-finite')
  const critical = studentizedRangeQuantile(level, groups.length, df)
  return { kind: 'defined', sd, df, critical, pairs }
}

const none = { mean: NaN, n: 0 }
