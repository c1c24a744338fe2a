import { summarizeSeries, type MetricSeries, type Notice } from '@runoff/core'
import { joinStretches } from './joinStretches.ts'
import type { Tables } from './tables.ts'
import { writeTrainValues } from './writeTrainValues.ts'

/** Puts series in the place of those of the same metrics. Call it inside a transaction. */
export function replaceSeries(
  tables: Tables,
  runId: string,
  seriesByMetric: ReadonlyMap<string, MetricSeries>,
  notices: ReadonlyMap<string, readonly Notice[]>,
): void {
  const run = tables.runs.require(runId).number
  if (seriesByMetric.size === 0) return
  const metrics = Array.from(seriesByMetric.keys(), (name) => tables.names.intern(name))
  const before = tables.points.stretches(run, metrics)
  for (const [name, series] of seriesByMetric) {
    replaceOne(tables, run, { name, series, notices: notices.get(name) ?? [] })
  }
  writeTrainValues(tables, run, seriesByMetric.keys())
  tables.changes.add(run, joinStretches(before, tables.points.stretches(run, metrics)))
}

interface Replacement {
  readonly name: string
  readonly series: MetricSeries
  readonly notices: readonly Notice[]
}

/** A series without points leaves nothing of the metric. */
function replaceOne(tables: Tables, run: number, { name, series, notices }: Replacement): void {
  const metric = tables.names.intern(name)
  const segment = tables.points.latestSegment(run, metric)
  for (const table of [tables.summaries, tables.series, tables.points]) table.clear(run, metric)
  if (series.steps.length === 0) return
  tables.series.add(run, metric, series, notices)
  tables.points.add(run, metric, series, segment)
  tables.summaries.write(run, metric, summarizeSeries(series))
}
