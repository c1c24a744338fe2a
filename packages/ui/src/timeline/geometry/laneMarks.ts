import type { TimelineLane, TimelineModel, TimelineRow } from '../timelineModel.ts'
import type { Happenings } from '../useTimelineMarks.ts'
import { happeningMarks, type HappeningMark } from './happeningMarks.ts'
import type { LaneLayout, RowBox } from './laneLayout.ts'
import { toPixel, type LaneScale } from './laneScale.ts'
import { rowLabels, type RowLabel } from './rowLabels.ts'
import { heightScale, rowMarks, type Place, type RowMarks } from './rowMarks.ts'
import type { ValueRange } from './valueRange.ts'

/** One metric of a lane as it is drawn; `marks` is `null` where there is nothing to draw. */
export interface DrawnRow {
  readonly row: TimelineRow
  readonly box: RowBox
  readonly marks: RowMarks | null
  readonly best: Place | null
  readonly labels: readonly RowLabel[]
  readonly happenings: readonly HappeningMark[]
}

/** The track under a lane: how far the run came, and how far it was to come. */
export interface DrawnTrack {
  readonly y: number
  readonly from: number
  /** `null` where nothing tells how far the run came. */
  readonly to: number | null
  /** The end of the plan, where that is farther. */
  readonly planned: number | null
}

export interface DrawnLane {
  readonly rows: readonly DrawnRow[]
  readonly track: DrawnTrack
}

const noRange: ValueRange = { low: 0, high: 0 }

/** Returns everything of a lane at its place, in CSS pixels. */
export function laneMarks(
  lane: TimelineLane,
  { ranges }: Pick<TimelineModel, 'ranges'>,
  options: {
    readonly scale: LaneScale
    readonly layout: LaneLayout
    readonly happenings: Happenings
  },
): DrawnLane {
  const { scale, layout, happenings } = options
  const rows = lane.rows.map((row, index): DrawnRow => {
    const box = layout.rows[index] as RowBox
    const range = ranges.get(row.metric) ?? noRange
    const columns = row.placed?.columns ?? null
    const at = (place: number | null): Place | null => placeAt(row, place, { scale, range, box })
    const points = { first: at(row.first), last: at(row.last), best: at(row.best) }
    const own = row.series === null ? [] : (happenings.get(row.series) ?? [])
    return {
      row,
      box,
      marks: columns === null ? null : rowMarks(columns, scale, { range, box }),
      best: points.best,
      labels: rowLabels(points, { width: scale.width, bestDrop: box.bestDrop }),
      happenings: happeningMarks(row, own, scale),
    }
  })
  return { rows, track: trackOf(lane, scale, layout.trackY) }
}

/** Returns the pixel of a placed point; one that is not finite lies at the upper border. */
export function placeAt(
  { placed }: TimelineRow,
  at: number | null,
  {
    scale,
    range,
    box,
  }: { readonly scale: LaneScale; readonly range: ValueRange; readonly box: RowBox },
): Place | null {
  const x = at === null ? undefined : placed?.columns.steps[at]
  if (at === null || x === undefined) return null
  const y = heightScale(range, box)(placed?.columns.values[at] ?? NaN)
  return { x: toPixel(scale, x), y: Number.isFinite(y) ? y : box.top }
}

function trackOf({ end }: TimelineLane, scale: LaneScale, y: number): DrawnTrack {
  const from = toPixel(scale, Math.max(0, scale.from))
  const to = end.at === null ? null : Math.max(from, toPixel(scale, end.at))
  const isFarther = end.planned !== null && end.planned > (end.at ?? scale.from)
  const isOpen = end.kind !== 'whole' && isFarther && end.planned !== null
  return { y, from, to, planned: isOpen ? toPixel(scale, end.planned ?? 0) : null }
}
