import { undefinedFor, type Undefined } from './answer.ts'
import { levelOf, type LevelOption } from './checkOptions.ts'
import { mean, variance } from './moments.ts'
import {
  areFinite,
  comparePair,
  groupsFault,
  pairsOf,
  spreadFault,
  type PairComparison,
} from './pairComparison.ts'
import { welchSpread } from './welch.ts'

export interface GamesHowellResult {
  readonly kind: 'defined'
  /** Every pair, in the order of the groups, each with degrees of freedom of its own. */
  readonly pairs: readonly PairComparison[]
}

/**
 * Returns which of several means differ, where groups may spread differently: every pair, corrected
 * for how many there are. Some milliseconds a pair.
 *
 * Shape: one list of values for each group. Units: those of the values.
 *
 * Missing: `too-few-groups` below two, `not-finite`, `too-few-values` for a group below two,
 * `no-variance` where two groups do not vary.
 *
 * @throws {RunoffError} `bad-option` for a level outside (0, 1).
 * @see Games & Howell (1976), Pairwise multiple comparison procedures with unequal n's and/or
 * variances.
 */
export function gamesHowell(
  groups: readonly (readonly number[])[],
  options: LevelOption = {},
): GamesHowellResult | Undefined {
  const level = levelOf(options)
  const fault = groupsFault(groups, 2)
  if (fault !== null) return undefinedFor(fault)
  const samples = groups.map((group) => ({
    mean: mean(group),
    variance: variance(group),
    n: group.length,
  }))
  const spreads = pairsOf(groups.length).map(([a, b]) => {
    const [first, second] = [samples[a] ?? none, samples[b] ?? none]
    return { a, b, difference: first.mean - second.mean, ...welchSpread(first, second) }
  })
  const faults = spreads.map(({ standardError }) => spreadFault(standardError))
  const badSpread = faults.find((each) => each !== null) ?? null
  if (badSpread !== null) return badSpread
  const context = { groups: groups.length, level }
  const pairs = spreads.map((pair) => comparePair({ ...pair, ...context }))
  return areFinite(pairs) ? { kind: 'defined', pairs } : undefinedFor('not-finite')
}

const none = { mean: NaN, variance: NaN, n: 0 }
