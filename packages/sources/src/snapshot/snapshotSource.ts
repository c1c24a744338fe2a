import { RunoffError, type MetricSeries, type Notice, type Run } from '@runoff/core'
import { defineSource } from '../define/defineSource.ts'
import { groupBy } from '../query/groupBy.ts'
import { queryRuns } from '../query/queryRuns.ts'
import { seriesResults, type HeldSeries } from '../query/seriesResults.ts'
import type { RunSource } from '../source.ts'
import type { Snapshot } from './snapshot.ts'

export interface SnapshotSourceOptions {
  /** @default 'snapshot' */
  readonly id?: string
}

/** A run of a snapshot with everything that is known of its curves. */
export interface HeldSnapshotRun extends HeldSeries {
  readonly run: Run
}

/**
 * Returns a source of the runs that a snapshot holds, as they were: what could not be read when it
 * was made fails here with the reason it failed for then. Nothing can be archived in it.
 */
export function snapshotSource(
  snapshot: Snapshot,
  { id = 'snapshot' }: SnapshotSourceOptions = {},
): RunSource {
  const held = new Map(heldRuns(snapshot, id).map((entry) => [entry.run.id, entry]))
  const runs = Array.from(held.values(), ({ run }) => run)
  return defineSource({
    id,
    listRuns: async (query) => queryRuns(runs, query),
    readSeries: async (requests) => seriesResults(requests, held),
  })
}

/** Returns the runs of a snapshot, in its order, as runs of a source. */
export function heldRuns(snapshot: Snapshot, source: string): readonly HeldSnapshotRun[] {
  const series = groupBy(snapshot.series, ({ runId }) => runId)
  const failures = groupBy(snapshot.failures, ({ runId }) => runId)
  const withoutSeries = new Set(snapshot.withoutSeries)
  return snapshot.runs.map((run) => {
    const own = series.get(run.id) ?? []
    return {
      run: { ...run, source },
      series: new Map<string, MetricSeries>(own.map((each) => [each.metric, each.series])),
      notices: new Map<string, readonly Notice[]>(own.map((each) => [each.metric, each.notices])),
      errors: new Map([
        ...(withoutSeries.has(run.id) ? notKept(run) : []),
        ...(failures.get(run.id) ?? []).map(({ metric, message }) => failureOf(metric, message)),
      ]),
    }
  })
}

function notKept(run: Run): readonly (readonly [string, RunoffError])[] {
  const message = 'The snapshot holds the numbers of this run, and not its curves.'
  return Array.from(run.metrics.keys(), (metric) => failureOf(metric, message))
}

function failureOf(metric: string, message: string): readonly [string, RunoffError] {
  return [metric, new RunoffError('source-failed', message)]
}
