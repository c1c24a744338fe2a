import { RunoffError, summarizeSeries, type MetricSeries } from '@runoff/core'
import { mergeSummaries } from '../mergeSummaries.ts'
import type { AppendOutcome, RunRecord, SaveOutcome } from '../metricStore.ts'
import type { Tables } from './tables.ts'

/** Keeps a run and its series in place of what was there. Call it inside a transaction. */
export function saveRun(tables: Tables, record: RunRecord): SaveOutcome {
  const { run, series, contentHash } = record
  const known = tables.runs.find(run.id)
  if (known?.contentHash === contentHash) return 'unchanged'
  const experiment = tables.experiments.numberOf(record.experimentId)
  const number = tables.runs.write(experiment, run, contentHash)
  for (const table of [tables.summaries, tables.series, tables.points]) table.clear(number)
  for (const [name, summary] of run.metrics) {
    tables.summaries.write(number, tables.names.intern(name), summary)
  }
  for (const [name, points] of series) {
    const metric = tables.names.intern(name)
    tables.series.add(number, metric, points, record.notices?.get(name) ?? [])
    tables.points.add(number, metric, points)
  }
  return known === null ? 'created' : 'replaced'
}

/** Adds points to a run. Call it inside a transaction. */
export function appendPoints(
  tables: Tables,
  runId: string,
  seriesByMetric: ReadonlyMap<string, MetricSeries>,
): AppendOutcome {
  const run = tables.runs.find(runId)
  if (run === null) throw new RunoffError('not-found', 'There is no run with this id.')
  let offered = 0
  let accepted = 0
  for (const [name, series] of seriesByMetric) {
    const metric = tables.names.intern(name)
    offered += series.steps.length
    accepted += appendSeries(tables, run.number, metric, series)
  }
  return { accepted, duplicates: offered - accepted }
}

/** Returns how many of the points were new. */
function appendSeries(
  { points, series, summaries }: Tables,
  run: number,
  metric: number,
  given: MetricSeries,
): number {
  const added = points.add(run, metric, given)
  const count = added.steps.length
  if (count === 0) return 0
  series.add(run, metric, { ...given, total: 0 }, [])
  series.grow(run, metric, count)
  const before = summaries.readOne(run, metric)
  const summary = summarizeSeries({ ...added, basis: given.basis, total: count })
  summaries.write(run, metric, before === null ? summary : mergeSummaries(before, summary))
  return count
}
