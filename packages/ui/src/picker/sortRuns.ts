import {
  compareRunIds,
  type Objective,
  objectiveValue,
  type PickerSort,
  type Run,
  type RunStatus,
} from '@runoff/core'
import { runDateMs } from './runTimes.ts'

/** What may still change comes first, then what can be compared. */
const statusOrder: readonly RunStatus[] = [
  'running',
  'queued',
  'completed',
  'failed',
  'cancelled',
  'unknown',
]

/**
 * Returns the runs in order. Equal runs are in the order of their ids, so that the order of the
 * input does not matter.
 *
 * Missing: runs without a date, or without a value of the objective, come last.
 */
export function sortRuns(
  runs: readonly Run[],
  sortBy: PickerSort,
  objective: Objective,
): readonly Run[] {
  const rankOf = new Map(runs.map((run) => [run, ranks[sortBy](run, objective)]))
  return runs.toSorted((a, b) => compareRanks(rankOf.get(a), rankOf.get(b)) || compareRunIds(a, b))
}

/** A number that is lower for runs that come earlier, `null` for those that come last. */
type Rank = (run: Run, objective: Objective) => number | null

const ranks: Readonly<Record<PickerSort, Rank>> = {
  newest: (run) => negative(runDateMs(run)),
  oldest: (run) => runDateMs(run),
  best: (run, objective) => {
    const value = objectiveValue(run, objective)
    return objective.goal === 'min' ? value : negative(value)
  },
  status: (run) => statusOrder.indexOf(run.status),
}

function negative(value: number | null): number | null {
  return value === null ? null : -value
}

function compareRanks(a: number | null | undefined, b: number | null | undefined): number {
  if (a === b) return 0
  return (a ?? Infinity) < (b ?? Infinity) ? -1 : 1
}
