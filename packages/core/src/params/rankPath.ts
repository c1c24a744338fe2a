import { tiedPlaces } from '../stats/ranks.ts'

/** The ranks of `y` in the order of `x`, which lie near their neighbours where `y` follows `x`. */
export interface RankPath {
  /** For each run, how many have a `y` that is no larger. */
  readonly ranks: Float64Array
  /** How many in a row have the same `x`. */
  readonly sizes: readonly number[]
  /** What the length of a path is multiplied by to get 1 - xi. */
  readonly scale: number
}

/** Returns the path of pairs of finite numbers, `null` where all `y` are equal. */
export function pathOf(x: readonly number[], y: readonly number[]): RankPath | null {
  const tied = tiedPlaces(y)
  if (tied.length < 2) return null
  const n = y.length
  const rankOf = new Float64Array(n)
  let [below, spread] = [0, 0]
  for (const places of tied) {
    spread += places.length * (n - below) * below
    below += places.length
    for (const place of places) rankOf[place] = below
  }
  const order = tiedPlaces(x)
  return {
    ranks: Float64Array.from(order.flat(), (place) => rankOf[place] ?? NaN),
    sizes: order.map((places) => places.length),
    scale: n / (2 * spread),
  }
}

/**
 * Returns how far one walks from rank to rank, as a mean over all orders of runs with the same `x`.
 *
 * `ranks` is a working copy: those with the same `x` are sorted in place, which does not change the
 * length.
 */
export function pathLength(ranks: Float64Array, sizes: readonly number[]): number {
  if (sizes.length === ranks.length) return plainLength(ranks)
  let length = 0
  let [start, before] = [0, 0]
  for (const size of sizes) {
    const end = start + size
    sortSpan(ranks, start, end)
    length += (2 * distancesWithin(ranks, start, end)) / size
    if (before > 0) {
      length += distancesAcross(ranks, start - before, start, end) / (before * size)
    }
    ;[start, before] = [end, size]
  }
  return length
}

function plainLength(ranks: Float64Array): number {
  let length = 0
  for (let i = 1; i < ranks.length; i++) length += Math.abs((ranks[i] ?? 0) - (ranks[i - 1] ?? 0))
  return length
}

/** Shorter spans than this are sorted faster here than by a call of the platform's sort. */
const shortSpan = 24

function sortSpan(ranks: Float64Array, start: number, end: number): void {
  if (end - start > shortSpan) {
    ranks.subarray(start, end).sort()
    return
  }
  for (let i = start + 1; i < end; i++) {
    const held = ranks[i] ?? 0
    let hole = i
    while (hole > start && (ranks[hole - 1] ?? 0) > held) {
      ranks[hole] = ranks[hole - 1] ?? 0
      hole--
    }
    ranks[hole] = held
  }
}

/** The sum of distances between all pairs of a sorted span. */
function distancesWithin(ranks: Float64Array, start: number, end: number): number {
  let sum = 0
  for (let i = start; i < end; i++) sum += (2 * (i - start) - (end - start) + 1) * (ranks[i] ?? 0)
  return sum
}

/** The sum of distances between each of one sorted span and each of the next. */
function distancesAcross(ranks: Float64Array, start: number, middle: number, end: number): number {
  let total = 0
  for (let i = middle; i < end; i++) total += ranks[i] ?? 0
  let [sum, below, next] = [0, 0, middle]
  for (let i = start; i < middle; i++) {
    const rank = ranks[i] ?? 0
    while (next < end && (ranks[next] ?? 0) <= rank) below += ranks[next++] ?? 0
    sum += (next - middle) * rank - below + (total - below) - (end - next) * rank
  }
  return sum
}

/**
 * Returns the mean and the standard deviation of a path's length over all orders of its ranks, of
 * which there are at least four. Where runs share an `x`, the true deviation is smaller.
 *
 * The length is a sum over pairs of one factor by place and one by rank, which is why both are known.
 *
 * @see Mantel (1967), The detection of disease clustering and a generalized regression approach.
 */
export function lengthMoments(ranks: Float64Array): {
  readonly mean: number
  readonly deviation: number
} {
  const n = ranks.length
  const { sum, squares, rows } = distanceSums(ranks.toSorted())
  const mean = sum / n
  // Pairs of steps that are one step, that share a run, and that have four runs.
  const one = squares / n
  const sharing = (2 * (rows - squares)) / (n * (n - 1))
  const apart = (sum ** 2 - 4 * rows + 2 * squares) / (n * (n - 1))
  return { mean, deviation: Math.sqrt(one + sharing + apart - mean ** 2) }
}

/** Sums over all ordered pairs of sorted ranks: of distances, of their squares, of squared rows. */
function distanceSums(sorted: Float64Array): {
  readonly sum: number
  readonly squares: number
  readonly rows: number
} {
  const n = sorted.length
  const total = sorted.reduce((sum, rank) => sum + rank, 0)
  const squared = sorted.reduce((sum, rank) => sum + rank * rank, 0)
  let [sum, rows, below] = [0, 0, 0]
  for (const [place, rank] of sorted.entries()) {
    const row = place * rank - below + (total - below) - (n - place) * rank
    below += rank
    sum += row
    rows += row * row
  }
  return { sum, squares: 2 * (n * squared - total * total), rows }
}
