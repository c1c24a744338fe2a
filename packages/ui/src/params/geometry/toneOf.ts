/** How many tokens the sequential scale has: `--runoff-sequence-1` to `--runoff-sequence-7`. */
export const toneCount = 7

/**
 * Returns the tone of a run, 1 for the worst to 7 for the best, from the share of the objective's
 * axis that it lies at (0 at the lowest value); 0 where it lies nowhere.
 */
export function toneOf(share: number, isLowBest: boolean): number {
  if (Number.isNaN(share)) return 0
  const good = isLowBest ? 1 - share : share
  return Math.min(toneCount, Math.max(1, Math.floor(good * toneCount) + 1))
}
