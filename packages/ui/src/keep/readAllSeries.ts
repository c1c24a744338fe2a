import { RunoffError, type Run } from '@runoff/core'
import type { RunSource, SeriesRequest, SeriesResult } from '@runoff/sources'

/** So many series are asked for at once, so that progress is told and a stop is heard. */
const seriesAtOnce = 16

export interface ReadAllOptions {
  readonly signal?: AbortSignal | undefined
  /** Told how much is read, 0 to 1. */
  readonly onProgress?: ((progress: number) => void) | undefined
  /** The metrics to read. @default all that a run has */
  readonly metrics?: readonly string[] | undefined
}

/**
 * Returns the series of runs in full, as far as the source gives them so: of each run all metrics
 * that it is known to have, each its own success or failure, in the order of the runs.
 *
 * Errors: rejects with the signal's own reason; where a whole request fails, its series fail.
 */
export async function readAllSeries(
  source: RunSource,
  runs: readonly Run[],
  { signal, onProgress, metrics }: ReadAllOptions = {},
): Promise<readonly SeriesResult[]> {
  const requests = runs.flatMap((run) => requestsOf(run, metrics))
  const results: SeriesResult[] = []
  for (let start = 0; start < requests.length; start += seriesAtOnce) {
    signal?.throwIfAborted()
    onProgress?.(start / requests.length)
    // One after the other on purpose: each may be large.
    // oxlint-disable-next-line no-await-in-loop
    const part = await readSome(source, requests.slice(start, start + seriesAtOnce), signal)
    for (const result of part) results.push(result)
  }
  onProgress?.(1)
  return results
}

function requestsOf(run: Run, metrics: readonly string[] | undefined): readonly SeriesRequest[] {
  const wanted = metrics?.filter((metric) => run.metrics.has(metric)) ?? [...run.metrics.keys()]
  return wanted.map((metric) => ({ runId: run.id, metric }))
}

async function readSome(
  source: RunSource,
  requests: readonly SeriesRequest[],
  signal: AbortSignal | undefined,
): Promise<readonly SeriesResult[]> {
  try {
    return await source.readSeries(requests, signal === undefined ? {} : { signal })
  } catch (cause) {
    signal?.throwIfAborted()
    const error =
      cause instanceof RunoffError
        ? cause
        : new RunoffError('source-failed', cause instanceof Error ? cause.message : String(cause))
    return requests.map((request) => ({ request, series: null, error }))
  }
}
