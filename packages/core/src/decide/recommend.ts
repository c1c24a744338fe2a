import { selectCheckpoint, type CheckpointChoice } from '../curves/selectCheckpoint.ts'
import type { Objective, Run } from '../run/run.ts'
import { finish, scaled, type Work } from '../stats/work.ts'
import { findCandidates, type ExcludedRun } from './candidates.ts'
import { checkpointStep } from './checkpointStep.ts'
import { deltaFromBest, type Delta, type DeltaNoise } from './deltaFromBest.ts'
import { estimateRuns, type Estimate, type SeriesOfRuns } from './estimate.ts'
import { findReasons } from './findReasons.ts'
import { judgeWork, type JudgeOptions } from './judgeRuns.ts'
import { checkGoal, defaultObjective } from './objective.ts'
import {
  rankByPolicy,
  readPolicy,
  type Policy,
  type PolicyName,
  type PolicyScore,
} from './policies.ts'
import type { Reason } from './reasons.ts'
import { scoreRuns, type RunScore } from './scoreRuns.ts'
import type { GroupEstimate, Verdict } from './verdict.ts'

export interface RecommendOptions extends JudgeOptions {
  /** @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective
  /** The rule that chooses; the verdict beside it does not depend on it. @default 'composite' */
  readonly policy?: PolicyName | Policy
  /**
   * Series by run id and metric, as `useMultiJobMetrics` gives them. With those of the objective for
   * every run the verdict rests on smoothed values; with those of the training metric the gap is
   * taken at the best step.
   */
  readonly series?: SeriesOfRuns
}

/** Where the recommended run was at its best. */
export interface RecommendedCheckpoint {
  readonly step: number | null
  readonly epoch: number | null
  /** As the source names it; `null` where it names none for this step. */
  readonly path: string | null
  /** The best logged value, in the metric's unit. */
  readonly value: number
  /** The choice by smoothed evaluations; `null` without a series or with fewer than five. */
  readonly smoothed: Extract<CheckpointChoice, { readonly kind: 'defined' }> | null
}

/** How another run does beside the recommended one. */
export interface OtherRun {
  readonly run: Run
  readonly value: Estimate
  /** To the recommended run; negative where this one's value is better. */
  readonly delta: Delta
  /** Whether the evidence rules it out and the difference matters. Never without replicates. */
  readonly considerArchiving: boolean
}

/** Which run to keep, why, and how sure that is. */
export interface Recommendation {
  /** `composite`, `bestValue`, `evidence`, or the name of the host's own. */
  readonly policy: string
  readonly objective: Objective
  /** Of tied runs the first by id; `null` where no run can be recommended. */
  readonly run: Run | null
  /** The policy's score of that run. */
  readonly score: number | null
  /** The others that share its score. */
  readonly tied: readonly Run[]
  /** All that were scored, best first. Empty where the runs cannot be compared. */
  readonly scores: readonly RunScore[]
  readonly reasons: readonly Reason[]
  readonly verdict: Verdict
  readonly checkpoint: RecommendedCheckpoint | null
  /** The other scored runs, the best value first. */
  readonly others: readonly OtherRun[]
  /** Runs that were not considered, in the order of their ids. */
  readonly excluded: readonly ExcludedRun[]
}

/**
 * Returns which run to keep by a policy, with the verdict of the evidence beside it.
 *
 * Completed runs with a finite value are considered; each run counts once, and the order of the
 * runs does not matter. Missing: `run` is `null` where there is none to consider, where the policy
 * scores none, and where the runs cannot be compared (`verdict.kind` is `not-comparable`).
 *
 * @throws {RunoffError} `bad-option` for a goal, a policy, a level, a minimum effect or looks that
 * cannot be.
 */
export function recommend(runs: readonly Run[], options: RecommendOptions = {}): Recommendation {
  return finish(recommendWork(runs, options))
}

