import { goalOf, type Goal, type MetricSummary, type Objective, type Run } from '@runoff/core'

/** Which of a metric's values stands for a run. */
export const metricReducers = ['best', 'last', 'min', 'max', 'atBest'] as const

export type MetricReducer = (typeof metricReducers)[number]

/** Why a run has no value of a metric. */
export type MissingMetric = 'not-logged' | 'last-only' | 'no-direction' | 'no-best' | 'needs-series'

/** The value of a metric that stands for a run. */
export type ReducedMetric =
  | {
      readonly value: number
      /** Which end of the truth it is, where a sample tells no more than that. */
      readonly bound: Goal | null
      /** The source knows no value but the last. */
      readonly isLastOnly: boolean
      readonly missing: null
    }
  | { readonly value: null; readonly missing: MissingMetric }

export function isMetricReducer(text: unknown): text is MetricReducer {
  return metricReducers.some((reducer) => reducer === text)
}

/**
 * Returns the value of a metric that stands for a run, from its summary alone.
 *
 * Units: those of the metric. Missing: `missing` says why, and nothing is guessed: the value at the
 * step at which the objective was best is known only where the summary tells it, or where a value
 * that it tells was logged at that very step.
 */
export function reduceMetric(
  run: Run,
  metric: string,
  reducer: MetricReducer,
  objective: Objective,
): ReducedMetric {
  const summary = run.metrics.get(metric)
  if (summary === undefined) return missing('not-logged')
  switch (reducer) {
    case 'last':
      return known(summary.last)
    case 'min':
    case 'max':
      return extreme(summary, reducer)
    case 'best':
      return bestOf(summary, metric === objective.metric ? objective.goal : goalOf(metric)?.goal)
    default:
      return atBest(run, metric, summary, objective)
  }
}

function bestOf(summary: MetricSummary, goal: Goal | undefined): ReducedMetric {
  if (goal === undefined) return missing('no-direction')
  const found = extreme(summary, goal)
  if (found.value !== null || summary.last === null) return found
  return { value: summary.last, bound: null, isLastOnly: true, missing: null }
}

function extreme(summary: MetricSummary, end: Goal): ReducedMetric {
  const value = end === 'min' ? summary.min : summary.max
  if (value === null) return missing(summary.last === null ? 'not-logged' : 'last-only')
  const isLastOnly = summary.basis === 'last-only'
  return { value, bound: summary.basis === 'sampled' ? end : null, isLastOnly, missing: null }
}

function atBest(
  run: Run,
  metric: string,
  summary: MetricSummary,
  objective: Objective,
): ReducedMetric {
  const { goal } = objective
  if (metric === objective.metric) return bestOf(summary, goal)
  const judged = run.metrics.get(objective.metric)
  if (judged === undefined) return missing('no-best')
  if (metric === objective.metric.replace(/^eval\//u, 'train/')) {
    const paired = goal === 'min' ? judged.trainAtMin : judged.trainAtMax
    if (paired !== undefined && paired !== null) return known(paired)
  }
  const step = goal === 'min' ? judged.minStep : judged.maxStep
  if (step === null) return missing('no-best')
  if (summary.lastStep === step) return known(summary.last)
  if (summary.minStep === step) return known(summary.min)
  return summary.maxStep === step ? known(summary.max) : missing('needs-series')
}

function known(value: number | null): ReducedMetric {
  if (value === null) return missing('not-logged')
  return { value, bound: null, isLastOnly: false, missing: null }
}

function missing(reason: MissingMetric): ReducedMetric {
  return { value: null, missing: reason }
}
