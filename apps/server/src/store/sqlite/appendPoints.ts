import { RunoffError, summarizeSeries, type MetricSeries, type MetricSummary } from '@runoff/core'
import { isTouched, mergeAdded } from '../mergeSummaries.ts'
import type { AppendOutcome } from '../metricStore.ts'
import type { AddedPoints } from './pointTable.ts'
import type { Tables } from './tables.ts'
import { writeTrainValues } from './writeTrainValues.ts'

/** Adds points to a run. Call it inside a transaction. */
export function appendPoints(
  tables: Tables,
  runId: string,
  seriesByMetric: ReadonlyMap<string, MetricSeries>,
  segment: number,
): AppendOutcome {
  const run = tables.runs.require(runId).number
  requireSegment(segment)
  const stretches = new Map<number, { readonly from: number; readonly to: number }>()
  let offered = 0
  let accepted = 0
  for (const [name, series] of seriesByMetric) {
    const metric = tables.names.intern(name)
    const { steps } = appendSeries(tables, { run, metric, segment }, series)
    offered += series.steps.length
    accepted += steps.length
    if (steps.length > 0) stretches.set(metric, stretchOf(steps))
  }
  if (accepted === 0) return { accepted, duplicates: offered }
  writeTrainValues(tables, run, seriesByMetric.keys())
  tables.changes.add(run, stretches)
  return { accepted, duplicates: offered - accepted }
}

function requireSegment(segment: number): void {
  if (Number.isSafeInteger(segment) && segment >= 0) return
  throw new RunoffError(
    'bad-run',
    `A segment has the number ${segment}. Count from 0 how often the run was started again.`,
  )
}

/** The steps of points rise, but for those of a caller who does not keep to it. */
function stretchOf(steps: Float64Array): { readonly from: number; readonly to: number } {
  let from = Infinity
  let to = -Infinity
  for (const step of steps) {
    from = Math.min(from, step)
    to = Math.max(to, step)
  }
  return { from, to }
}

interface Place {
  readonly run: number
  readonly metric: number
  readonly segment: number
}

/** Returns the points that are there now and were not before. */
function appendSeries(
  tables: Tables,
  { run, metric, segment }: Place,
  given: MetricSeries,
): AddedPoints['columns'] {
  const { points, series, summaries } = tables
  const hadPoints = series.read(run, metric) !== null
  const added = points.add(run, metric, given, segment)
  const { columns, replaced } = added
  const count = columns.steps.length - replaced.size
  if (columns.steps.length === 0) return columns
  series.add(run, metric, { ...given, total: 0 }, [])
  if (count > 0) series.grow(run, metric, count)
  // What is known of a metric without points says nothing of the points.
  const before = hadPoints ? summaries.readOne(run, metric) : null
  const summary =
    hadPoints && (before === null || isTouched(before, replaced))
      ? computedSummary(summaries.compute(run, metric), before, count)
      : mergeAdded(
          before,
          summarizeSeries({ ...columns, basis: given.basis, total: columns.steps.length }),
          replaced.size,
        )
  summaries.write(run, metric, summary)
  return columns
}

/** What a source said of training stays beside an extreme that is still the same. */
function computedSummary(
  computed: MetricSummary,
  before: MetricSummary | null,
  added: number,
): MetricSummary {
  if (before === null) return computed
  const { minStep, maxStep, trainAtMin = null, trainAtMax = null } = before
  return {
    ...computed,
    ...(computed.minStep === minStep ? { trainAtMin } : {}),
    ...(computed.maxStep === maxStep ? { trainAtMax } : {}),
    count: before.count + added,
    basis: before.basis,
  }
}
