import { trainMetricOf } from '../run/metricNames.ts'
import type { Objective, Run } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { carriedValue } from '../series/carriedValue.ts'
import type { Estimate, SeriesOfRuns } from './estimate.ts'
import { isBetter } from './objective.ts'

/** What the composite score of a run is made of. */
export interface ScoreBreakdown {
  /** From 100 for the best value down. */
  readonly evalScore: number
  /** 100, 80, 60 or 30 as the gap grows, 40 where it is negative; `null` without a training value. */
  readonly overfitScore: number | null
  /** How much worse the evaluation is than the training, in the metric's unit; `null` if unknown. */
  readonly gap: number | null
  /** The training metric that the gap was taken to. */
  readonly trainValue: number | null
  /** `at-best`: at the step of the best value; `last`: the last one, all that is known. */
  readonly gapBasis: 'at-best' | 'last' | null
}

/** A run, its score, and what the score was computed from. */
export interface RunScore {
  readonly run: Run
  /** The higher the better. */
  readonly score: number
  readonly value: Estimate
  readonly breakdown: ScoreBreakdown
}

/** Below so large a gap the overfit score is this. */
const gapScores: readonly (readonly [number, number])[] = [
  [0.05, 100],
  [0.1, 80],
  [0.2, 60],
]
const largeGapScore = 30
const negativeGapScore = 40

/** 0.3 - 0.2 is a little less than 0.1 in floating point, and must not count as less. */
const slack = 1e-9

const evalWeight = 0.7

/**
 * Returns the composite score of each run: 70 % for its value beside the best one, 30 % for the gap
 * between evaluation and training. In the order given.
 *
 * Values: 100 × best ÷ value where all are positive (value ÷ best where higher is better),
 * otherwise linear from 100 at the best to 0 at the worst, 100 for all where they are equal. Gap:
 * below 0.05 it scores 100, below 0.1 80, below 0.2 60, above that 30, and 40 where negative.
 * Missing: without a training value of the same metric the value's score counts alone. `series`
 * serves to read the training value at the step of the best evaluation, no more.
 */
export function scoreRuns(
  estimates: ReadonlyMap<Run, Estimate>,
  objective: Objective,
  series?: SeriesOfRuns,
): readonly RunScore[] {
  const toScore = valueScale(
    Array.from(estimates.values(), ({ value }) => value),
    objective,
  )
  return Array.from(estimates, ([run, value]) => {
    const evalScore = toScore(value.value)
    const breakdown = { evalScore, ...overfit(run, { value, objective, series }) }
    return { run, score: compositeOf(breakdown), value, breakdown }
  })
}

function compositeOf({
  evalScore,
  overfitScore,
}: Pick<ScoreBreakdown, 'evalScore' | 'overfitScore'>): number {
  if (overfitScore === null) return evalScore
  return evalWeight * evalScore + (1 - evalWeight) * overfitScore
}

/** Returns what turns a value into 0 to 100. */
function valueScale(values: readonly number[], objective: Objective): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const [best, worst] = objective.goal === 'min' ? [low, high] : [high, low]
  if (low === high) return () => 100
  if (low > 0) {
    return objective.goal === 'min'
      ? (value) => 100 * (best / value)
      : (value) => 100 * (value / best)
  }
  // Where the span of the largest numbers is no number, that of their halves is.
  const scale = Number.isFinite(best - worst) ? 1 : 0.5
  const span = best * scale - worst * scale
  // Nothing over a negative span is -0, which must not be seen.
  return (value) => 100 * ((value * scale - worst * scale) / span) + 0
}

type Overfit = Omit<ScoreBreakdown, 'evalScore'>

const noTrainValue: Overfit = { overfitScore: null, gap: null, trainValue: null, gapBasis: null }

interface OverfitContext {
  readonly value: Estimate
  readonly objective: Objective
  readonly series: SeriesOfRuns | undefined
}

function overfit(run: Run, { value, objective, series }: OverfitContext): Overfit {
  const found = trainValueOf(run, objective, series)
  if (found === null) return noTrainValue
  const worse = objective.goal === 'min' ? value.value - found.value : found.value - value.value
  const gap = Math.abs(worse) < slack ? 0 : worse
  return { overfitScore: gapScore(gap), gap, trainValue: found.value, gapBasis: found.basis }
}

function gapScore(gap: number): number {
  if (gap < 0) return negativeGapScore
  return gapScores.find(([limit]) => limit - gap > slack)?.[1] ?? largeGapScore
}

interface TrainValue {
  readonly value: number
  readonly basis: 'at-best' | 'last'
}

/** The same metric in training at the step of the best evaluation, or the last where that is all. */
function trainValueOf(
  run: Run,
  objective: Objective,
  series: SeriesOfRuns | undefined,
): TrainValue | null {
  const metric = trainMetricOf(objective.metric)
  if (metric === null) return null
  const step = bestStepOf(run, objective, series)
  const curve = series?.get(run.id)?.get(metric)
  const drawn = curve === undefined || step === null ? null : carriedValue(curve, step)
  const summary = run.metrics.get(objective.metric)
  const known = drawn ?? (objective.goal === 'min' ? summary?.trainAtMin : summary?.trainAtMax)
  if (known != null && Number.isFinite(known)) return { value: known, basis: 'at-best' }
  return summarizedTrainValue(run, metric, step)
}

function bestStepOf(
  run: Run,
  objective: Objective,
  series: SeriesOfRuns | undefined,
): number | null {
  const curve = series?.get(run.id)?.get(objective.metric)
  const drawn = curve === undefined ? null : stepOfBest(curve, objective)
  const summary = run.metrics.get(objective.metric)
  return drawn ?? (objective.goal === 'min' ? summary?.minStep : summary?.maxStep) ?? run.best.step
}

function stepOfBest({ steps, values }: MetricSeries, objective: Objective): number | null {
  let best = -1
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isFinite(value)) continue
    if (best < 0 || isBetter(value, values[best] as number, objective)) best = i
  }
  return best < 0 ? null : (steps[best] as number)
}

function summarizedTrainValue(run: Run, metric: string, step: number | null): TrainValue | null {
  const summary = run.metrics.get(metric)
  if (summary === undefined) return null
  const { last, lastStep, min, minStep, max, maxStep } = summary
  const known = [
    [lastStep, last],
    [minStep, min],
    [maxStep, max],
  ] as const
  const atBest = step === null ? undefined : known.find(([at]) => at === step)?.[1]
  if (atBest != null && Number.isFinite(atBest)) return { value: atBest, basis: 'at-best' }
  return last !== null && Number.isFinite(last) ? { value: last, basis: 'last' } : null
}
