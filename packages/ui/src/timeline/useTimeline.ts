import type { Objective, Run } from '@runoff/core'
import { useMemo } from 'react'
import { useRunNames } from '../comparison/useRunNames.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { laneLayout, type LaneLayout } from './geometry/laneLayout.ts'
import { laneMarks, type DrawnLane } from './geometry/laneMarks.ts'
import { laneScale, laneTicks, toPixel, type LaneScale } from './geometry/laneScale.ts'
import { timelineModel, type TimelineModel } from './timelineModel.ts'
import type { SeriesByMetric } from './timelinePlaces.ts'
import type { TimelineWords } from './timelineWords.ts'
import { useTimelineMarks, type Happenings } from './useTimelineMarks.ts'

export interface TimelineInputs {
  readonly runs: readonly Run[]
  readonly series: SeriesByMetric
  readonly metrics: readonly string[]
  readonly objective: Objective
}

export interface Timeline {
  readonly model: TimelineModel
  readonly happenings: Happenings
  readonly words: TimelineWords
}

/** Returns what a timeline shows, and what it needs to say it. */
export function useTimeline({ runs, series, metrics, objective }: TimelineInputs): Timeline {
  const { timeline: messages, format } = useMessages()
  const formatters = useFormatters()
  const nameOf = useRunNames(runs)
  const { metric, goal } = objective
  const key = JSON.stringify(metrics)
  const model = useMemo(
    () => timelineModel({ runs, series, metrics: JSON.parse(key), objective: { metric, goal } }),
    [runs, series, key, metric, goal],
  )
  const happenings = useTimelineMarks(model)
  const words = useMemo(
    () => ({ messages, format, formatters, nameOf }),
    [messages, format, formatters, nameOf],
  )
  return { model, happenings, words }
}

export interface TimelinePicture {
  readonly layout: LaneLayout
  /** `null` until the width is known. */
  readonly scale: LaneScale | null
  /** Along the axis, in its own unit, and in CSS pixels. */
  readonly ticks: readonly number[]
  readonly tickPixels: readonly number[]
  /** By the key of a lane; empty until the width is known. */
  readonly drawn: ReadonlyMap<string, DrawnLane>
  /** How many evaluations are drawn; `null` until the width is known. */
  readonly shown: number | null
}

const noLanes: ReadonlyMap<string, DrawnLane> = new Map()

/** Returns where everything of a timeline lies at a width, in CSS pixels. */
export function useTimelinePicture(
  model: TimelineModel,
  happenings: Happenings,
  width: number,
): TimelinePicture {
  return useMemo(() => {
    const goals = model.lanes[0]?.rows.map(({ goal }) => goal) ?? []
    const layout = laneLayout(goals)
    const scale = laneScale(model.from, model.to, width)
    if (scale === null) {
      return { layout, scale, ticks: [], tickPixels: [], drawn: noLanes, shown: null }
    }
    const drawn = new Map(
      model.lanes.map((lane) => [lane.key, laneMarks(lane, model, { scale, layout, happenings })]),
    )
    const rows = [...drawn.values()].flatMap((lane) => lane.rows)
    const shown = rows.reduce((sum, { marks }) => sum + (marks?.shown ?? 0), 0)
    const ticks = laneTicks(scale, model.axis !== 'epoch')
    const tickPixels = ticks.map((tick) => Math.round(toPixel(scale, tick)) + 0.5)
    return { layout, scale, ticks, tickPixels, drawn, shown }
  }, [model, happenings, width])
}