/** The same in steps of some milliseconds for thousands of runs; yields the share that is done. */
export function* recommendWork(
  runs: readonly Run[],
  options: RecommendOptions = {},
): Work<Recommendation> {
  const { objective = defaultObjective, policy: given = 'composite', series } = options
  checkGoal(objective)
  const { name, policy } = readPolicy(given)
  const candidates = findCandidates(runs, objective)
  yield 0.1
  const logged = estimateRuns(candidates.runs, objective)
  const judged = series === undefined ? logged : estimateRuns(candidates.runs, objective, series)
  yield 0.2
  const verdict = yield* scaled(judgeWork(judged, objective, options), [0.2, 0.7])
  const scored = verdict.kind === 'not-comparable' ? [] : scoreRuns(logged, objective, series)
  yield 0.8
  const ranking = rankByPolicy(policy, { candidates: scored, objective, verdict })
  const scores = withScores(scored, ranking.scores)
  const pick = scores[0] ?? null
  const { tied } = ranking
  yield 0.9
  return {
    policy: name,
    objective,
    run: pick?.run ?? null,
    score: pick?.score ?? null,
    tied,
    scores,
    reasons: findReasons({ pick, tied, scored, candidates, objective, verdict }),
    verdict,
    checkpoint: pick === null ? null : checkpointOf(pick, objective, series),
    others: pick === null ? [] : othersOf(pick, scored, { objective, verdict }),
    excluded: candidates.excluded,
  }
}

/** The scores of the policy, with what we know of each run. */
function withScores(
  scored: readonly RunScore[],
  ranked: readonly PolicyScore[],
): readonly RunScore[] {
  const byRun = new Map(scored.map((entry) => [entry.run, entry]))
  return ranked.flatMap(({ run, score }) => {
    const entry = byRun.get(run)
    return entry === undefined ? [] : [{ ...entry, score }]
  })
}

function checkpointOf(
  { run, value }: RunScore,
  objective: Objective,
  series: SeriesOfRuns | undefined,
): RecommendedCheckpoint {
  const summary = run.metrics.get(objective.metric)
  const logged = (objective.goal === 'min' ? summary?.minStep : summary?.maxStep) ?? null
  const { best } = run
  // What the source calls its best checkpoint is that of the objective only if the steps agree.
  const isSame = best.step === null || logged === null || best.step === logged
  const path = isSame && isOfStep(best.checkpointPath, logged) ? best.checkpointPath : null
  const curve = series?.get(run.id)?.get(objective.metric)
  const smoothed = curve === undefined ? null : selectCheckpoint(curve, objective.goal)
  return {
    step: logged ?? best.step,
    epoch: isSame ? best.epoch : null,
    path,
    value: value.value,
    smoothed: smoothed?.kind === 'defined' ? smoothed : null,
  }
}

/**
 * Who saves less often than it evaluates calls the nearest checkpoint the best: it never had that
 * value. Some trainers count the step that was just done, others the next.
 */
function isOfStep(path: string | null, step: number | null): boolean {
  const named = path === null ? null : checkpointStep(path)
  return named === null || step === null || Math.abs(named - step) <= 1
}

function othersOf(
  pick: RunScore,
  scored: readonly RunScore[],
  { objective, verdict }: { readonly objective: Objective; readonly verdict: Verdict },
): readonly OtherRun[] {
  const groups = groupByRun(verdict)
  return scored
    .filter(({ run }) => run !== pick.run)
    .map(({ run, value }) => {
      const group = groups.get(run) ?? null
      const noise = noiseBeside(group, verdict)
      const delta = deltaFromBest(value.value, pick.value.value, objective, { noise })
      return { run, value, delta, considerArchiving: isOutOfTheRace(group, delta, verdict) }
    })
    .toSorted((a, b) => a.delta.absolute - b.delta.absolute)
}

function groupByRun({ evidence }: Verdict): ReadonlyMap<Run, GroupEstimate> {
  return new Map(evidence.groups.flatMap((group) => group.runs.map((run) => [run, group] as const)))
}

/** `null` where nothing is known of chance. */
function noiseBeside(group: GroupEstimate | null, { evidence }: Verdict): DeltaNoise | null {
  if (group === null || evidence.noise === null || evidence.minimumEffect === null) return null
  return { isContender: group.isContender, minimumEffect: evidence.minimumEffect }
}

function isOutOfTheRace(group: GroupEstimate | null, delta: Delta, { kind }: Verdict): boolean {
  if ((kind !== 'clear-winner' && kind !== 'contenders') || delta.absolute <= 0) return false
  if (group === null || group.isContender || group.severity === 'slight') return false
  return group.severity === 'severe' || delta.severity === 'severe'
}
