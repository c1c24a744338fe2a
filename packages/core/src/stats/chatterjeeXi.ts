import { undefinedFor, type Undefined } from './answer.ts'
import { isConstant, pairFault } from './checkSample.ts'
import { normalUpperP } from './normal.ts'
import { mostForEveryOrder, shareOfOrders, shuffle } from './permutations.ts'
import { seededRandom } from './random.ts'
import { tiedPlaces } from './ranks.ts'

export interface ChatterjeeXiOptions {
  /** Uniform numbers in [0, 1), for the random orders. @default seededRandom(1) */
  readonly random?: () => number
  /** How many random orders are drawn, where they are. @default 4000 */
  readonly draws?: number
}

export interface ChatterjeeXiResult {
  readonly kind: 'defined'
  /** Near 0 where x says nothing of y, up to 1 where y is a function of x; can be below 0. */
  readonly xi: number
  /** One-sided: how often xi is at least as large where x says nothing of y. */
  readonly p: number
  readonly method: ChatterjeeXiMethod
}

/**
 * `exact`: over every order, up to eight pairs; `permutation`: over random orders, below thirty;
 * `normal`: by the exact mean and variance over all orders.
 */
export type ChatterjeeXiMethod = 'exact' | 'permutation' | 'normal'

/** From so many pairs the normal p is within a tenth of the true one down to 0.001 (simulated). */
const enoughForNormal = 30

/** Sums of means of whole numbers that are equal can differ by their rounding. */
const slack = 1e-9

/**
 * Returns Chatterjee's xi of pairs: how far y is a function of x, of whatever shape. It finds the
 * U-shape that a rank correlation misses; xi of y and x is another number than xi of x and y.
 *
 * Where values of x are equal, xi is the mean over all orders of them, so nothing is left to chance.
 *
 * Missing: `unequal-lengths`, `not-finite`, `too-few-values` below two pairs, `no-variance` where
 * all values on a side are equal.
 *
 * @see Chatterjee (2021), A new coefficient of correlation.
 */
export function chatterjeeXi(
  x: readonly number[],
  y: readonly number[],
  options: ChatterjeeXiOptions = {},
): ChatterjeeXiResult | Undefined {
  const fault = pairFault(x, y, 2)
  if (fault !== null) return undefinedFor(fault)
  if (isConstant(x) || isConstant(y)) return undefinedFor('no-variance')
  const ranks = highestRanks(y)
  const ties = tiedPlaces(x)
  const inOrder = ties.flat().map((place) => ranks[place] ?? 0)
  const sizes = ties.map((places) => places.length)
  const distance = meanDistance(inOrder, sizes)
  const xi = 1 - (y.length * distance) / largestDistance(y)
  return { kind: 'defined', xi, ...chanceOf(distance, { inOrder, sizes, options }) }
}

/** For each value how many are at most as large. */
function highestRanks(values: readonly number[]): number[] {
  const ranks = values.map(() => 0)
  let count = 0
  for (const places of tiedPlaces(values)) {
    count += places.length
    for (const place of places) ranks[place] = count
  }
  return ranks
}

/** 2 Σ l (n − l), where l is for each value how many are at least as large. */
function largestDistance(values: readonly number[]): number {
  let [total, below] = [0, 0]
  for (const { length } of tiedPlaces(values)) {
    total += 2 * length * (values.length - below) * below
    below += length
  }
  return total
}

/**
 * The sum of distances between ranks of y that follow each other in the order of x, as a mean over
 * all orders of those with equal x. `sizes` says how many in a row have equal x.
 */
function meanDistance(ranks: readonly number[], sizes: readonly number[]): number {
  let [total, start] = [0, 0]
  for (const [i, size] of sizes.entries()) {
    const end = start + size
    const next = end + (sizes[i + 1] ?? 0)
    // Each of the size − 1 steps within is between any two; size² counts each pair twice.
    if (size > 1) total += sumBetween(ranks, [start, end], [start, end]) / size
    if (next > end) total += sumBetween(ranks, [start, end], [end, next]) / (size * (next - end))
    start = end
  }
  return total
}

type Span = readonly [start: number, end: number]

function sumBetween(ranks: readonly number[], a: Span, b: Span): number {
  let total = 0
  for (let i = a[0]; i < a[1]; i++) {
    const rank = ranks[i] ?? 0
    for (let j = b[0]; j < b[1]; j++) total += Math.abs(rank - (ranks[j] ?? 0))
  }
  return total
}

interface ChanceContext {
  /** Ranks of y in the order of x. */
  readonly inOrder: readonly number[]
  readonly sizes: readonly number[]
  readonly options: ChatterjeeXiOptions
}

function chanceOf(
  distance: number,
  { inOrder, sizes, options }: ChanceContext,
): { readonly p: number; readonly method: ChatterjeeXiMethod } {
  const isAsClose = (ranks: readonly number[]): boolean =>
    meanDistance(ranks, sizes) <= distance + slack
  if (inOrder.length <= mostForEveryOrder) {
    return { p: shareOfOrders(inOrder, isAsClose), method: 'exact' }
  }
  if (inOrder.length >= enoughForNormal) return { p: normalP(distance, inOrder), method: 'normal' }
  return { p: randomP(inOrder, isAsClose, options), method: 'permutation' }
}

function randomP(
  ranks: readonly number[],
  isAsClose: (ranks: readonly number[]) => boolean,
  { random = seededRandom(1), draws = 4000 }: ChatterjeeXiOptions,
): number {
  // From the order of y, so that the order of the pairs does not change the draws.
  const shuffled = ranks.toSorted((a, b) => a - b)
  let hits = 0
  for (let draw = 0; draw < draws; draw++) {
    shuffle(shuffled, random)
    if (isAsClose(shuffled)) hits += 1
  }
  return (1 + hits) / (1 + draws)
}

/**
 * By the mean and variance of the sum over all orders of y: it has n − 1 terms, of which n − 2 pairs
 * share a rank. With equal values of x the true variance is smaller, so p is on the safe side.
 */
function normalP(distance: number, ranks: readonly number[]): number {
  const n = ranks.length
  const rankSum = sumOf(ranks)
  const rows = distancesToAll(ranks, rankSum)
  const total = sumOf(rows)
  const rowSquares = sumOf(rows.map((row) => row * row))
  const squares = 2 * (n * sumOf(ranks.map((rank) => rank * rank)) - rankSum * rankSum)
  const mean = total / n
  const same = squares / n
  const sharing = (2 * (rowSquares - squares)) / (n * (n - 1))
  const apart = (total * total - 4 * rowSquares + 2 * squares) / (n * (n - 1))
  return normalUpperP((mean - distance) / Math.sqrt(same + sharing + apart - mean * mean))
}

/** For each rank, smallest first, the sum of its distances to all others. */
function distancesToAll(ranks: readonly number[], rankSum: number): number[] {
  const sorted = ranks.toSorted((a, b) => a - b)
  let below = 0
  return sorted.map((rank, place) => {
    const toBelow = place * rank - below
    below += rank
    return toBelow + (rankSum - below) - (ranks.length - place - 1) * rank
  })
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
