import { kruskal } from '../stats/kruskal.ts'
import { normalUpperP } from '../stats/normal.ts'
import { averageRanks } from '../stats/ranks.ts'
import { studentTwoSidedP } from '../stats/student.ts'
import { lengthMoments, pathLength, pathOf } from './rankPath.ts'

/** A rank test of one parameter, with what it takes to shuffle it. */
export interface RankTest {
  readonly kind: 'rho' | 'xi' | 'kruskal'
  /** The correlation; `null` for Kruskal's test, which has none. */
  readonly value: number | null
  /** The size of `value`, 0 to 1; for rho as a part of what its ties leave possible. */
  readonly strength: number
  /** By the approximation for many runs. */
  readonly p: number
  /** What a shuffle puts into another order. */
  readonly order: Float64Array
  /** Grows with the evidence against "no effect"; may change the order that it is given. */
  readonly statistic: (order: Float64Array) => number
}

/**
 * Returns Spearman's test of whether `y` rises or falls with `x`, or `null` where either is constant.
 *
 * The same numbers as `spearman` gives from nine runs, in half its time: what is ranked for rho is
 * what is shuffled.
 *
 * @see Spearman (1904), The proof and measurement of association between two things.
 */
export function rhoTest(x: readonly number[], y: readonly number[]): RankTest | null {
  const [rx, order] = [centeredRanks(x), centeredRanks(y)]
  const [xx, yy, xy] = [dot(rx, rx), dot(order, order), dot(rx, order)]
  if (xx === 0 || yy === 0) return null
  const value = xy / Math.sqrt(xx * yy)
  const t = value * Math.sqrt((x.length - 2) / ((1 - value) * (1 + value)))
  // Where many runs share a value, such as the best possible, rho stays below 1 for a perfect trend.
  const trend = value < 0 ? order.toSorted().toReversed() : order.toSorted()
  return {
    kind: 'rho',
    value,
    strength: xy / dot(rx.toSorted(), trend),
    p: studentTwoSidedP(t, x.length - 2),
    order,
    statistic: (shuffled) => Math.abs(dot(rx, shuffled)),
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

/**
 * Returns Chatterjee's test of whether `y` follows from `x` in any way, `null` where `y` is constant
 * or where `x` has only two values, of which all that can be said is which has the larger `y`.
 *
 * The same xi as `chatterjeeXi`, over which this has that it can be shuffled in turns.
 *
 * @see Chatterjee (2021), A new coefficient of correlation.
 */
export function xiTest(x: readonly number[], y: readonly number[]): RankTest | null {
  const path = pathOf(x, y)
  if (path === null || path.sizes.length < 3) return null
  const { ranks, sizes, scale } = path
  const statistic = (order: Float64Array): number => -pathLength(order, sizes)
  const length = pathLength(ranks.slice(), sizes)
  const { mean, deviation } = lengthMoments(ranks)
  const value = 1 - scale * length
  return {
    kind: 'xi',
    value,
    strength: Math.max(0, value),
    p: normalUpperP((mean - length) / deviation),
    order: ranks,
    statistic,
  }
}

/**
 * Returns the Kruskal–Wallis test of whether `y` differs between categories, or `null` where it
 * cannot: `y` is constant, or the categories are so many that most hold a single run.
 *
 * @see Kruskal & Wallis (1952), Use of ranks in one-criterion variance analysis.
 */
export function kruskalTest(categories: readonly number[], y: readonly number[]): RankTest | null {
  const places = new Map([...new Set(categories)].map((category, place) => [category, place]))
  if (places.size > y.length / 2) return null
  const groups = categories.map((category) => places.get(category) ?? 0)
  const answer = kruskal(groupValues(groups, y, places.size))
  if (answer.kind === 'undefined') return null
  return {
    kind: 'kruskal',
    value: null,
    strength: 0,
    p: answer.p,
    order: centeredRanks(y),
    statistic: betweenGroups(groups, places.size),
  }
}

function groupValues(
  groups: readonly number[],
  y: readonly number[],
  count: number,
): readonly (readonly number[])[] {
  const values: number[][] = Array.from({ length: count }, () => [])
  for (const [i, group] of groups.entries()) values[group]?.push(y[i] ?? NaN)
  return values
}

/** The part of Kruskal's H that depends on the order: squared rank sums over group sizes. */
function betweenGroups(groups: readonly number[], count: number): (order: Float64Array) => number {
  const sizes = new Float64Array(count)
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1
  return (order) => {
    const sums = new Float64Array(count)
    for (let i = 0; i < order.length; i++) {
      const group = groups[i] ?? 0
      sums[group] = (sums[group] ?? 0) + (order[i] ?? 0)
    }
    return sums.reduce((total, sum, group) => total + (sum * sum) / (sizes[group] ?? 1), 0)
  }
}

/** Twice the ranks less twice their mean: whole numbers, whose sums are exact in any order. */
function centeredRanks(values: readonly number[]): Float64Array {
  const middle = values.length + 1
  return Float64Array.from(averageRanks(values), (rank) => 2 * rank - middle)
}
