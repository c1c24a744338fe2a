import { cleanModelName } from '../run/modelName.ts'
import { compareText } from '../text/compareText.ts'
import { goalOf } from '../run/metricNames.ts'
import type { Basis, Objective, Run } from '../run/run.ts'
import type { Candidates } from './candidates.ts'
import { deltaFromBest } from './deltaFromBest.ts'
import { evaluationRates, isLuckier } from './estimate.ts'
import { isBetter, objectiveValue } from './objective.ts'
import { hoursOf } from './policies.ts'
import type { ExclusionReason, Reason } from './reasons.ts'
import type { RunScore } from './scoreRuns.ts'
import type { GroupEstimate, Verdict } from './verdict.ts'

/** What there is to give reasons for. */
export interface ReasonContext {
  /** The recommended run, `null` where there is none. */
  readonly pick: RunScore | null
  readonly tied: readonly Run[]
  /** Of all candidates, in the order of their ids. */
  readonly scored: readonly RunScore[]
  readonly candidates: Candidates
  readonly objective: Objective
  readonly verdict: Verdict
}

/** Returns what to know about a recommendation: first about the run itself, then about the data. */
export function findReasons(context: ReasonContext): readonly Reason[] {
  const { pick } = context
  return [
    ...(pick === null ? [] : pickReasons(pick, context)),
    ...liveReasons(context),
    ...dataReasons(context),
    ...exclusionReasons(context.candidates),
  ]
}

function pickReasons(pick: RunScore, context: ReasonContext): readonly Reason[] {
  const { tied, scored } = context
  return [
    ...(scored.length === 1 ? [{ code: 'only-run', run: pick.run } as const] : []),
    ...valueReasons(pick, context),
    ...(tied.length > 0 ? [{ code: 'tied', runs: tied } as const] : []),
    ...gapReasons(pick),
    ...evidenceReasons(pick, context),
  ]
}

function valueReasons(pick: RunScore, { scored, objective }: ReasonContext): readonly Reason[] {
  const best = scored.reduce(
    (held, each) => (isBetter(each.value.value, held.value.value, objective) ? each : held),
    pick,
  )
  if (best === pick) return [{ code: 'best-value', run: pick.run, value: pick.value.value }]
  const delta = deltaFromBest(pick.value.value, best.value.value, objective)
  const [gap, bestGap] = [pick.breakdown.gap, best.breakdown.gap]
  const isSmaller = gap !== null && bestGap !== null && gap < bestGap
  const because = isSmaller && pick.score > best.score ? 'smaller-gap' : 'policy'
  return [{ code: 'not-best-value', run: pick.run, best: best.run, delta, because }]
}

function gapReasons({ run, breakdown }: RunScore): readonly Reason[] {
  const { gap, gapBasis } = breakdown
  if (gap === null || gapBasis === null) return []
  if (gap < 0) return [{ code: 'eval-below-train', run, gap }]
  return [{ code: 'gap', run, gap, basis: gapBasis }]
}

function evidenceReasons(pick: RunScore, { verdict }: ReasonContext): readonly Reason[] {
  if (verdict.kind !== 'clear-winner' && verdict.kind !== 'contenders') return []
  const { groups } = verdict.evidence
  const own = groups.find(({ runs }) => runs.includes(pick.run))
  const best = groups[0]?.runs[0]
  if (own === undefined || best === undefined) return []
  if (!own.isContender) return [{ code: 'ruled-out', run: pick.run, best }]
  return cheaperThan(own, groups)
}

/** Less than a tenth cheaper is no reason to change. */
const worthIt = 1.1

function cheaperThan(own: GroupEstimate, groups: readonly GroupEstimate[]): readonly Reason[] {
  const hours = hoursOf(own)
  if (hours === null) return []
  const [cheapest] = groups
    .filter(({ isContender }) => isContender)
    .flatMap((group) => {
      const [run, gpuHours] = [group.runs[0], hoursOf(group)]
      return run === undefined || gpuHours === null || gpuHours <= 0 ? [] : [{ run, gpuHours }]
    })
    .toSorted((a, b) => a.gpuHours - b.gpuHours)
  if (cheapest === undefined || hours < cheapest.gpuHours * worthIt) return []
  return [{ code: 'cheaper-contender', ...cheapest, timesCheaper: hours / cheapest.gpuHours }]
}

