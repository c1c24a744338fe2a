import type { Basis, Objective, Run } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { selectCheckpoint } from '../curves/selectCheckpoint.ts'
import { thinEvaluations } from '../curves/thinEvaluations.ts'
import { objectiveValue } from './objective.ts'

/** The one number that a run is judged by, and what it was computed from. */
export interface Estimate {
  /** In the metric's own unit. */
  readonly value: number
  readonly basis: Basis
  /** How many evaluations it was chosen from. */
  readonly n: number
  /**
   * `smoothed`: the best of a running mean over neighbouring evaluations, less a matter of luck than
   * the best single one; `best-logged`: the best single one; `last-logged`: nothing but the last is
   * known.
   */
  readonly method: 'best-logged' | 'last-logged' | 'smoothed'
}

/** Series by run id and metric, as `useMultiJobMetrics` gives them. */
export type SeriesOfRuns = ReadonlyMap<string, ReadonlyMap<string, MetricSeries>>

/** Evaluated this many times as often as another, a run has the luckier best. */
const unevenFrom = 1.5

/**
 * Returns what each run is judged by, all of them in the same way; runs without a finite value have
 * no entry.
 *
 * With a series of at least five finite evaluations for every run, that is the best smoothed value,
 * each run thinned to the evaluations per step of the sparsest: the lowest of a hundred noisy values
 * lies below the lowest of ten of the very same run. Otherwise it is the best logged value.
 */
export function estimateRuns(
  runs: readonly Run[],
  objective: Objective,
  series?: SeriesOfRuns,
): ReadonlyMap<Run, Estimate> {
  const judged = runs.filter((run) => objectiveValue(run, objective) !== null)
  return (
    smoothedEstimates(judged, objective, series) ??
    new Map(judged.flatMap((run) => loggedEstimate(run, objective)))
  )
}

function loggedEstimate(run: Run, objective: Objective): readonly (readonly [Run, Estimate])[] {
  const summary = run.metrics.get(objective.metric)
  const value = objectiveValue(run, objective)
  if (summary === undefined || value === null) return []
  const best = objective.goal === 'min' ? summary.min : summary.max
  const method = best === null || summary.basis === 'last-only' ? 'last-logged' : 'best-logged'
  return [[run, { value, basis: summary.basis, n: summary.count, method }]]
}

function smoothedEstimates(
  runs: readonly Run[],
  objective: Objective,
  series: SeriesOfRuns | undefined,
): ReadonlyMap<Run, Estimate> | null {
  if (series === undefined) return null
  const curves = runs.flatMap((run) => series.get(run.id)?.get(objective.metric) ?? [])
  if (curves.length < runs.length) return null
  const spacing = evenSpacing(curves)
  const estimates = new Map<Run, Estimate>()
  for (const [place, run] of runs.entries()) {
    const curve = curves[place]
    const estimate = curve === undefined ? null : smoothedEstimate(curve, objective, spacing)
    if (estimate === null) return null
    estimates.set(run, estimate)
  }
  return estimates
}

function smoothedEstimate(
  curve: MetricSeries,
  { goal }: Objective,
  spacing: number | null,
): Estimate | null {
  const count = spacing === null ? curve.steps.length : Math.floor(spanOf(curve) / spacing) + 1
  const chosen = selectCheckpoint(thinEvaluations(curve, count), goal)
  if (chosen.kind === 'undefined') return null
  return { value: chosen.value, basis: curve.basis, n: chosen.evals, method: 'smoothed' }
}

/** The widest spacing of the curves, where they differ enough to matter; `null` otherwise. */
function evenSpacing(curves: readonly MetricSeries[]): number | null {
  const spacings = curves.map(spacingOf)
  const widest = Math.max(...spacings)
  return widest >= unevenFrom * Math.min(...spacings) ? widest : null
}

function spacingOf(curve: MetricSeries): number {
  return spanOf(curve) / Math.max(1, curve.steps.length - 1)
}

function spanOf({ steps }: MetricSeries): number {
  return (steps.at(-1) ?? 0) - (steps[0] ?? 0)
}

/**
 * Returns how often each run was evaluated, per step where all of them tell their steps, else in
 * all; runs of which only the last value is known have no entry.
 */
export function evaluationRates(
  runs: readonly Run[],
  { metric }: Objective,
): ReadonlyMap<Run, number> {
  const known = runs.flatMap((run) => {
    const summary = run.metrics.get(metric)
    if (summary === undefined || summary.basis === 'last-only') return []
    return [{ run, count: summary.count, steps: summary.lastStep ?? run.step ?? 0 }]
  })
  const hasSteps = known.every(({ steps }) => steps > 0)
  return new Map(known.map(({ run, count, steps }) => [run, hasSteps ? count / steps : count]))
}

/** Whether the best of so many evaluations is luckier than that of so few. */
export function isLuckier(rate: number | undefined, other: number | undefined): boolean {
  return rate !== undefined && other !== undefined && rate >= unevenFrom * other
}
