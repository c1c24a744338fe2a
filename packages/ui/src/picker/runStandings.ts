import {
  bestRun,
  deltaFromBest,
  isLive,
  objectiveValue,
  type Delta,
  type Objective,
  type Run,
  type VerdictEvidence,
} from '@runoff/core'
import { noiseBeside } from '../recommendation/noiseBeside.ts'

/** Where a run stands among those it is compared with. */
export type Standing =
  | { readonly kind: 'best'; readonly value: number; readonly isTied: boolean }
  | {
      readonly kind: 'behind'
      readonly value: number
      readonly best: number
      readonly delta: Delta
    }

/**
 * Returns where each run stands within its own group. Evidence on the noise, where there is some,
 * judges a difference that has no percentage.
 *
 * Missing: a run without a value of the objective has no standing, and neither has one that is
 * behind but not done yet.
 */
export function runStandings(
  groups: Iterable<readonly Run[]>,
  objective: Objective,
  evidence: VerdictEvidence | null = null,
): ReadonlyMap<Run, Standing> {
  return new Map(Array.from(groups).flatMap((runs) => standingsWithin(runs, objective, evidence)))
}

function standingsWithin(
  runs: readonly Run[],
  objective: Objective,
  evidence: VerdictEvidence | null,
): readonly (readonly [Run, Standing])[] {
  const found = bestRun(runs, objective)
  if (found === null) return []
  const best = found.value
  const winners = [found.run, ...found.tied]
  return runs.flatMap((run): readonly (readonly [Run, Standing])[] => {
    const value = objectiveValue(run, objective)
    if (value === null) return []
    if (value === best) return [[run, { kind: 'best', value, isTied: found.tied.length > 0 }]]
    if (isLive(run)) return []
    const noise = evidence === null ? null : noiseBeside(winners, run, evidence)
    const delta = deltaFromBest(value, best, objective, { noise })
    return [[run, { kind: 'behind', value, best, delta }]]
  })
}
