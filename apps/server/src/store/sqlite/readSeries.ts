import type { MetricSeries } from '@runoff/core'
import type { StoredSeries, StoredSeriesQuery } from '../metricStore.ts'
import type { PointWindow } from './pointTable.ts'
import type { SeriesFacts } from './seriesTable.ts'
import type { Tables } from './tables.ts'

const nothing: MetricSeries = {
  steps: new Float64Array(0),
  values: new Float64Array(0),
  timesMs: null,
  epochs: null,
  basis: 'full',
  total: 0,
}

/** Returns the series of a run that the query asks for, in its order. */
export function readSeries(
  tables: Tables,
  runId: string,
  query: StoredSeriesQuery,
): readonly StoredSeries[] {
  const run = tables.runs.require(runId)
  const wanted = query.metrics ?? tables.series.names(run.number)
  return wanted.map((name) => readOne(tables, run.number, name, query))
}

function readOne(
  tables: Tables,
  run: number,
  name: string,
  query: StoredSeriesQuery,
): StoredSeries {
  const metric = tables.names.find(name)
  const facts = metric === null ? null : tables.series.read(run, metric)
  if (metric === null || facts === null) return { metric: name, series: nothing, notices: [] }
  const window = tables.points.read(run, metric, query)
  return { metric: name, series: seriesOf(facts, window, query), notices: facts.notices }
}

function seriesOf(
  facts: SeriesFacts,
  { columns, count, isSampled }: PointWindow,
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
