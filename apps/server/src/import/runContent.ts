import { createHash } from 'node:crypto'
import {
  RunoffError,
  runToJson,
  summarizeMetrics,
  type MetricSeries,
  type Notice,
  type Run,
} from '@runoff/core'
import type { RequestOptions, RunSource } from '@runoff/sources'

/** Everything that a source has of a run. */
export interface RunContent {
  readonly run: Run
  /** By metric, without those that have no points. */
  readonly series: ReadonlyMap<string, MetricSeries>
  readonly notices: ReadonlyMap<string, readonly Notice[]>
}

/** Returns every run of a source, archived ones among them, in its order, and what was odd. */
export async function allRuns(
  source: RunSource,
  options: RequestOptions = {},
): Promise<{ readonly runs: readonly Run[]; readonly notices: readonly Notice[] }> {
  const runs: Run[] = []
  const notices: Notice[] = []
  let cursor: string | null = null
  do {
    const page = await source.listRuns({ includeArchived: true, cursor, limit: 500 }, options)
    runs.push(...page.runs)
    notices.push(...(page.notices ?? []))
    cursor = page.nextCursor
  } while (cursor !== null)
  return { runs, notices }
}

/**
 * Reads all series of a run.
 *
 * @throws {RunoffError} why one of them cannot be read.
 */
export async function readContent(
  source: RunSource,
  run: Run,
  options: RequestOptions = {},
): Promise<RunContent> {
  const content = await tryContent(source, run, options)
  if (content instanceof RunoffError) throw content
  return content
}

/**
 * Reads all series of a run; returns why where one of them cannot be read, though others of the
 * source may well be.
 *
 * @throws {RunoffError} why the source cannot be read at all.
 */
export async function tryContent(
  source: RunSource,
  run: Run,
  options: RequestOptions = {},
): Promise<RunContent | RunoffError> {
  const requests = Array.from(run.metrics.keys(), (metric) => ({ runId: run.id, metric }))
  const series = new Map<string, MetricSeries>()
  const notices = new Map<string, readonly Notice[]>()
  for (const result of await source.readSeries(requests, options)) {
    if (result.error !== null) return result.error
    if (result.series.steps.length === 0) continue
    series.set(result.request.metric, result.series)
    notices.set(result.request.metric, result.notices ?? [])
  }
  return { run: { ...run, metrics: wholeMetrics(run, series) }, series, notices }
}

/** A list may tell less of a metric than its points do: trackers list the last value alone. */
function wholeMetrics(run: Run, series: ReadonlyMap<string, MetricSeries>): Run['metrics'] {
  const metrics = new Map(run.metrics)
  for (const [metric, summary] of summarizeMetrics(series)) {
    if (metrics.get(metric)?.basis === 'last-only') metrics.set(metric, summary)
  }
  return metrics
}

/** Returns a text that changes with whatever is known of a run. */
export function contentHash({ run, series, notices }: RunContent): string {
  const hash = createHash('sha256')
  hash.update(JSON.stringify([runToJson(run), Array.from(notices)]))
  for (const [metric, { steps, values, timesMs, epochs, ...facts }] of series) {
    hash.update(JSON.stringify([metric, steps.length, facts, timesMs !== null, epochs !== null]))
    for (const column of [steps, values, timesMs, epochs]) if (column !== null) hash.update(column)
  }
  return hash.digest('hex')
}
