import type { CurveMark, Goal, MetricSeries, Run } from '@runoff/core'
import { startCurveMarks } from '@runoff/core/stats'
import { useSlicedWork } from '@runoff/react'
import type { MarksByRun } from './placeMarks.ts'

export interface CurveMarksQuery {
  /** By run id. Keep it between renders: another map is looked through again. */
  readonly series: ReadonlyMap<string, MetricSeries>
  readonly runs: readonly Run[]
  /** Which end of the metric is better; `null` where that is not known, and nothing is the best. */
  readonly goal: Goal | null
  /** Whether the best checkpoint that a run names is one of this metric. */
  readonly isObjective: boolean
}

interface Known {
  readonly key: string
  readonly marks: readonly CurveMark[]
}

/** A curve that did not change has the same marks, whichever others are compared with it. */
const markedBefore = new WeakMap<MetricSeries, Known>()
const noMarks: MarksByRun = new Map()

/** A chart of several runs is no list of their spikes: the largest are marked. */
const mostSpikes = 4

/**
 * Finds what is worth a mark on some curves, in idle moments: nothing is marked at first, and of
 * curves that go on the last marks stay until the new ones are found.
 */
export function useCurveMarks({ series, runs, goal, isObjective }: CurveMarksQuery): MarksByRun {
  const { value } = useSlicedWork(
    () => marksOf({ series, runs, goal, isObjective }),
    [series, runs, goal, isObjective],
  )
  return value ?? noMarks
}

function* marksOf(query: CurveMarksQuery): Generator<number, MarksByRun> {
  const { series, runs, goal, isObjective } = query
  const bests = new Map(runs.map(({ id, best }) => [id, isObjective ? best : null]))
  const found = new Map<string, readonly CurveMark[]>()
  let done = 0
  for (const [runId, points] of series) {
    const best = bests.get(runId) ?? null
    const key = JSON.stringify([goal, best])
    const known = markedBefore.get(points)
    const marks =
      known?.key === key ? known.marks : yield* startCurveMarks(points, { goal, best, mostSpikes })
    markedBefore.set(points, { key, marks })
    found.set(runId, marks)
    done++
    yield done / series.size
  }
  return found
}
