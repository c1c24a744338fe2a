import { finish, scaled, type Work } from '../stats/work.ts'
import { holm } from '../stats/adjust.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { hedgesG } from '../stats/effectSize.ts'
import { mannWhitney } from '../stats/mannWhitney.ts'
import { permutationTest } from '../stats/permutationTest.ts'
import { probabilityBestWork } from '../stats/probabilityBest.ts'
import { smallestDifference } from '../stats/power.ts'
import { welch } from '../stats/welch.ts'
import type { Goal, Objective, Run } from '../run/run.ts'
import { findCandidates } from './candidates.ts'
import { estimateRuns, type SeriesOfRuns } from './estimate.ts'
import { judgeWork, type JudgeOptions } from './judgeRuns.ts'
import { checkGoal, defaultObjective } from './objective.ts'
import type { GroupEstimate, VerdictEvidence } from './verdict.ts'

export interface SignificanceOptions extends JudgeOptions {
  /** @default { metric: 'eval/loss', goal: 'min' } */
  readonly objective?: Objective
  /** As `recommend` takes them. */
  readonly series?: SeriesOfRuns
  /**
   * Compare every configuration with every other, or with the best alone. Thousands of pairs cost
   * time and correction. @default 'all' up to 20 configurations, 'best' past that
   */
  readonly pairs?: 'all' | 'best'
}

/** Two configurations beside each other. */
export interface SignificancePair {
  readonly a: GroupEstimate
  readonly b: GroupEstimate
  /** Of the means, in the metric's unit; positive where `a` is better. */
  readonly difference: number
  /** Where the difference lies, with 95 %; `null` where an arm has a single seed. */
  readonly interval: readonly [number, number] | null
  /** Welch's, two-sided. */
  readonly p: number | null
  /** After Holm over all pairs shown. */
  readonly adjustedP: number | null
  /** By exact permutation of the seeds; `null` below four seeds an arm, where it cannot be small. */
  readonly permutationP: number | null
  /** Hedges' g: the difference in spreads of a seed, positive where `a` is better. */
  readonly effect: number | null
  /** The chance that a seed of `a` beats a seed of `b`, as far as these seeds tell. */
  readonly probabilityBetter: number | null
  readonly finding: 'differs' | 'within-noise' | 'too-few-seeds'
}

/** How the configurations of some runs compare with each other. */
export interface Significance {
  readonly kind: 'defined'
  readonly objective: Objective
  /** The best mean first. */
  readonly groups: readonly GroupEstimate[]
  /** By the places of `a` and `b` in `groups`. */
  readonly pairs: readonly SignificancePair[]
  readonly scope: 'all' | 'best'
  /** The chance that each of `groups` has the best mean; `null` without an estimate of noise. */
  readonly probabilityBest: readonly number[] | null
  readonly evidence: VerdictEvidence
  /**
   * The smallest difference, in spreads of a seed, that the fewest seeds of a replicated
   * configuration can show; `null` where none is replicated.
   */
  readonly smallestDifference: number | null
}

/** Differences with an adjusted p up to this differ. */
const alpha = 0.05

/** With fewer seeds an arm no permutation test can come below 0.05. */
const permutationSeeds = 4

/** More configurations than this are compared with the best alone. */
const mostForAll = 20

/**
 * Returns how configurations compare in pairs, each seed one observation: Welch's interval and p,
 * Holm's correction, exact permutation from four seeds an arm, effect size.
 *
 * Missing: `too-few-groups` below two configurations, `not-comparable` where a condition differs. A
 * pair with a single seed on a side has no interval and no p. The order of the runs does not matter.
 *
 * @throws {RunoffError} `bad-option` as `recommend`.
 */
export function significance(
  runs: readonly Run[],
  options: SignificanceOptions = {},
): Significance | Undefined {
  return finish(significanceWork(runs, options))
}

