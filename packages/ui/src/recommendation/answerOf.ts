import type {
  ConditionConflict,
  Delta,
  Estimate,
  ExclusionReason,
  GroupEstimate,
  Recommendation,
  RecommendedCheckpoint,
  Run,
  Verdict,
} from '@runoff/core'

/** By what the policy put a run first. */
export type ChosenBy =
  | { readonly kind: 'score'; readonly score: number }
  | { readonly kind: 'value' }
  | { readonly kind: 'evidence' }
  | { readonly kind: 'custom'; readonly policy: string }

/** The run with the best value, where that is not the one recommended. */
export interface BetterValue {
  readonly run: Run
  readonly value: Estimate
  readonly delta: Delta
  readonly isForGap: boolean
}

/** What every answer that names a run says of it. */
export interface Picked {
  readonly run: Run
  /** Others that share its place. */
  readonly tied: readonly Run[]
  readonly isTiedByValue: boolean
  readonly chosenBy: ChosenBy
  readonly value: Estimate
  readonly checkpoint: RecommendedCheckpoint | null
  readonly better: BetterValue | null
}

/** How many runs were left out, by why. */
export type ExclusionCounts = Readonly<Record<ExclusionReason, number>>

/** Why a single run of a configuration says little. */
export type Doubt = 'ran-once' | 'too-few-seeds' | 'identical-seeds'

/** What the line at the top says, as data. */
export type Answer =
  | { readonly kind: 'nothing'; readonly excluded: ExclusionCounts }
  | { readonly kind: 'not-comparable'; readonly conflicts: readonly ConditionConflict[] }
  | { readonly kind: 'no-pick'; readonly policy: string; readonly count: number }
  | PickedAnswer

export type PickedAnswer =
  | (Picked & { readonly kind: 'only-run' })
  | (Picked & { readonly kind: 'one-configuration'; readonly count: number })
  | (Picked & {
      readonly kind: 'clear-winner'
      readonly winner: GroupEstimate
      readonly runnerUp: GroupEstimate
      /** Of one seed, in the metric's unit. */
      readonly sd: number | null
    })
  | (Picked & {
      readonly kind: 'contenders'
      /** One of each configuration, in the order of the verdict. */
      readonly runs: readonly Run[]
      readonly cheapest: Run | null
      /** `null` where more seeds than there are would not tell either. */
      readonly seedsNeeded: number | null
    })
  | (Picked & { readonly kind: 'held-back'; readonly by: 'bound' | 'evaluations' })
  | (Picked & {
      readonly kind: 'ruled-out'
      readonly best: GroupEstimate
      readonly own: GroupEstimate
      /** How many others cannot be told apart from the best. */
      readonly rivals: number
    })
  | (Picked & { readonly kind: 'unreplicated'; readonly doubt: Doubt })

/**
 * Returns what the line at the top is to say of a recommendation: which run, and how sure that is,
 * as one claim, so that the score and the evidence never contradict each other.
 */
export function answerOf(recommendation: Recommendation): Answer {
  const { verdict, scores, policy } = recommendation
  if (verdict.evidence.groups.length === 0) {
    return { kind: 'nothing', excluded: exclusionCounts(recommendation) }
  }
  if (verdict.kind === 'not-comparable') {
    return { kind: 'not-comparable', conflicts: verdict.reasons }
  }
  const picked = pickedOf(recommendation)
  if (picked === null) {
    const runs = new Set(verdict.evidence.groups.flatMap((group) => group.runs))
    return { kind: 'no-pick', policy, count: Math.max(runs.size, scores.length) }
  }
  return judged(picked, verdict, recommendation)
}

/** Returns how many runs were left out of a recommendation, by why. */
export function exclusionCounts({ excluded }: Pick<Recommendation, 'excluded'>): ExclusionCounts {
  const count = (reason: ExclusionReason): number =>
    excluded.filter(({ why }) => why === reason).length
  return {
    live: count('live'),
    'not-completed': count('not-completed'),
    'no-value': count('no-value'),
  }
}

function pickedOf(recommendation: Recommendation): Picked | null {
  const { run, tied, scores, checkpoint } = recommendation
  const first = scores.find((entry) => entry.run === run)
  if (run === null || first === undefined) return null
  const isTiedByValue = tied.every(
    (other) => scores.find((entry) => entry.run === other)?.value.value === first.value.value,
  )
  return {
    run,
    tied,
    isTiedByValue,
    chosenBy: chosenBy(recommendation),
    value: first.value,
    checkpoint,
    better: betterValue(recommendation),
  }
}

function chosenBy({ policy, score }: Recommendation): ChosenBy {
  if (policy === 'composite') return { kind: 'score', score: score ?? 0 }
  if (policy === 'bestValue') return { kind: 'value' }
  return policy === 'evidence' ? { kind: 'evidence' } : { kind: 'custom', policy }
}

function betterValue({ reasons, scores, others }: Recommendation): BetterValue | null {
  const reason = reasons.find((each) => each.code === 'not-best-value')
  if (reason === undefined) return null
  const { best: run, delta, because } = reason
  const value =
    scores.find((entry) => entry.run === run)?.value ??
    others.find((entry) => entry.run === run)?.value
  return value === undefined ? null : { run, value, delta, isForGap: because === 'smaller-gap' }
}

function judged(picked: Picked, verdict: Verdict, recommendation: Recommendation): Answer {
  const { groups, noise } = verdict.evidence
  const own = groups.find(({ runs }) => runs.includes(picked.run))
  const [best] = groups
  if (groups.length === 1 && own !== undefined) {
    const count = own.runs.length
    return count === 1
      ? { ...picked, kind: 'only-run' }
      : { ...picked, kind: 'one-configuration', count }
  }
  if (verdict.kind === 'unreplicated' || verdict.kind === 'not-comparable') {
    return { ...picked, kind: 'unreplicated', doubt: doubtOf(recommendation) }
  }
  if (own !== undefined && best !== undefined && !own.isContender) {
    const rivals = groups.filter(({ isContender }) => isContender).length - 1
    return { ...picked, kind: 'ruled-out', best, own, rivals }
  }
  if (verdict.kind === 'clear-winner') {
    const { group: winner, runnerUp } = verdict
    return { ...picked, kind: 'clear-winner', winner, runnerUp, sd: noise?.sd ?? null }
  }
  if (verdict.heldBackBy !== null) return { ...picked, kind: 'held-back', by: verdict.heldBackBy }
  // Of its own configuration the answer names the run that it recommends, and no other seed.
  const named = (run: Run): Run => (own?.runs.includes(run) === true ? picked.run : run)
  return {
    ...picked,
    kind: 'contenders',
    runs: verdict.runs.map(named),
    cheapest: verdict.cheapest === null ? null : named(verdict.cheapest),
    seedsNeeded: moreSeeds(verdict.seedsNeeded, groups),
  }
}

function doubtOf({ reasons, verdict }: Recommendation): Doubt {
  if (reasons.some(({ code }) => code === 'identical-seeds')) return 'identical-seeds'
  return verdict.evidence.groups.every(({ n }) => n === 1) ? 'ran-once' : 'too-few-seeds'
}

/** Whoever ran as many seeds already has not learned it from them. */
function moreSeeds(needed: number | null, groups: readonly GroupEstimate[]): number | null {
  const seeds = groups.filter(({ isContender }) => isContender).slice(0, 2)
  return needed !== null && needed > Math.min(...seeds.map(({ n }) => n)) ? needed : null
}
