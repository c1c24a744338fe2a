import { compareRunIds } from '../run/compareRunIds.ts'
import type { Run } from '../run/run.ts'
import type { PastRun } from './pastRun.ts'
import { schedulesMatch } from './schedule.ts'

/** The past runs that say something of a run under way. */
export interface ComparableRuns {
  /** How many completed runs on the same data there are with a finite value. */
  readonly completed: number
  /** Those of them with the same schedule, the most recent first. */
  readonly comparable: readonly PastRun[]
}

/**
 * Returns the past runs that a live run can be judged by: completed, not trained on other data, with
 * a finite value, of the same schedule and length. Where there are more than `limit`, the most
 * recent: they are nearest in code and data. The order of the input does not matter.
 */
export function comparableRuns(
  live: PastRun,
  past: readonly PastRun[],
  options: { readonly schedule: (run: Run) => string | null; readonly limit: number },
): ComparableRuns {
  const completed = past.filter((other) => isUsable(other, live))
  const comparable = completed
    .filter((other) => schedulesMatch(live, other, options.schedule))
    .toSorted((a, b) => endOf(b.run) - endOf(a.run) || compareRunIds(a.run, b.run))
  return { completed: completed.length, comparable: comparable.slice(0, options.limit) }
}

function isUsable({ run, series }: PastRun, live: PastRun): boolean {
  const isItself = run.id === live.run.id && run.source === live.run.source
  return (
    run.status === 'completed' &&
    !isItself &&
    (run.dataset === null || live.run.dataset === null || run.dataset === live.run.dataset) &&
    series.values.some(Number.isFinite)
  )
}

/** Runs without any time come last. */
function endOf({ endedAtMs, startedAtMs, createdAtMs }: Run): number {
  return endedAtMs ?? startedAtMs ?? createdAtMs ?? -Number.MAX_VALUE
}
