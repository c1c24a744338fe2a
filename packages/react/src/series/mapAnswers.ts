import type { MetricSeries, RunoffError } from '@runoff/core'

/** Which metric of which run is meant. */
export interface SeriesName {
  readonly runId: string
  readonly metric: string
}

type Answers<Answer> = readonly (Answer | undefined)[]

/** Returns by run id and metric what was read of them; the answers are in the order of the names. */
export function mapSeries(
  names: readonly SeriesName[],
  answers: Answers<{ readonly series: MetricSeries | null }>,
): ReadonlyMap<string, ReadonlyMap<string, MetricSeries>> {
  const runs = new Map<string, Map<string, MetricSeries>>()
  names.forEach(({ runId, metric }, i) => {
    const series = answers[i]?.series ?? null
    if (series === null) return
    const run = runs.get(runId) ?? new Map<string, MetricSeries>()
    runs.set(runId, run.set(metric, series))
  })
  return runs
}

/** Returns by run id the first thing that went wrong with it. */
export function mapErrors(
  names: readonly SeriesName[],
  answers: Answers<{ readonly error: RunoffError | null }>,
): ReadonlyMap<string, RunoffError> {
  const errors = new Map<string, RunoffError>()
  names.forEach(({ runId }, i) => {
    const error = answers[i]?.error ?? null
    if (error !== null && !errors.has(runId)) errors.set(runId, error)
  })
  return errors
}
