import { checkGoal } from '../decide/objective.ts'
import { finish } from './work.ts'
import type { Goal } from '../run/run.ts'
import { undefinedFor, type Undefined } from './answer.ts'
import { checkDraws } from './checkOptions.ts'
import { mean, squaredDeviations } from './moments.ts'
import { groupsFault, spreadFault } from './pairComparison.ts'
import { seededRandom } from './random.ts'

export interface ProbabilityBestOptions {
  /** Uniform numbers in [0, 1). @default seededRandom(1) */
  readonly random?: () => number
  /** How often all means are drawn. @default 20 000, which is right to ± 0.007 */
  readonly draws?: number
}

export interface ProbabilityBestResult {
  readonly kind: 'defined'
  /** For each group the chance that its mean is the best; they sum to 1. */
  readonly probabilities: readonly number[]
}

/**
 * Returns for each group the chance that its true mean is the best, as far as its values tell.
 *
 * Shape: one list of values for each group; the answer in the same order. Means are drawn from
 * Student's distribution about those seen, with each group's own spread; a group of one value, or of
 * equal ones, borrows the pooled spread. The order of groups and of values does not matter.
 *
 * Missing: `too-few-groups` below two, `not-finite`, `too-few-values` for an empty group, `no-noise`
 * where no group has two values, `no-variance` where none varies.
 *
 * @throws {RunoffError} `bad-option` for draws that are no whole number of at least 1.
 * @see Box & Tiao (1973), Bayesian Inference in Statistical Analysis, section 2.5; Bailey (1994) for
 * the draws.
 */
export function probabilityBest(
  groups: readonly (readonly number[])[],
  goal: Goal,
  options: ProbabilityBestOptions = {},
): ProbabilityBestResult | Undefined {
  return finish(probabilityBestWork(groups, goal, options))
}

/** The same in small steps of about a millisecond; yields the share that is done, from 0 to 1. */
export function* probabilityBestWork(
  groups: readonly (readonly number[])[],
  goal: Goal,
  { random = seededRandom(1), draws = 20_000 }: ProbabilityBestOptions = {},
): Generator<number, ProbabilityBestResult | Undefined, void> {
  checkDraws(draws)
  checkGoal({ metric: '', goal })
  const fault = groupsFault(groups, 1)
  if (fault !== null) return undefinedFor(fault)
  const df = groups.reduce((sum, group) => sum + group.length - 1, 0)
  if (df === 0) return undefinedFor('no-noise')
  const squares = groups.map(squaredDeviations).toSorted((a, b) => a - b)
  const pooled = { variance: squares.reduce((sum, square) => sum + square, 0) / df, df }
  const badSpread = spreadFault(pooled.variance)
  if (badSpread !== null) return badSpread
  const beliefs = groups.map((group, place) => beliefIn(group, { place, pooled, goal }))
  // Draws are handed out in an order that does not depend on that of the groups.
  beliefs.sort((a, b) => a.mean - b.mean || a.scale - b.scale || a.df - b.df)
  const wins = groups.map(() => 0)
  const perStep = Math.ceil(drawsPerStep / groups.length)
  for (let draw = 0; draw < draws; draw++) {
    if (draw > 0 && draw % perStep === 0) yield draw / draws
    const place = drawBest(beliefs, random)
    wins[place] = (wins[place] ?? 0) + 1
  }
  return { kind: 'defined', probabilities: wins.map((count) => count / draws) }
}

const drawsPerStep = 10_000

/** Where the true mean of a group lies: Student's distribution, turned so that lower is better. */
interface Belief {
  readonly place: number
  readonly mean: number
  readonly scale: number
  readonly df: number
}

interface BeliefContext {
  readonly place: number
  readonly pooled: { readonly variance: number; readonly df: number }
  readonly goal: Goal
}

function beliefIn(values: readonly number[], { place, pooled, goal }: BeliefContext): Belief {
  const squares = squaredDeviations(values)
  const own = { variance: squares / (values.length - 1), df: values.length - 1 }
  const { variance, df } = squares === 0 ? pooled : own
  const sign = goal === 'min' ? 1 : -1
  return { place, mean: sign * mean(values), scale: Math.sqrt(variance / values.length), df }
}

function drawBest(beliefs: readonly Belief[], random: () => number): number {
  let [place, lowest] = [0, Infinity]
  for (const belief of beliefs) {
    const value = belief.mean + belief.scale * drawStudent(belief.df, random)
    if (value < lowest) [place, lowest] = [belief.place, value]
  }
  return place
}

/** By Bailey's polar method; 1 − u because u can be 0. */
function drawStudent(df: number, random: () => number): number {
  const radius = Math.sqrt(df * Math.expm1((-2 / df) * Math.log(1 - random())))
  return radius * Math.cos(2 * Math.PI * random())
}
