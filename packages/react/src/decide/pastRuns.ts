import { compareRunIds, objectiveValue, type Objective, type Run } from '@runoff/core'

export interface PastRunsOptions {
  readonly objective: Objective
  /** How many at most. */
  readonly maximumRuns: number
}

/**
 * Returns the completed runs that a live run can be held against, the most recent first: those on
 * its dataset, as far as datasets are known, with a value of the objective.
 */
export function pastRunsOf(
  live: Run,
  runs: readonly Run[],
  { objective, maximumRuns }: PastRunsOptions,
): readonly Run[] {
  return runs
    .filter((run) => run.status === 'completed' && isOnSameDataset(run, live))
    .filter((run) => objectiveValue(run, objective) !== null)
    .toSorted((a, b) => endOf(b) - endOf(a) || compareRunIds(a, b))
    .slice(0, maximumRuns)
}

function isOnSameDataset(run: Run, live: Run): boolean {
  return run.dataset === null || live.dataset === null || run.dataset === live.dataset
}

/** When it ended, as far as that is known; a run of no known time counts as the oldest. */
function endOf({ endedAtMs, startedAtMs, createdAtMs }: Run): number {
  return endedAtMs ?? startedAtMs ?? createdAtMs ?? -Number.MAX_VALUE
}
