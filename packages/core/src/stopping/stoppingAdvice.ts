import { medianOfSorted } from '../curves/median.ts'
import { checkGoal, defaultObjective } from '../decide/objective.ts'
import { RunoffError } from '../errors.ts'
import type { Goal, Objective, Run } from '../run/run.ts'
import { undefinedFor, type Undefined, type UndefinedReason } from '../stats/answer.ts'
import { kendall, type KendallResult } from '../stats/kendall.ts'
import { backTest, type BackTest } from './backTest.ts'
import { comparableRuns } from './comparableRuns.ts'
import { bestUpTo, lastStepOf } from './curve.ts'
import { valuesAt } from './medianRule.ts'
import type { PastRun } from './pastRun.ts'
import { scheduleOf, trainingLength } from './schedule.ts'
import { streaks } from './streaks.ts'

export interface StoppingOptions {
  /** What the series hold. @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective
  /** How many evaluations in a row must be worse than the median. @default 2 */
  readonly patience?: number
  /** The name of a run's learning-rate schedule. @default what its parameters name */
  readonly schedule?: (run: Run) => string | null
  /** How many past runs are looked at, the most recent ones. @default 50 */
  readonly maximumRuns?: number
}

/** What is known where there is no advice. */
export interface StoppingEvidence {
  /** How many past runs there were of those that were looked for. */
  readonly pastRuns: number
  readonly needed: number
  readonly tau: number | null
  /** The lower 95 % bound of `tau`. */
  readonly tauLow: number | null
  readonly backTest: BackTest | null
}

export type StoppingAdvice =
  | (Undefined & { readonly evidence: StoppingEvidence })
  | {
      readonly kind: 'defined'
      readonly advice: 'stop' | 'continue'
      /** The last step of the run under way, at which it is judged. */
      readonly step: number
      /** Its best value so far; `null` where none so far is finite. */
      readonly value: number | null
      /** Of the past runs at this step. */
      readonly median: number
      /** How many evaluations in a row found it worse than the median; `null` where the last did not. */
      readonly worseSince: number | null
      /** How far the best so far, at this share of the training, put past runs in their final order. */
      readonly tau: number
      readonly tauInterval: readonly [number, number]
      readonly pastRuns: number
      /** Whether the runs name one schedule; `false`: none does, and they are of equal length. */
      readonly scheduleKnown: boolean
      readonly backTest: BackTest
    }

/** So many comparable past runs are needed for any advice. */
const neededRuns = 5

/** The lower bound of Kendall's tau must be above this. */
const minimumTau = 0.6

/** A rule that would have stopped more of the eventual bests than this is not to be followed. */
const maximumStoppedBest = 0.1

/**
 * Returns whether a run under way is worth going on with, by the median rule with patience, as an
 * advice that carries its own proof: what the rule would have done to the past runs.
 *
 * It is given only where at least 5 completed runs on the same data share the schedule of the
 * learning rate and, within 10 %, the length; where the lower 95 % bound of Kendall's tau between
 * their best values at this share of the training and in the end is above 0.6; and where the rule
 * would have stopped at most 10 % of the eventual bests. A stop needs `patience` evaluations in a
 * row whose best so far is worse than the median of the past runs at that step. The order of the
 * past runs does not matter. Steps and values are in the units of the series. Missing: values that
 * are not finite are skipped; a run without any finite value counts as worse than all.
 *
 * Undefined: `too-few-runs` for fewer than 5 completed runs, or of those with a value this early;
 * `schedules-differ` for fewer than 5 of the same schedule and length, or where these are not known
 * to be; `too-few-points` where the run under way has no points; `weak-correlation` where the
 * early order said too little of the end, or the rule would have stopped too many of the best.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`, `patience` is no whole
 * number of at least 1, or `maximumRuns` none of at least 5.
 * @see Golovin et al., Google Vizier: a service for black-box optimization, KDD (2017), 3.2.2.
 */
