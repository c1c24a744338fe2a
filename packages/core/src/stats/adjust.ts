import { RunoffError } from '../errors.ts'

/**
 * Returns p values corrected by Holm for how many there are: the chance of even one false finding
 * among all stays below the level.
 *
 * Shape: as the input, in its order. Each is at most 1, and at least as large as before.
 *
 * @throws {RunoffError} `bad-option` for a p outside [0, 1].
 * @see Holm (1979), A simple sequentially rejective multiple test procedure.
 */
export function holm(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 0)
  let highest = 0
  for (const [rank, place] of rising(ps).entries()) {
    highest = Math.max(highest, Math.min(1, (ps.length - rank) * (ps[place] ?? 1)))
    adjusted[place] = highest
  }
  return adjusted
}

/**
 * Returns p values corrected by Benjamini and Hochberg: of what is found at a level, at most that
 * share is false on average.
 *
 * Shape: as the input, in its order.
 *
 * @throws {RunoffError} `bad-option` for a p outside [0, 1].
 * @see Benjamini & Hochberg (1995), Controlling the false discovery rate.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 0)
  const order = rising(ps)
  let lowest = 1
  for (const [fromTop, place] of order.toReversed().entries()) {
    lowest = Math.min(lowest, ((ps[place] ?? 1) * ps.length) / (ps.length - fromTop))
    adjusted[place] = lowest
  }
  return adjusted
}

/** The places of the p values, smallest first. */
function rising(ps: readonly number[]): number[] {
  for (const p of ps) {
    if (p >= 0 && p <= 1) continue
    throw new RunoffError(
      'bad-option',
      `A p value lies between 0 and 1, and one is ${p}. Leave out what could not be tested.`,
    )
  }
  return Array.from(ps.keys()).sort((i, j) => (ps[i] ?? 1) - (ps[j] ?? 1))
}