function liveReasons({ candidates, pick, objective }: ReasonContext): readonly Reason[] {
  return candidates.excluded.flatMap(({ run, why }): readonly Reason[] => {
    const value = objectiveValue(run, objective)
    if (why !== 'live' || value === null) return []
    const isAhead = pick === null || isBetter(value, pick.value.value, objective)
    return isAhead ? [{ code: 'live-run-ahead', run, value }] : []
  })
}

function dataReasons(context: ReasonContext): readonly Reason[] {
  const { scored, candidates, objective, verdict } = context
  const { runs } = candidates
  if (runs.length === 0) return []
  const untrained = scored.filter(({ breakdown }) => breakdown.overfitScore === null)
  const unknownEnd = runs.filter(({ status }) => status === 'unknown')
  return [
    ...(untrained.length > 0
      ? [{ code: 'no-train-value', runs: untrained.map(({ run }) => run) } as const]
      : []),
    ...boundReasons(scored),
    ...unevenReasons(runs, objective),
    ...stepReasons(context),
    ...(hasIdenticalSeeds(verdict) ? [{ code: 'identical-seeds' } as const] : []),
    ...verdict.evidence.unknownConditions.map((unknown): Reason => ({
      code: 'unknown-condition',
      ...unknown,
    })),
    ...modelReasons(runs),
    ...(goalOf(objective.metric)?.isGuess === false ? [] : [{ code: 'guessed-goal' } as const]),
    ...(unknownEnd.length > 0 ? [{ code: 'status-unknown', runs: unknownEnd } as const] : []),
  ]
}

function boundReasons(scored: readonly RunScore[]): readonly Reason[] {
  const bounds: readonly Basis[] = ['sampled', 'last-only']
  return bounds.flatMap((basis): readonly Reason[] => {
    const runs = scored.filter(({ value }) => value.basis === basis).map(({ run }) => run)
    return runs.length > 0 ? [{ code: 'bound', basis, runs }] : []
  })
}

function unevenReasons(runs: readonly Run[], objective: Objective): readonly Reason[] {
  const rates = [...evaluationRates(runs, objective)].toSorted((a, b) => a[1] - b[1])
  const [fewest, most] = [rates[0], rates.at(-1)]
  if (fewest === undefined || most === undefined || !isLuckier(most[1], fewest[1])) return []
  return [{ code: 'uneven-evaluations', most: most[0], fewest: fewest[0] }]
}

/** A run with fewer steps is behind, not worse; a tenth more or less is no matter. */
const muchLonger = 1.1

function stepReasons({ pick, scored, objective }: ReasonContext): readonly Reason[] {
  const steps = pick === null ? null : stepsOf(pick.run, objective)
  if (pick === null || steps === null) return []
  const [shortest] = scored
    .flatMap(({ run }) => {
      const otherSteps = stepsOf(run, objective)
      return otherSteps === null ? [] : [{ other: run, otherSteps }]
    })
    .toSorted((a, b) => a.otherSteps - b.otherSteps)
  if (shortest === undefined || steps < shortest.otherSteps * muchLonger) return []
  return [{ code: 'unequal-steps', run: pick.run, steps, ...shortest }]
}

function stepsOf(run: Run, { metric }: Objective): number | null {
  const steps = run.step ?? run.metrics.get(metric)?.lastStep ?? null
  return steps !== null && steps > 0 ? steps : null
}

/** Replicated, and yet without any spread to measure. */
function hasIdenticalSeeds({ kind, evidence }: Verdict): boolean {
  if (kind !== 'unreplicated') return false
  return evidence.groups.some(({ n }) => n > 1) && evidence.groups.length > 1
    ? evidence.groups.reduce((df, { n }) => df + n - 1, 0) >= 2
    : false
}

function modelReasons(runs: readonly Run[]): readonly Reason[] {
  const named = runs.flatMap(({ model }) => (model === null ? [] : [cleanModelName(model)]))
  const models = [...new Set(named)].toSorted(compareText)
  return models.length > 1 ? [{ code: 'different-models', models }] : []
}

function exclusionReasons({ excluded }: Candidates): readonly Reason[] {
  const reasons: readonly ExclusionReason[] = ['live', 'not-completed', 'no-value']
  return reasons.flatMap((why): readonly Reason[] => {
    const count = excluded.filter((entry) => entry.why === why).length
    return count > 0 ? [{ code: 'excluded', why, count }] : []
  })
}