export function stoppingAdvice(
  live: PastRun,
  past: readonly PastRun[],
  options: StoppingOptions = {},
): StoppingAdvice {
  const { objective = defaultObjective, patience = 2, maximumRuns = 50 } = options
  const { goal } = objective
  const { schedule = scheduleOf } = options
  checkGoal(objective)
  checkCount('patience', patience, 1)
  checkCount('maximumRuns', maximumRuns, neededRuns)
  const { completed, comparable } = comparableRuns(live, past, { schedule, limit: maximumRuns })
  if (completed < neededRuns) return noAdvice('too-few-runs', { pastRuns: completed })
  const pastRuns = comparable.length
  if (pastRuns < neededRuns) return noAdvice('schedules-differ', { pastRuns })
  const step = lastStepOf(live.series)
  if (step === null) return noAdvice('too-few-points', { pastRuns })
  const isKnown = schedule(live.run) !== null
  return adviceAt(step, { live, comparable, goal, patience, scheduleKnown: isKnown })
}

interface Comparison {
  readonly live: PastRun
  readonly comparable: readonly PastRun[]
  readonly goal: Goal
  readonly patience: number
  readonly scheduleKnown: boolean
}

function adviceAt(step: number, comparison: Comparison): StoppingAdvice {
  const { live, comparable, goal, patience, scheduleKnown } = comparison
  const pastRuns = comparable.length
  const curves = comparable.map(({ series }) => series)
  const values = valuesAt(curves, step)
  const { early, final } = earlyAndFinal(step, comparison)
  const known = Math.min(values.length, early.length)
  if (known < neededRuns) return noAdvice('too-few-runs', { pastRuns: known })
  const order = kendall(early, final)
  if (!isStrong(order)) return noAdvice('weak-correlation', { pastRuns, order })
  const proof = backTest(curves, { goal, patience })
  if (proof.stoppedBest > maximumStoppedBest * proof.trials)
    return noAdvice('weak-correlation', { pastRuns, order, proof })
  const streak = [...streaks(live.series, curves, { goal, minimumRuns: neededRuns })].at(-1) ?? 0
  return {
    kind: 'defined',
    advice: streak >= patience ? 'stop' : 'continue',
    step,
    value: bestUpTo(live.series, step, goal),
    median: medianOfSorted(values),
    worseSince: streak === 0 ? null : streak,
    tau: order.tau,
    tauInterval: order.interval,
    pastRuns,
    scheduleKnown,
    backTest: proof,
  }
}

/** The best of past runs at the share of their training that the live run has behind it, and later. */
function earlyAndFinal(
  step: number,
  { live, comparable, goal }: Comparison,
): { readonly early: readonly number[]; readonly final: readonly number[] } {
  const length = trainingLength(live) ?? NaN
  const pairs = comparable.flatMap((other) => {
    // In this order, so that runs of one length are read at exactly this step.
    const sameShare = (step * (trainingLength(other) ?? NaN)) / length
    const early = bestUpTo(other.series, sameShare, goal)
    const final = bestUpTo(other.series, Infinity, goal)
    return early === null || final === null ? [] : [{ early, final }]
  })
  return { early: pairs.map(({ early }) => early), final: pairs.map(({ final }) => final) }
}

function isStrong(order: KendallResult | Undefined): order is KendallResult {
  return order.kind === 'defined' && order.interval[0] > minimumTau
}

interface Known {
  readonly pastRuns: number
  readonly order?: KendallResult | Undefined
  readonly proof?: BackTest
}

function noAdvice(reason: UndefinedReason, { pastRuns, order, proof }: Known): StoppingAdvice {
  const known = order?.kind === 'defined' ? order : null
  const tauLow = known?.interval[0] ?? null
  const evidence = { pastRuns, needed: neededRuns, tau: known?.tau ?? null, tauLow }
  return { ...undefinedFor(reason), evidence: { ...evidence, backTest: proof ?? null } }
}

function checkCount(name: string, count: number, least: number): void {
  if (Number.isInteger(count) && count >= least) return
  throw new RunoffError(
    'bad-option',
    `stoppingAdvice needs a whole ${name} of at least ${least}, and got ${count}.`,
  )
}
