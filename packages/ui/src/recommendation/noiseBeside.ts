import type { DeltaNoise, Run, VerdictEvidence } from '@runoff/core'

/**
 * Returns what chance does to the difference of a run to some best runs, for `deltaFromBest`.
 *
 * Missing: `null` where the noise is not known, and where none of these belongs to the best
 * configuration of the evidence: it tells who is ruled out beside that one alone.
 */
export function noiseBeside(
  best: readonly Run[],
  run: Run,
  { groups, noise, minimumEffect }: VerdictEvidence,
): DeltaNoise | null {
  const own = groups.find(({ runs }) => runs.includes(run))
  const isOfBest = best.some((each) => groups[0]?.runs.includes(each) === true)
  if (own === undefined || noise === null || minimumEffect === null || !isOfBest) return null
  return { isContender: own.isContender, minimumEffect }
}
