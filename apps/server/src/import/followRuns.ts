import type { Notice } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import type { MetricStore } from '../store/metricStore.ts'
import { startImport, type ImportOptions, type ImportOutcome } from './importRuns.ts'

export interface FollowRunsOptions extends ImportOptions {
  /** Told how much of the first reading is done, 0 to 1. */
  readonly onProgress?: (share: number) => void
  /** Told what each later reading came to. */
  readonly onUpdate?: (outcome: ImportOutcome) => void
  /** Told, once each time, where lines of a log are known to be lost. */
  readonly onGap?: (notice: Notice) => void
  /** Told why a later reading failed; the next is tried all the same. */
  readonly onFailure?: (error: unknown) => void
  readonly signal?: AbortSignal
  /** How often a source is asked that does not tell by itself. @default 5000 */
  readonly pollMs?: number
}

export interface FollowedRuns {
  /** What the first reading came to. */
  readonly first: ImportOutcome
  /** Stops, and comes back when nothing is written any more. */
  stop(): Promise<void>
}

/**
 * Reads a source into an experiment, and keeps the experiment like it from then on.
 *
 * @throws {RunoffError} why the source could not be read the first time.
 */
export async function followRuns(
  store: MetricStore,
  source: RunSource,
  experimentName: string,
  options: FollowRunsOptions = {},
): Promise<FollowedRuns> {
  const { onUpdate, onFailure, onProgress, signal } = options
  const tellOfGaps = gapTeller(options.onGap)
  const runs = startImport(store, source, experimentName, options)
  const stopped = new AbortController()
  let changed = new Set<string>()
  let isWanted = false
  let working: Promise<void> | null = null

  const work = async (): Promise<void> => {
    while (isWanted && !stopped.signal.aborted) {
      const ids = changed
      changed = new Set()
      isWanted = false
      try {
        const outcome = await runs.update({ changed: ids, signal: stopped.signal })
        tellOfGaps(outcome.notices)
        onUpdate?.(outcome)
      } catch (error) {
        // Whatever was not read this time is read the next.
        for (const id of ids) changed.add(id)
        if (!stopped.signal.aborted) onFailure?.(error)
      }
    }
    working = null
  }
  const want = (ids: Iterable<string>): void => {
    for (const id of ids) changed.add(id)
    isWanted = true
    working ??= work()
  }

  // What changes while the source is first read is read after it.
  working = Promise.resolve()
  const stopWatching = watchOrPoll(source, options.pollMs ?? 5000, want)
  try {
    const first = await runs.update({
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    })
    working = isWanted ? work() : null
    return {
      first,
      async stop() {
        stopWatching()
        stopped.abort()
        await working
      },
    }
  } catch (error) {
    stopWatching()
    throw error
  }
}

const gapCodes: ReadonlySet<string> = new Set(['log-truncated', 'log-replaced', 'log-copied'])

/** Such a notice is given with each reading from then on; its count tells another gap from it. */
function gapTeller(onGap: FollowRunsOptions['onGap']): (notices: readonly Notice[]) => void {
  const told = new Set<string>()
  return (notices) => {
    for (const notice of notices.filter(({ code }) => gapCodes.has(code))) {
      const key = JSON.stringify([notice.code, notice.path, notice.count])
      if (!told.has(key)) onGap?.(notice)
      told.add(key)
    }
  }
}

/** Calls back with the ids of runs that changed, none where a source does not tell which. */
function watchOrPoll(
  source: RunSource,
  pollMs: number,
  onChange: (ids: readonly string[]) => void,
): () => void {
  if (source.watch !== undefined) {
    return source.watch({ includeArchived: true }, (event) =>
      onChange(event.kind === 'points' ? [event.runId] : event.runIds),
    )
  }
  const timer = setInterval(() => onChange([]), pollMs)
  return () => clearInterval(timer)
}
