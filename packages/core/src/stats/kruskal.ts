import { undefinedFor, type Undefined } from './answer.ts'
import { isConstant, sampleFault } from './checkSample.ts'
import { chiSquareUpperP } from './chiSquare.ts'
import { averageRanks, tieSizes } from './ranks.ts'

export interface KruskalResult {
  readonly kind: 'defined'
  /** Corrected for ties. */
  readonly h: number
  /** One less than there are groups. */
  readonly df: number
  /** By the chi-square approximation. */
  readonly p: number
}

/**
 * Returns the Kruskal–Wallis test of whether values differ between groups, by their ranks.
 *
 * Shape: one list of values for each group, in any order. With fewer than five values in a group p
 * is rough.
 *
 * Missing: `too-few-groups` below two, `not-finite`, `too-few-values` for an empty group,
 * `no-variance` where all values are equal.
 *
 * @see Kruskal & Wallis (1952), Use of ranks in one-criterion variance analysis.
 */
export function kruskal(groups: readonly (readonly number[])[]): KruskalResult | Undefined {
  if (groups.length < 2) return undefinedFor('too-few-groups')
  const all = groups.flat()
  const fault = sampleFault(all, 1)
  if (fault !== null) return undefinedFor(fault)
  if (groups.some((group) => group.length === 0)) return undefinedFor('too-few-values')
  if (isConstant(all)) return undefinedFor('no-variance')
  const h = statistic(groups, all)
  const df = groups.length - 1
  return { kind: 'defined', h, df, p: chiSquareUpperP(h, df) }
}

function statistic(groups: readonly (readonly number[])[], all: readonly number[]): number {
  const n = all.length
  const ranks = averageRanks(all)
  let [start, between] = [0, 0]
  for (const { length } of groups) {
    const rankSum = ranks.slice(start, start + length).reduce((sum, rank) => sum + rank, 0)
    // From the middle, where it would else be the small difference of two large numbers.
    between += (rankSum - (length * (n + 1)) / 2) ** 2 / length
    start += length
  }
  const ties = tieSizes(all).reduce((sum, t) => sum + (t ** 3 - t), 0)
  return ((12 / (n * (n + 1))) * between) / (1 - ties / (n ** 3 - n))
}
