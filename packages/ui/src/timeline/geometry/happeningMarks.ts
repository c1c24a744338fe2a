import { firstAtLeast } from '@runoff/core'
import type { TimelineRow } from '../timelineModel.ts'
import type { Happening } from '../useTimelineMarks.ts'
import { toPixel, type LaneScale } from './laneScale.ts'

/** What happened to a run, at its x in CSS pixels. */
export interface HappeningMark {
  readonly mark: Happening
  readonly x: number
  /** Whether its words have more room on the left. */
  readonly isLeft: boolean
}

/** Returns what happened in a row at its place; marks of points without one are left out. */
export function happeningMarks(
  { series, placed }: TimelineRow,
  marks: readonly Happening[],
  scale: LaneScale,
): readonly HappeningMark[] {
  if (series === null || placed === null) return []
  return marks.flatMap((mark) => {
    const source = firstAtLeast(series.steps, mark.step)
    if (series.steps[source] !== mark.step) return []
    const at = placed.sources === null ? source : placed.sources.indexOf(source)
    const along = placed.columns.steps[at]
    if (along === undefined) return []
    const x = Math.round(toPixel(scale, along) * 100) / 100
    return [{ mark, x, isLeft: x > scale.left + scale.plotWidth / 2 }]
  })
}
