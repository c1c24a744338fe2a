import type { StoredSeries, StoredSeriesQuery } from '../metricStore.ts'
import { nothingLogged, shownSeries } from '../shownSeries.ts'
import type { Tables } from './tables.ts'

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
  if (metric === null || facts === null) return { metric: name, series: nothingLogged, notices: [] }
  const window = tables.points.read(run, metric, query)
  return { metric: name, series: shownSeries(facts, window, query), notices: facts.notices }
}
