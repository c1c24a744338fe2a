import { compareRunIds } from '../run/compareRunIds.ts'
import { isLive, type Objective, type Run } from '../run/run.ts'
import { runToJson } from '../run/runJson.ts'
import { compareText } from '../text/compareText.ts'
import { objectiveValue } from './objective.ts'
import type { ExclusionReason } from './reasons.ts'

/** A run that cannot be recommended, and why. */
export interface ExcludedRun {
  readonly run: Run
  readonly why: ExclusionReason
}

/** Runs that can be recommended, and those that cannot; both in the order of their ids. */
export interface Candidates {
  readonly runs: readonly Run[]
  readonly excluded: readonly ExcludedRun[]
}

/**
 * Returns the runs that are done and have a value; each run counts once, and which of two that share
 * their id and source does not depend on their order.
 *
 * A run whose end is not known is taken for done unless its log says that it stopped short.
 */
export function findCandidates(given: readonly Run[], objective: Objective): Candidates {
  const runs: Run[] = []
  const excluded: ExcludedRun[] = []
  for (const run of distinct(given)) {
    const why = whyExcluded(run, objective)
    if (why === null) runs.push(run)
    else excluded.push({ run, why })
  }
  return { runs, excluded }
}

function distinct(given: readonly Run[]): readonly Run[] {
  const sorted = given.toSorted((a, b) => compareRunIds(a, b) || compareTwins(a, b))
  return sorted.filter((run, place) => {
    const before = sorted[place - 1]
    return before === undefined || compareRunIds(before, run) !== 0
  })
}

/** Two records of one run, such as before and after a source was read again. */
function compareTwins(a: Run, b: Run): number {
  return a === b ? 0 : compareText(JSON.stringify(runToJson(a)), JSON.stringify(runToJson(b)))
}

function whyExcluded(run: Run, objective: Objective): ExclusionReason | null {
  if (isLive(run)) return 'live'
  if (run.status !== 'completed' && !mayBeDone(run)) return 'not-completed'
  return objectiveValue(run, objective) === null ? 'no-value' : null
}

function mayBeDone({ status, step, totalSteps, epoch, totalEpochs }: Run): boolean {
  if (status !== 'unknown') return false
  return !isShort(step, totalSteps) && !isShort(epoch, totalEpochs)
}

/** The last fraction of an epoch is often not logged. */
const nearlyAll = 0.99

function isShort(done: number | null, total: number | null): boolean {
  return done !== null && total !== null && done < total * nearlyAll
}
