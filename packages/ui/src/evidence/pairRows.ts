import type { Significance, SignificancePair } from '@runoff/core/stats'

/** How many pairs came out which way. */
export interface FindingCounts {
  readonly differs: number
  readonly withinNoise: number
  readonly tooFewSeeds: number
  readonly total: number
}

/** Returns the pairs that the best configuration, which is the first, is one of. */
export function pairsWithBest({
  groups,
  pairs,
}: Pick<Significance, 'groups' | 'pairs'>): readonly SignificancePair[] {
  const best = groups[0]?.key
  return pairs.filter(({ a, b }) => a.key === best || b.key === best)
}

/** Returns how many pairs came out which way. */
export function countFindings(pairs: readonly SignificancePair[]): FindingCounts {
  const count = (finding: SignificancePair['finding']): number =>
    pairs.filter((pair) => pair.finding === finding).length
  return {
    differs: count('differs'),
    withinNoise: count('within-noise'),
    tooFewSeeds: count('too-few-seeds'),
    total: pairs.length,
  }
}

/**
 * Returns how many pairs with the best differ while both are contenders: a verdict allows for every
 * pair and every look, and so asks for more than a pair does.
 */
export function countStillContenders(withBest: readonly SignificancePair[]): number {
  return withBest.filter(
    ({ a, b, finding }) => finding === 'differs' && a.isContender && b.isContender,
  ).length
}

/** Tells a pair whose own interval leaves zero out, though it does not differ among all pairs. */
export function isClearAlone({ interval, finding }: SignificancePair): boolean {
  return finding === 'within-noise' && interval !== null && (interval[0] > 0 || interval[1] < 0)
}

/** Returns a key that no two pairs share. */
export function pairKey({ a, b }: SignificancePair): string {
  return JSON.stringify([a.key, b.key])
}

const findingOrder: readonly SignificancePair['finding'][] = [
  'differs',
  'within-noise',
  'too-few-seeds',
]

/** Returns the place of a finding, from the surest to the least sure. */
export function findingRank({ finding }: SignificancePair): number {
  return findingOrder.indexOf(finding)
}