/** The same in small steps; yields the share that is done, from 0 to 1. */
export function* significanceWork(
  runs: readonly Run[],
  options: SignificanceOptions = {},
): Work<Significance | Undefined> {
  const { objective = defaultObjective, series } = options
  checkGoal(objective)
  const candidates = findCandidates(runs, objective).runs
  const estimates = estimateRuns(candidates, objective, series)
  const verdict = yield* scaled(judgeWork(estimates, objective, options), [0, judged])
  if (verdict.kind === 'not-comparable') return undefinedFor('not-comparable')
  const { groups } = verdict.evidence
  if (groups.length < 2) return undefinedFor('too-few-groups')
  const samples = groups.map(({ values }) => values)
  const scope = options.pairs ?? (groups.length > mostForAll ? 'best' : 'all')
  const pairs = yield* scaled(comparePairs(groups, samples, { goal: objective.goal, scope }), [
    judged,
    compared,
  ])
  const best =
    verdict.evidence.noise === null
      ? null
      : yield* scaled(probabilityBestWork(samples, objective.goal), [compared, 1])
  return {
    kind: 'defined',
    objective,
    groups,
    pairs: adjusted(pairs),
    scope,
    probabilityBest: best === null || best.kind === 'undefined' ? null : best.probabilities,
    evidence: verdict.evidence,
    smallestDifference: smallestOf(groups),
  }
}

/** How much is done after the verdict, and after the pairs; the chances to be best come last. */
const judged = 0.1
const compared = 0.5

interface PairContext {
  readonly goal: Goal
  readonly scope: 'all' | 'best'
}

function* comparePairs(
  groups: readonly GroupEstimate[],
  samples: readonly (readonly number[])[],
  { goal, scope }: PairContext,
): Work<readonly SignificancePair[]> {
  const pairs: SignificancePair[] = []
  const firsts = scope === 'best' ? 1 : groups.length - 1
  const total = scope === 'best' ? groups.length - 1 : (groups.length * (groups.length - 1)) / 2
  for (let i = 0; i < firsts; i++) {
    for (let j = i + 1; j < groups.length; j++) {
      pairs.push(
        comparePair(groups[i] as GroupEstimate, groups[j] as GroupEstimate, {
          goal,
          values: [samples[i] ?? [], samples[j] ?? []],
        }),
      )
      yield pairs.length / total
    }
  }
  return pairs
}

interface PairValues {
  readonly goal: Goal
  readonly values: readonly [readonly number[], readonly number[]]
}

function comparePair(
  a: GroupEstimate,
  b: GroupEstimate,
  { goal, values }: PairValues,
): SignificancePair {
  // Turned round where lower is better, so that a positive difference is in favour of `a`.
  const [x, y] = goal === 'min' ? [values[1], values[0]] : values
  const test = welch(x, y)
  const known = test.kind === 'defined' ? test : null
  const isMany = Math.min(x.length, y.length) >= permutationSeeds
  const permuted = isMany ? permutationTest(x, y) : null
  const effect = hedgesG(x, y)
  const ranks = mannWhitney(y, x)
  return {
    a,
    b,
    difference: goal === 'min' ? b.mean - a.mean : a.mean - b.mean,
    interval: known?.interval ?? null,
    p: known?.p ?? null,
    adjustedP: known?.p ?? null,
    permutationP: permuted?.kind === 'defined' ? permuted.p : null,
    effect: effect.kind === 'defined' ? effect.g : null,
    probabilityBetter: ranks.kind === 'defined' ? ranks.probability : null,
    finding: known === null ? 'too-few-seeds' : 'within-noise',
  }
}

function adjusted(pairs: readonly SignificancePair[]): readonly SignificancePair[] {
  const tested = pairs.filter(({ p }) => p !== null)
  const values = holm(tested.map(({ p }) => p ?? 1))
  const byPair = new Map(tested.map((pair, place) => [pair, values[place] ?? 1]))
  return pairs.map((pair) => {
    const adjustedP = byPair.get(pair)
    if (adjustedP === undefined) return pair
    return { ...pair, adjustedP, finding: adjustedP <= alpha ? 'differs' : 'within-noise' }
  })
}

function smallestOf(groups: readonly GroupEstimate[]): number | null {
  const seeds = groups.filter(({ n }) => n > 1).map(({ n }) => n)
  if (seeds.length === 0) return null
  const found = smallestDifference(Math.min(...seeds))
  return found.kind === 'defined' ? found.effect : null
}
