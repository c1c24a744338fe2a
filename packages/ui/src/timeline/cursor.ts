import { nearestAt } from './geometry/nearestAt.ts'
import type { TimelineLane, TimelineModel, TimelineRow } from './timelineModel.ts'
import { moveAmong } from '../params/geometry/moveAmong.ts'

/** An evaluation: of a run, by a metric, and which of its placed points. */
export interface TimelineCursor {
  readonly laneKey: string
  readonly metric: string
  readonly at: number
}

/** What a cursor stands on. */
export interface CursorPoint {
  readonly lane: TimelineLane
  readonly row: TimelineRow
  readonly at: number
}

/** Returns what a cursor stands on, `null` where that is not there any more. */
export function cursorPoint(
  { lanes }: TimelineModel,
  cursor: TimelineCursor | null,
): CursorPoint | null {
  const lane = lanes.find(({ key }) => key === cursor?.laneKey)
  const row = lane?.rows.find(({ metric }) => metric === cursor?.metric)
  if (cursor === null || lane === undefined || row === undefined) return null
  return cursor.at < countOf(row) ? { lane, row, at: cursor.at } : null
}

/** Returns how many evaluations of a row the cursor can stand on. */
export function countOf({ placed }: TimelineRow): number {
  return placed?.columns.steps.length ?? 0
}

/**
 * Returns where a key leads: left and right along a row, up and down to the nearest evaluation of
 * the row above or below, in whichever lane that is; `null` for a key that leads nowhere.
 * Without a cursor the first key stands in the lane that has the focus.
 */
export function cursorAfter(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  model: TimelineModel,
  from: { readonly cursor: CursorPoint | null; readonly laneKey: string },
): TimelineCursor | null {
  const rows = model.lanes.flatMap((lane) =>
    lane.rows.filter((row) => countOf(row) > 0).map((row) => ({ lane, row })),
  )
  const { cursor, laneKey } = from
  const isVertical = key === 'ArrowUp' || key === 'ArrowDown'
  const here = rows.findIndex(({ lane, row }) =>
    cursor === null ? lane.key === laneKey : row === cursor.row,
  )
  const place = isVertical ? here + (key === 'ArrowUp' ? -1 : 1) : here
  const next = rows[isVertical ? Math.min(rows.length - 1, Math.max(0, place)) : place]
  if (here === -1 || next === undefined) return null
  const count = countOf(next.row)
  if (isVertical) {
    const x = cursor?.row.placed?.columns.steps[cursor.at] ?? -Infinity
    const target = cursor === null ? rows[here] : next
    const at = nearestAt(target?.row.placed?.columns.steps ?? new Float64Array(0), x) ?? 0
    return target === undefined ? null : cursorOf(target.lane, target.row, at)
  }
  const current = cursor === null ? -1 : cursor.at
  const at = moveAmong(key, shiftKey, { current, count })
  return at === null ? null : cursorOf(next.lane, next.row, at)
}

/** Returns the cursor on an evaluation. */
export function cursorOf(lane: TimelineLane, row: TimelineRow, at: number): TimelineCursor {
  return { laneKey: lane.key, metric: row.metric, at }
}
