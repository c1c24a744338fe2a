import { runToJson, type MetricSeries, type Run } from '@runoff/core'

/** A run with the series that it reads as. */
export interface ReadRun {
  readonly run: Run
  readonly series: ReadonlyMap<string, MetricSeries>
}

/** Returns the ids of runs that read differently than before, those that came or went included. */
export function changedRuns(
  before: readonly ReadRun[],
  after: readonly ReadRun[],
): readonly string[] {
  const known = new Map(before.map((each) => [each.run.id, each]))
  const present = new Set(after.map(({ run }) => run.id))
  const gone = before.filter(({ run }) => !present.has(run.id))
  const changed = after.filter((each) => {
    const earlier = known.get(each.run.id)
    return earlier === undefined || !readsAlike(earlier, each)
  })
  return [...changed, ...gone].map(({ run }) => run.id)
}

function readsAlike(a: ReadRun, b: ReadRun): boolean {
  const isSameRun =
    a.run === b.run || JSON.stringify(runToJson(a.run)) === JSON.stringify(runToJson(b.run))
  if (!isSameRun) return false
  if (a.series === b.series) return true
  if (a.series.size !== b.series.size) return false
  return Array.from(a.series).every(([metric, series]) => {
    const other = b.series.get(metric)
    return other !== undefined && isSameSeries(series, other)
  })
}

function isSameSeries(a: MetricSeries, b: MetricSeries): boolean {
  return (
    isSameColumn(a.steps, b.steps) &&
    isSameColumn(a.values, b.values) &&
    isSameColumn(a.timesMs, b.timesMs) &&
    isSameColumn(a.epochs, b.epochs)
  )
}

function isSameColumn(a: Float64Array | null, b: Float64Array | null): boolean {
  if (a === null || b === null) return a === b
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false
  return true
}
