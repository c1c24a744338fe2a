import {
  compareRunIds,
  isBetter,
  isLive,
  objectiveValue,
  type Objective,
  type Run,
} from '@runoff/core'
import { runDateMs } from '../picker/runTimes.ts'
import { uniqueRuns } from '../picker/uniqueRuns.ts'

/** A run at its place in time. */
export interface HistoryPoint {
  readonly run: Run
  readonly timeMs: number
  readonly value: number
  /** The best value of this run and all before it. */
  readonly bestSoFar: number
  /** Whether it is better than every run before it. */
  readonly isImprovement: boolean
}

export interface HistoryModel {
  /** In the order the runs were started in. */
  readonly points: readonly HistoryPoint[]
  readonly improvements: readonly HistoryPoint[]
  /** How many runs have no place in it. */
  readonly leftOutCount: number
}

/**
 * Returns the runs in the order they were started in, each with the best value so far. Runs of the
 * same moment are in the order of their ids; a tie improves nothing. A run that is given twice counts
 * once.
 *
 * Missing: a run that is not done, has no date or no value of the objective is left out.
 */
export function historyModel(runs: readonly Run[], objective: Objective): HistoryModel {
  const unique = uniqueRuns(runs)
  const placed = unique
    .flatMap((run) => {
      const timeMs = runDateMs(run)
      const value = isLive(run) ? null : objectiveValue(run, objective)
      return timeMs === null || value === null ? [] : [{ run, timeMs, value }]
    })
    .toSorted((a, b) => a.timeMs - b.timeMs || compareRunIds(a.run, b.run))
  const points: HistoryPoint[] = []
  for (const each of placed) {
    const best = points.at(-1)?.bestSoFar ?? null
    const isImprovement = best === null || isBetter(each.value, best, objective)
    points.push({ ...each, isImprovement, bestSoFar: isImprovement ? each.value : best })
  }
  const improvements = points.filter((point) => point.isImprovement)
  return { points, improvements, leftOutCount: unique.length - points.length }
}
