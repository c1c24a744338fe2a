import { RunoffError } from '../errors.ts'
import type { Goal } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { expectedMaximum } from '../stats/expectedMaximum.ts'
import { goalSign } from './goalSign.ts'
import { noiseOfCurve } from './noiseOf.ts'
import { effectiveSampleSize } from './sampleSize.ts'
import { smoothCurve, subtractRollingMedian, type SmoothedCurve } from './smoothCurve.ts'

export interface SelectCheckpointOptions {
  /** Evaluations averaged around each point, odd, at least 3. @default 3, or 5 from 15 evaluations */
  readonly window?: number
  /** The steps that have a checkpoint; without it, every step may be chosen. */
  readonly savedSteps?: readonly number[]
  /**
   * `best` takes the best smoothed value; `one-standard-error` the earliest that is not behind it
   * by more than its standard error, where training longer costs. @default 'best'
   */
  readonly rule?: 'best' | 'one-standard-error'
}

/** The best of the logged values, as trackers show it. */
export interface BestSingle {
  readonly step: number
  readonly value: number
  /** By about how much it is too good to be true, in the metric's unit; `null` without a noise. */
  readonly optimism: number | null
}

export type CheckpointChoice =
  | {
      readonly kind: 'defined'
      readonly step: number
      readonly epoch: number | null
      /** Smoothed value there. */
      readonly value: number
      /** Logged value there. */
      readonly rawValue: number
      readonly window: number
      /** How many finite evaluations there are. */
      readonly evals: number
      /** Sd of one evaluation around the trend; `null` where too few have two neighbours. */
      readonly noise: number | null
      /** Of all evaluations, saved or not. */
      readonly bestSingle: BestSingle
    }
  | Undefined

const fewestEvals = 5
/** Evaluations over which the trend is taken out before their independence is judged. */
const trendWindow = 11

/**
 * Returns the step of a run whose checkpoint to keep: where the smoothed metric is best.
 *
 * The lowest of many noisy evaluations was lucky: it is chosen for its noise and reports too good a
 * value. Averaging a few around each step makes both smaller. Shape: one series in, one answer out.
 * Units: those of the metric. Equal values: the earliest step. Missing: nothing is averaged across a
 * value that is not finite or a restart; fewer than 5 finite evaluations are `too-few-points`, and
 * so it is where no saved step has a smoothed value.
 *
 * `optimism` is the noise of one evaluation times the expected maximum of as many normal values as
 * the evaluations are worth. In simulation that is right for independent noise around a level curve,
 * up to 0.5 sd too much where the curve still falls, as fewer evaluations then compete, and too
 * little where the noise changes slowly.
 *
 * @throws {RunoffError} `bad-option` when the goal, the window or the rule is none that exists.
 */
export function selectCheckpoint(
  series: MetricSeries,
  goal: Goal,
  { window, savedSteps, rule = 'best' }: SelectCheckpointOptions = {},
): CheckpointChoice {
  checkRule(rule)
  const sign = goalSign(goal)
  const smoothed = smoothCurve(series, window)
  if (smoothed.evals < fewestEvals) return undefinedFor('too-few-points')
  const costs = costsOf(series, smoothed, sign, savedSteps)
  const best = lowestPlace(costs)
  if (best === null) return undefinedFor('too-few-points')
  const noise = noiseOfCurve(series)
  const allowed = rule === 'best' ? 0 : (noise ?? 0) / Math.sqrt(smoothed.counts[best] ?? 1)
  const place = costs.findIndex((cost) => cost <= (costs[best] ?? NaN) + allowed)
  const epoch = series.epochs?.[place] ?? NaN
  return {
    kind: 'defined',
    step: series.steps[place] ?? NaN,
    epoch: Number.isFinite(epoch) ? epoch : null,
    value: smoothed.values[place] ?? NaN,
    rawValue: series.values[place] ?? NaN,
    window: smoothed.window,
    evals: smoothed.evals,
    noise,
    bestSingle: bestSingleOf(series, sign, noise),
  }
}

/** Smoothed values, lower is better, `NaN` where no checkpoint may be chosen. */
function costsOf(
  { steps }: MetricSeries,
  smoothed: SmoothedCurve,
  sign: 1 | -1,
  savedSteps: readonly number[] | undefined,
): Float64Array {
  const saved = savedSteps === undefined ? null : new Set(savedSteps)
  return smoothed.values.map((value, i) =>
    saved === null || saved.has(steps[i] ?? NaN) ? sign * value : NaN,
  )
}

function bestSingleOf(series: MetricSeries, sign: 1 | -1, noise: number | null): BestSingle {
  const place = lowestPlace(series.values.map((value) => sign * value)) ?? -1
  return {
    step: series.steps[place] ?? NaN,
    value: series.values[place] ?? NaN,
    optimism: noise === null ? null : noise * expectedLuck(series.values),
  }
}

/** How far the luckiest of the evaluations is expected to be off, in sd of one. */
function expectedLuck(values: Float64Array): number {
  const finite = Array.from(values).filter(Number.isFinite)
  const size = effectiveSampleSize(subtractRollingMedian(finite, trendWindow))
  const worth = size.kind === 'defined' ? Math.min(finite.length, Math.max(1, size.ess)) : 1
  return expectedMaximum(worth)
}

/** The first place of the lowest finite cost. */
function lowestPlace(costs: Float64Array): number | null {
  let best: number | null = null
  for (let i = 0; i < costs.length; i++) {
    const cost = costs[i] ?? NaN
    if (Number.isFinite(cost) && (best === null || cost < (costs[best] ?? NaN))) best = i
  }
  return best
}

function checkRule(rule: string): void {
  if (rule === 'best' || rule === 'one-standard-error') return
  throw new RunoffError(
    'bad-option',
    `A checkpoint is chosen by the rule "best" or "one-standard-error", and got "${rule}". Pass one of these.`,
  )
}
