import { undefinedFor, type Undefined } from './answer.ts'
import { pairFault } from './checkSample.ts'
import { normalUpperP } from './normal.ts'
import { averageRanks, tieSizes } from './ranks.ts'

export interface WilcoxonResult {
  readonly kind: 'defined'
  /** The smaller of the two sums of ranks: of the rises and of the falls. */
  readonly w: number
  /** Two-sided. */
  readonly p: number
  /** Whether p is exact: up to fifty pairs, or thirteen where differences are equal or 0. */
  readonly isExact: boolean
}

/** As scipy has them: the most pairs for an exact p, and where differences are equal or 0. */
const mostForExact = 50
const mostForExactTies = 13

/**
 * Returns Wilcoxon's signed-rank test of pairs: whether `a` tends to be larger than `b`, by the
 * order of their differences. Pairs without a difference are left out. With five pairs p is 0.0625
 * at best, with six 0.031.
 *
 * Missing: `unequal-lengths`, `not-finite`, `too-few-values` without a pair, `no-variance` where no
 * pair differs.
 *
 * @see Wilcoxon (1945), Individual comparisons by ranking methods.
 */
export function wilcoxon(a: readonly number[], b: readonly number[]): WilcoxonResult | Undefined {
  const fault = pairFault(a, b, 1)
  if (fault !== null) return undefinedFor(fault)
  const differences = a.map((value, i) => value - (b[i] ?? NaN)).filter((value) => value !== 0)
  if (differences.length === 0) return undefinedFor('no-variance')
  const sizes = differences.map(Math.abs)
  const ranks = averageRanks(sizes)
  const rises = ranks.reduce((sum, rank, i) => sum + ((differences[i] ?? 0) > 0 ? rank : 0), 0)
  const all = (ranks.length * (ranks.length + 1)) / 2
  const w = Math.min(rises, all - rises)
  const ties = tieSizes(sizes)
  const hasTies = ties.length < sizes.length || differences.length < a.length
  const isExact = a.length <= (hasTies ? mostForExactTies : mostForExact)
  return { kind: 'defined', w, p: isExact ? exactP(w, ranks) : normalP(w, ties), isExact }
}

/** Twice the share of all choices of signs whose sum of ranks is at most `w`. */
function exactP(w: number, ranks: readonly number[]): number {
  // Twice the ranks are whole numbers. shares[i]: of the choices, those with i as twice the sum.
  let shares = [1, ...Array<number>(2 * w).fill(0)]
  for (const rank of ranks) {
    shares = shares.map((share, i) => (share + (shares[i - 2 * rank] ?? 0)) / 2)
  }
  return Math.min(1, 2 * shares.reduce((sum, share) => sum + share, 0))
}

/** With the correction for ties; as scipy without one for continuity. */
function normalP(w: number, ties: readonly number[]): number {
  const n = ties.reduce((sum, t) => sum + t, 0)
  const tied = ties.reduce((sum, t) => sum + (t ** 3 - t), 0)
  const variance = (n * (n + 1) * (2 * n + 1) - tied / 2) / 24
  return 2 * normalUpperP(((n * (n + 1)) / 4 - w) / Math.sqrt(variance))
}
