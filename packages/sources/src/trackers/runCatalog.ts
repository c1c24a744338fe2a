import type { TrackedNames } from './trackedNames.ts'

/** What the metrics of runs are called at their tracker, as far as it was asked. */
export interface RunCatalog {
  /** Remembers the names of a run's metrics. */
  learn(runId: string, names: TrackedNames): void
  /**
   * Returns the names of a run's metrics, asked for anew where one of `metrics` is not among those
   * that are remembered; `null` where there is no such run.
   */
  of(runId: string, metrics: readonly string[], signal?: AbortSignal): Promise<TrackedNames | null>
}

/** Of so many runs the names are remembered; the run that was listed longest ago is forgotten. */
const mostRuns = 10_000

export function createCatalog(
  load: (runId: string, signal?: AbortSignal) => Promise<TrackedNames | null>,
): RunCatalog {
  const held = new Map<string, TrackedNames>()
  const learn = (runId: string, names: TrackedNames): void => {
    held.delete(runId)
    held.set(runId, names)
    const [oldest] = held.keys()
    if (held.size > mostRuns && oldest !== undefined) held.delete(oldest)
  }
  return {
    learn,
    async of(runId, metrics, signal) {
      const known = held.get(runId)
      if (known !== undefined && metrics.every((metric) => known.has(metric))) return known
      const names = await load(runId, signal)
      if (names === null) held.delete(runId)
      else learn(runId, names)
      return names
    },
  }
}
