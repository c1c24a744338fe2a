import { undefinedFor, type Undefined } from './answer.ts'
import { isConstant, pairFault } from './checkSample.ts'
import { mostForEveryOrder, shareOfOrders } from './permutations.ts'
import { averageRanks } from './ranks.ts'
import { studentTwoSidedP } from './student.ts'

export interface SpearmanResult {
  readonly kind: 'defined'
  /** From -1, falling, to 1, rising. */
  readonly rho: number
  /** Two-sided. */
  readonly p: number
  /** How many pairs. */
  readonly n: number
  /** `exact`: over every order of the pairs; `student`: Student's t, from nine pairs. */
  readonly method: 'exact' | 'student'
}

/**
 * Returns Spearman's rank correlation of pairs: whether one rises or falls as the other rises.
 *
 * Ties share the mean of their ranks. Up to eight pairs p is exact, ties included; above, it is
 * Student's approximation, which knows no smallest p and is 0 for a perfect order. A U-shape has a
 * correlation near 0: see `chatterjeeXi`.
 *
 * Missing: `unequal-lengths`, `not-finite`, `too-few-values` below two pairs, `no-variance` where
 * all values on a side are equal.
 *
 * @see Spearman (1904), The proof and measurement of association between two things.
 */
export function spearman(x: readonly number[], y: readonly number[]): SpearmanResult | Undefined {
  const fault = pairFault(x, y, 2)
  if (fault !== null) return undefinedFor(fault)
  if (isConstant(x) || isConstant(y)) return undefinedFor('no-variance')
  const [rx, ry] = [centeredRanks(x), centeredRanks(y)]
  const n = x.length
  const product = dot(rx, ry)
  const rho = product / Math.sqrt(dot(rx, rx) * dot(ry, ry))
  if (n > mostForEveryOrder)
    return { kind: 'defined', rho, p: studentP(rho, n), n, method: 'student' }
  const p = shareOfOrders(ry, (order) => Math.abs(dot(rx, order)) >= Math.abs(product))
  return { kind: 'defined', rho, p, n, method: 'exact' }
}

/** Twice the ranks less twice their mean: whole numbers, so that sums of products are exact. */
function centeredRanks(values: readonly number[]): number[] {
  return averageRanks(values).map((rank) => 2 * rank - (values.length + 1))
}

function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0)
  return total
}

function studentP(rho: number, n: number): number {
  const t = rho * Math.sqrt((n - 2) / ((1 - rho) * (1 + rho)))
  return studentTwoSidedP(t, n - 2)
}
