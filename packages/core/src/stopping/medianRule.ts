import { medianOfSorted } from '../curves/median.ts'
import { checkGoal } from '../decide/objective.ts'
import { RunoffError } from '../errors.ts'
import type { Goal } from '../run/run.ts'
import { firstAbove } from '../series/findStep.ts'
import type { MetricSeries } from '../series/series.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { carriedValue } from '../series/carriedValue.ts'
import { bestUpTo, isWorse } from './curve.ts'

/** A curve and the past curves that it is judged by. */
export interface RuleInput {
  readonly past: readonly MetricSeries[]
  readonly series: MetricSeries
  /** The step at which the curve is judged. */
  readonly step: number
  readonly goal: Goal
}

export interface MedianRuleOptions {
  /** How many past curves must have a value by this step. @default 5 */
  readonly minimumRuns?: number
  /** Before this step no curve is stopped. @default none */
  readonly warmupSteps?: number
}

export type MedianRule =
  | Undefined
  | {
      readonly kind: 'defined'
      readonly stops: boolean
      /** The best value of the curve so far; `null` where no value so far is finite. */
      readonly best: number | null
      /** Of the past curves at this step. */
      readonly median: number
      /** How many past curves had a value by this step. */
      readonly runs: number
    }

/**
 * Returns whether the best value of a curve so far is worse than the median of past curves at a
 * step. It is a rule, not an advice: `stoppingAdvice` says when to trust it.
 *
 * Units: those of the metric and of its steps. A past curve counts with its last finite value at or
 * before the step, so curves that were evaluated at other steps are compared too. A curve that is
 * equal to the median goes on. Missing: a curve that has points but no finite value stops.
 *
 * Undefined: `too-few-points` where the curve has no point by this step, `too-few-runs` where too
 * few past curves have a value by then.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`, or `minimumRuns` is
 * no whole number of at least 1.
 * @see Golovin et al., Google Vizier: a service for black-box optimization, KDD (2017), 3.2.2.
 */
export function medianRule(
  { past, series, step, goal }: RuleInput,
  options: MedianRuleOptions = {},
): MedianRule {
  const { minimumRuns = 5, warmupSteps = -Infinity } = options
  checkGoal({ metric: '', goal })
  checkMinimum(minimumRuns)
  if (firstAbove(series.steps, step) === 0) return undefinedFor('too-few-points')
  const values = valuesAt(past, step)
  if (values.length < minimumRuns) return undefinedFor('too-few-runs')
  const median = medianOfSorted(values)
  const best = bestUpTo(series, step, goal)
  const isBehind = best === null || isWorse(best, median, goal)
  return {
    kind: 'defined',
    stops: isBehind && step >= warmupSteps,
    best,
    median,
    runs: values.length,
  }
}

/** Returns the values of curves at a step, lowest first; curves that have none yet are left out. */
export function valuesAt(past: readonly MetricSeries[], step: number): Float64Array {
  const values = past.map((curve) => carriedValue(curve, step)).filter((value) => value !== null)
  // Typed, for it is sorted once per evaluation of every run that is held out.
  return Float64Array.from(values).sort()
}

function checkMinimum(minimumRuns: number): void {
  if (Number.isInteger(minimumRuns) && minimumRuns >= 1) return
  throw new RunoffError(
    'bad-option',
    `medianRule needs a whole minimumRuns of at least 1, and got ${minimumRuns}.`,
  )
}
