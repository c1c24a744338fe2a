import type { Basis, MetricSeries, StepUnit } from '@runoff/core'
import type { StoredSeriesQuery } from './metricStore.ts'

/** What a store knows of a series beside its points. */
export interface ShownFacts {
  readonly stepUnit: StepUnit
  readonly basis: Basis
  readonly total: number | null
}

/** The points of a series that a query asks for. */
export interface ShownWindow {
  readonly columns: Pick<MetricSeries, 'steps' | 'values' | 'timesMs' | 'epochs'>
  /** How many points the window has. */
  readonly count: number
  readonly isSampled: boolean
}

/** What is shown of a metric that a run has not logged. */
export const nothingLogged: MetricSeries = {
  steps: new Float64Array(0),
  values: new Float64Array(0),
  timesMs: null,
  epochs: null,
  basis: 'full',
  total: 0,
}

/** Returns what a query is shown of a series. */
export function shownSeries(
  facts: ShownFacts,
  { columns, count, isSampled }: ShownWindow,
  { from, to, since }: StoredSeriesQuery,
): MetricSeries {
  const isWhole = from === undefined && to === undefined && since === undefined
  // How many points lie in a part of a series that came here sampled, nobody told.
  const inPart = facts.basis === 'full' ? count : null
  return {
    ...columns,
    basis: isSampled ? 'sampled' : facts.basis,
    total: isWhole ? facts.total : inPart,
    ...(facts.stepUnit === 'step' ? {} : { stepUnit: facts.stepUnit }),
  }
}
