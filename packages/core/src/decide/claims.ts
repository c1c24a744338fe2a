import { compareRunIds } from '../run/compareRunIds.ts'
import type { Run } from '../run/run.ts'
import { expectedMaximum } from '../stats/expectedMaximum.ts'
import { seedsNeeded } from '../stats/power.ts'
import { simultaneousReach, type Contenders } from './contenders.ts'
import { holdBack, type ClaimContext } from './holdBack.ts'
import { hoursOf } from './policies.ts'
import { compareValues } from './samples.ts'
import type { Verdict, VerdictEvidence } from './verdict.ts'

/** Returns a clear winner, or those that cannot be told from the best. */
export function claimFrom(
  evidence: VerdictEvidence,
  known: Contenders,
  context: ClaimContext,
): Verdict {
  const heldBack = holdBack(evidence.groups, context)
  const groups = heldBack.groups
  const [best, runnerUp] = groups
  const rivals = groups.filter(({ isContender }) => isContender)
  const judged = { ...evidence, groups }
  if (best === undefined || runnerUp === undefined || rivals.length > 1) {
    return contendersVerdict(judged, heldBack.by)
  }
  const { behind, behindInNoise, behindError, behindDf } = runnerUp
  const reach =
    simultaneousReach(groups.length, behindDf ?? known.noise.df, known.level) * (behindError ?? 0)
  return {
    kind: 'clear-winner',
    run: best.runs[0] as Run,
    group: best,
    runnerUp,
    difference: behind,
    marginInNoise: behindInNoise ?? 0,
    interval: [behind - reach, behind + reach],
    looks: judged.looks,
    evidence: judged,
  }
}

function contendersVerdict(
  evidence: VerdictEvidence,
  heldBackBy: 'bound' | 'evaluations' | null,
): Verdict {
  const contending = evidence.groups.filter(({ isContender }) => isContender)
  const hours = new Map(contending.map((group) => [group, hoursOf(group)]))
  const allKnown = contending.every((group) => hours.get(group) !== null)
  const ordered = allKnown
    ? contending.toSorted((a, b) => (hours.get(a) ?? 0) - (hours.get(b) ?? 0))
    : contending
  const runs = ordered.flatMap((group) => group.runs[0] ?? [])
  return {
    kind: 'contenders',
    runs,
    cheapest: allKnown && contending.length > 1 ? (runs[0] ?? null) : null,
    // More seeds make no full history of a sampled one.
    seedsNeeded: heldBackBy === null ? seedsToTell(evidence) : null,
    heldBackBy,
    evidence,
  }
}

/** More seeds than this nobody runs, and the difference does not matter. */
const mostSeeds = 1000

function seedsToTell({ groups, noise }: VerdictEvidence): number | null {
  const rival = groups.slice(1).find(({ isContender }) => isContender)
  if (rival === undefined || noise === null || rival.behind === 0) return null
  const needed = seedsNeeded(rival.behind / noise.sd)
  return needed.kind === 'defined' && needed.n <= mostSeeds ? needed.n : null
}

/** Without noise to measure against: seeds of one configuration, or one seed of each. */
export function claimNothing(
  evidence: VerdictEvidence,
  { objective, estimates }: ClaimContext,
): Verdict {
  const [only] = evidence.groups
  if (evidence.groups.length === 1 && only !== undefined && only.n > 1) {
    return {
      kind: 'contenders',
      runs: only.runs,
      cheapest: null,
      seedsNeeded: null,
      heldBackBy: null,
      evidence,
    }
  }
  const valueOf = (run: Run): number => estimates.get(run)?.value ?? NaN
  const ranking = [...estimates.keys()].toSorted(
    (a, b) => compareValues(valueOf(a), valueOf(b), objective) || compareRunIds(a, b),
  )
  const optimism = evidence.groups.length > 1 ? expectedMaximum(evidence.groups.length) : null
  return { kind: 'unreplicated', ranking, optimismOfTop: optimism, advice: 'add-seeds', evidence }
}
