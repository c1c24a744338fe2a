import type { Goal } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { bestsOf, isWorse, lastStepOf } from './curve.ts'
import { streaks } from './streaks.ts'

/** What the median rule would have done to runs whose end is known. */
export interface BackTest {
  /** How many past runs were held out, each once, and judged by the others. */
  readonly runs: number
  /** How many of these the rule would have stopped. */
  readonly stopped: number
  /** In how many trials the rule would have stopped the run that ended best. */
  readonly stoppedBest: number
  /**
   * A trial takes a past run and those that ended no better, so that it is the eventual best of
   * them, and judges it by the others. Trials share runs: they are fewer pieces of evidence than
   * they are.
   */
  readonly trials: number
  /** Share of all steps that were taken after the rule would have stopped; `null` for no steps. */
  readonly savedShare: number | null
}

export interface BackTestOptions {
  readonly goal: Goal
  /** How many evaluations in a row must be worse than the median. @default 2 */
  readonly patience?: number
  /** How many other runs a run must be judged by. @default 4 */
  readonly minimumRuns?: number
}

/**
 * Returns what the median rule with patience would have done to past runs, each judged by the rest.
 *
 * Units: `savedShare` is a share of steps, 0 to 1, of all runs together. Missing: a curve without a
 * finite value has no end to be judged by and is left out; with too few curves, 0 trials.
 */
export function backTest(curves: readonly MetricSeries[], options: BackTestOptions): BackTest {
  const { goal, patience = 2, minimumRuns = 4 } = options
  const rule = { goal, patience, minimumRuns }
  const ended = curves.flatMap((series) => {
    const final = bestsOf(series.values, goal).at(-1) ?? null
    return final === null ? [] : [{ series, final }]
  })
  const heldOut = ended.map((one) => {
    const others = ended.filter((other) => other !== one)
    const noBetter = others.filter((other) => !isWorse(one.final, other.final, goal))
    const isTrial = noBetter.length >= minimumRuns
    return {
      length: lastStepOf(one.series) ?? 0,
      stoppedAt: stopStep(one.series, seriesOf(others), rule),
      isTrial,
      isBestStopped: isTrial && stopStep(one.series, seriesOf(noBetter), rule) !== null,
    }
  })
  return {
    runs: heldOut.length,
    stopped: heldOut.filter(({ stoppedAt }) => stoppedAt !== null).length,
    stoppedBest: heldOut.filter(({ isBestStopped }) => isBestStopped).length,
    trials: heldOut.filter(({ isTrial }) => isTrial).length,
    savedShare: savedShare(heldOut),
  }
}

interface Rule {
  readonly goal: Goal
  readonly patience: number
  readonly minimumRuns: number
}

function seriesOf(ended: readonly { readonly series: MetricSeries }[]): readonly MetricSeries[] {
  return ended.map(({ series }) => series)
}

/** The step at which the rule stops a curve; `null` where it never does before the last one. */
function stopStep(series: MetricSeries, past: readonly MetricSeries[], rule: Rule): number | null {
  let place = 0
  for (const streak of streaks(series, past, rule)) {
    // Nothing is left to save once the last evaluation is there.
    if (streak >= rule.patience && place < series.steps.length - 1)
      return series.steps[place] ?? null
    place += 1
  }
  return null
}

interface HeldOut {
  readonly length: number
  readonly stoppedAt: number | null
}

function savedShare(heldOut: readonly HeldOut[]): number | null {
  // Shortest first: the last digit of a sum depends on its order.
  const total = sum(heldOut.map(({ length }) => length))
  const saved = sum(heldOut.map(({ length, stoppedAt }) => length - (stoppedAt ?? length)))
  return total > 0 ? saved / total : null
}

function sum(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((total, value) => total + value, 0)
}
