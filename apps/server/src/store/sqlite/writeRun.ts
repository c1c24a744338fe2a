import { RunoffError, type MetricSummary, type Run } from '@runoff/core'
import { changeRun } from '../changeRun.ts'
import type { RunChange, RunRecord, SaveOutcome } from '../metricStore.ts'
import { joinStretches } from './joinStretches.ts'
import type { Tables } from './tables.ts'

/** Keeps a run and its series in place of what was there. Call it inside a transaction. */
export function saveRun(tables: Tables, record: RunRecord): SaveOutcome {
  const { run, series, contentHash } = record
  const known = tables.runs.find(run.id)
  if (known?.contentHash === contentHash) return 'unchanged'
  const experiment = tables.experiments.numberOf(record.experimentId)
  const number = tables.runs.write(experiment, run, contentHash)
  const before = tables.points.stretches(number, tables.series.metrics(number))
  for (const table of [tables.summaries, tables.series, tables.points]) table.clear(number)
  writeSummaries(tables, number, run.metrics)
  for (const [name, points] of series) {
    const metric = tables.names.intern(name)
    tables.series.add(number, metric, points, record.notices?.get(name) ?? [])
    tables.points.add(number, metric, points, 0)
  }
  const after = tables.points.stretches(number, tables.series.metrics(number))
  tables.changes.add(number, joinStretches(before, after))
  return known === null ? 'created' : 'replaced'
}

/** Makes a run without points, or returns the one that has its id. Call it inside a transaction. */
export function createRun(tables: Tables, experimentId: string, run: Run): Run {
  const experiment = tables.experiments.numberOf(experimentId)
  const known = tables.runs.find(run.id)
  if (known !== null) {
    if (known.experimentId !== experimentId) throw elsewhere()
    return tables.runs.read(known.number)
  }
  const number = tables.runs.write(experiment, run, '')
  writeSummaries(tables, number, run.metrics)
  tables.changes.add(number)
  return tables.runs.read(number)
}

function elsewhere(): RunoffError {
  return new RunoffError(
    'bad-run',
    'A run of another experiment has this id. Give the run an id of its own.',
  )
}

/** Changes what is known of a run. Call it inside a transaction. */
export function updateRun(tables: Tables, runId: string, change: RunChange): Run {
  const { number } = tables.runs.require(runId)
  tables.runs.update(number, changeRun(tables.runs.read(number), change))
  for (const [name, value] of change.summary ?? []) {
    const metric = tables.names.intern(name)
    const hasPoints = tables.series.read(number, metric) !== null
    if (!hasPoints) tables.summaries.write(number, metric, ofWholeRun(value))
  }
  for (const [name, notices] of change.notices ?? []) {
    tables.series.tell(number, tables.names.intern(name), notices)
  }
  tables.changes.add(number)
  return tables.runs.read(number)
}

/** Archives a run or takes it back. Call it inside a transaction. */
export function setArchived(tables: Tables, runId: string, archived: boolean): void {
  const { number } = tables.runs.require(runId)
  tables.runs.setArchived(number, archived)
  tables.changes.add(number)
}

function writeSummaries(tables: Tables, run: number, metrics: Run['metrics']): void {
  for (const [name, summary] of metrics) {
    tables.summaries.write(run, tables.names.intern(name), summary)
  }
}

function ofWholeRun(last: number): MetricSummary {
  const unknown = { min: null, max: null, minStep: null, maxStep: null, lastStep: null }
  return { ...unknown, last, count: 1, basis: 'summary' }
}
