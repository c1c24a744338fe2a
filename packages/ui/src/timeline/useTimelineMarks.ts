import type { CurveMark, MetricSeries } from '@runoff/core'
import { startCurveMarks } from '@runoff/core/stats'
import { useSlicedWork } from '@runoff/react'
import type { TimelineModel } from './timelineModel.ts'

/** What happened to a run by one metric, besides its best. */
export type Happening = Extract<CurveMark, { readonly kind: 'divergence' | 'restart' }>

/** By series, which no two rows share. */
export type Happenings = ReadonlyMap<MetricSeries, readonly Happening[]>

const none: Happenings = new Map()
/** A series that did not change has the same marks. */
const foundBefore = new WeakMap<
  MetricSeries,
  { readonly goal: string | null; readonly marks: readonly Happening[] }
>()

/** Finds where runs diverged and were restarted, in idle moments: nothing is marked at first. */
export function useTimelineMarks(model: TimelineModel): Happenings {
  return useSlicedWork(() => happenings(model), [model]).value ?? none
}

function* happenings({ lanes }: TimelineModel): Generator<number, Happenings> {
  const rows = lanes.flatMap((lane) => lane.rows)
  const found = new Map<MetricSeries, readonly Happening[]>()
  for (const { series, goal } of rows) {
    if (series === null) continue
    const known = foundBefore.get(series)
    const marks =
      known?.goal === goal
        ? known.marks
        : (yield* startCurveMarks(series, { goal, mostSpikes: 0 })).filter(isHappening)
    foundBefore.set(series, { goal, marks })
    found.set(series, marks)
    yield found.size / rows.length
  }
  return found
}

function isHappening(mark: CurveMark): mark is Happening {
  return mark.kind === 'divergence' || mark.kind === 'restart'
}
