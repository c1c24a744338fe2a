import { undefinedFor, type Undefined } from './answer.ts'
import { twoSampleFault } from './checkSample.ts'
import { normalUpperP } from './normal.ts'
import { averageRanks, tieSizes } from './ranks.ts'

export interface MannWhitneyResult {
  readonly kind: 'defined'
  /** Over all pairs of one value each, how often that of `a` is larger, ties counted half. */
  readonly u: number
  /** Two-sided. */
  readonly p: number
  /** Whether p is exact: without ties, and with a side of eight values or fewer. */
  readonly isExact: boolean
  /** The chance that a value of `a` is smaller than one of `b`, ties counted half. */
  readonly probability: number
}

/** A side with more values than this is large enough for the normal p. */
const mostForExact = 8

/**
 * Returns the Mann–Whitney test: whether values of one sample tend to be larger than those of
 * another, by their order alone. With three values a side p is 0.1 at best, with four 0.029.
 *
 * Missing: `not-finite`, `too-few-values` for an empty side. Where all values are equal p is 1.
 *
 * @see Mann & Whitney (1947), On a test of whether one of two random variables is stochastically
 * larger than the other.
 */
export function mannWhitney(
  a: readonly number[],
  b: readonly number[],
): MannWhitneyResult | Undefined {
  const fault = twoSampleFault(a, b, 1)
  if (fault !== null) return undefinedFor(fault)
  const all = [...a, ...b]
  const [n, m] = [a.length, b.length]
  const rankSum = averageRanks(all)
    .slice(0, n)
    .reduce((sum, rank) => sum + rank, 0)
  const u = rankSum - (n * (n + 1)) / 2
  const ties = tieSizes(all)
  const isExact = ties.length === all.length && Math.min(n, m) <= mostForExact
  const smaller = Math.min(u, n * m - u)
  const p = isExact ? exactP(smaller, [n, m]) : normalP(smaller, [n, m], ties)
  return { kind: 'defined', u, p, isExact, probability: 1 - u / (n * m) }
}

type Sizes = readonly [n: number, m: number]

/** Twice the share of orders of all values with a U of at most `u`. */
function exactP(u: number, [n, m]: Sizes): number {
  const [fewer, more] = n < m ? [n, m] : [m, n]
  // counts[i]: orders with a U of i, as the coefficients of ∏ (1 − q^(more + k)) / (1 − q^k).
  const counts = [1, ...Array<number>(u).fill(0)]
  let orders = 1
  for (let k = 1; k <= fewer; k++) {
    for (let i = k; i <= u; i++) counts[i] = (counts[i] ?? 0) + (counts[i - k] ?? 0)
    const step = more + k
    for (let i = u; i >= step; i--) counts[i] = (counts[i] ?? 0) - (counts[i - step] ?? 0)
    orders *= step / k
  }
  return Math.min(1, (2 * counts.reduce((sum, count) => sum + count, 0)) / orders)
}

/** With the corrections for continuity and for ties. */
function normalP(u: number, [n, m]: Sizes, ties: readonly number[]): number {
  const all = n + m
  const tied = ties.reduce((sum, t) => sum + (t ** 3 - t), 0)
  const variance = ((n * m) / 12) * (all + 1 - tied / (all * (all - 1)))
  if (variance <= 0) return 1
  return Math.min(1, 2 * normalUpperP(((n * m) / 2 - u - 0.5) / Math.sqrt(variance)))
}
