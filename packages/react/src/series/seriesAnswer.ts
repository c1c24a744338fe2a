import { isLive, type MetricSeries, type Notice, type Run, type RunoffError } from '@runoff/core'
import type { KnownRun } from '../runs/knownRuns.ts'

/** What was known of the run when its series was read. */
export type ReadAs = 'unknown' | 'live' | 'ended'

/** What is kept of one metric of one run. A failure is an answer too: it stays until the next. */
export interface SeriesAnswer {
  /** The last that was read; `null` where that never succeeded. */
  readonly series: MetricSeries | null
  readonly notices: readonly Notice[]
  /** Why the last try failed, `null` where it did not. */
  readonly error: RunoffError | null
  readonly readAs: ReadAs
  /** Below this many points, only what is new is asked for while the run is live. */
  readonly growsTo: number
}

/** That a run had ended counts if it was known before; that it was live, also if only after. */
export function readAsOf(before: KnownRun | null, after: KnownRun | null): ReadAs {
  const known = before ?? after
  if (known !== null && isLive(known.run)) return 'live'
  return before === null ? 'unknown' : 'ended'
}

/** An answer, and when it was given. */
export interface GivenAnswer {
  readonly data: SeriesAnswer | undefined
  readonly dataUpdatedAt: number
}

/**
 * Whether the source may have points that the answer lacks, now that more is known of its run.
 *
 * A live run always may, since it was last read. One that has ended may where it was last read
 * before its end was known.
 */
export function mayHaveMore(
  { data: answer, dataUpdatedAt }: GivenAnswer,
  { run, answeredAtMs }: KnownRun,
  metric: string,
): boolean {
  if (isLive(run)) return dataUpdatedAt < answeredAtMs
  if (answer === undefined || answer.readAs === 'ended') return false
  return answer.readAs === 'live' || isBehind(answer.series, run, metric)
}

function isBehind(series: MetricSeries | null, run: Run, metric: string): boolean {
  const lastStep = run.metrics.get(metric)?.lastStep ?? null
  return series !== null && lastStep !== null && lastStep > (series.steps.at(-1) ?? -Infinity)
}

/**
 * Returns how long a series that was read whole may grow by what is new, before it is read whole
 * again so that the source can sample it anew. Shape: a number of points, `Infinity` for never.
 *
 * A sample grows to twice its length: new points come in full, so that its end is finer than its
 * beginning, and a source that samples is asked to do so once for all the points in between.
 * `maxPoints` that were not reached yet may be reached. What is not made of logged points never
 * grows.
 */
export function growthLimit(
  { basis, steps }: MetricSeries,
  { maxPoints }: { readonly maxPoints?: number },
): number {
  if (basis !== 'full' && basis !== 'sampled') return 0
  if (basis === 'full' && maxPoints === undefined) return Infinity
  return Math.max(maxPoints ?? 0, steps.length * 2)
}

/** Whether the run's summary knows of fewer steps than the series, as after a restart. */
export function hasGoneBack(
  { steps }: MetricSeries,
  run: Run,
  { metric }: { readonly metric: string },
): boolean {
  const summary = run.metrics.get(metric)
  if (summary === undefined) return false
  const { lastStep, basis, count } = summary
  const isEarlier = lastStep !== null && lastStep < (steps.at(-1) ?? -Infinity)
  return isEarlier || (basis === 'full' && count < steps.length)
}
