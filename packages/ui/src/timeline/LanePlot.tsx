import type { KeyboardEvent, PointerEvent, ReactNode, Ref } from 'react'
import { PointTip } from '../params/PointTip.tsx'
import { countOf, cursorOf, type CursorPoint, type TimelineCursor } from './cursor.ts'
import type { LaneLayout, RowBox } from './geometry/laneLayout.ts'
import { placeAt, type DrawnLane } from './geometry/laneMarks.ts'
import { fromPixel, type LaneScale } from './geometry/laneScale.ts'
import { nearestAt } from './geometry/nearestAt.ts'
import type { Place } from './geometry/rowMarks.ts'
import { LaneSvg } from './LaneSvg.tsx'
import type { TimelineLane, TimelineModel } from './timelineModel.ts'
import { pointPlace, rowState, type TimelineWords } from './timelineWords.ts'

export interface LanePlotProps {
  readonly lane: TimelineLane
  readonly model: TimelineModel
  readonly layout: LaneLayout
  /** `null` until the width is known. */
  readonly scale: LaneScale | null
  readonly drawn: DrawnLane | null
  /** Where ticks lie, in CSS pixels. */
  readonly ticks: readonly number[]
  readonly label: string
  readonly keysId: string
  readonly isTabStop: boolean
  /** What the cursor stands on, where that is in this lane. */
  readonly cursor: CursorPoint | null
  readonly isPinned: boolean
  readonly words: TimelineWords
  readonly plotRef: Ref<HTMLDivElement>
  readonly onPoint: (cursor: TimelineCursor | null) => void
  readonly onPin: () => void
  readonly onKey: (event: KeyboardEvent<HTMLDivElement>) => void
}

/** The picture of one run, in which the cursor is moved about. Renders a `<div>`. */
export function LanePlot(props: LanePlotProps): ReactNode {
  const { lane, model, layout, scale, drawn, ticks, label, cursor, words, plotRef } = props
  const { isPinned, isTabStop, keysId, onPoint, onPin, onKey } = props
  const picture = (
    <svg width="100%" height={layout.height} aria-hidden="true" focusable="false">
      {scale !== null && drawn !== null && (
        <LaneSvg
          drawn={drawn}
          scale={scale}
          ticks={ticks}
          height={layout.height}
          end={lane.end}
          axis={model.axis}
          words={words}
        />
      )}
      {scale !== null && cursor !== null && (
        <CursorSvg at={placeOf(cursor, model, { scale, layout })} height={layout.height} />
      )}
    </svg>
  )
  const states = lane.rows.flatMap((row) => rowState({ row, axis: model.axis }, words) ?? [])
  const spoken = states.length > 0 && (
    <p className="runoff-spoken">{words.formatters.join(states)}</p>
  )
  if (!lane.rows.some((row) => countOf(row) > 0)) {
    return (
      <div className="runoff-timeline-plot">
        {picture}
        {spoken}
      </div>
    )
  }
  const point = (event: PointerEvent<HTMLDivElement>): void => {
    if (scale !== null && !isPinned) onPoint(pointedAt(event, lane, { scale, layout }))
  }
  return (
    <>
      {spoken}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys */}
      <div
        ref={plotRef}
        className="runoff-timeline-plot"
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is moved about in by keys
        tabIndex={isTabStop ? 0 : -1}
        aria-label={label}
        aria-describedby={keysId}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => !isPinned && onPoint(null)}
        onClick={onPin}
        onKeyDown={onKey}
      >
        {picture}
        {scale !== null && cursor !== null && (
          <PointTip
            at={placeOf(cursor, model, { scale, layout })}
            size={{ width: scale.width, height: layout.height }}
            text={tipText(cursor, model, words)}
          />
        )}
      </div>
    </>
  )
}

interface LanePlace {
  readonly scale: LaneScale
  readonly layout: LaneLayout
}

function CursorSvg({ at, height }: { readonly at: Place; readonly height: number }): ReactNode {
  return (
    <g className="runoff-timeline-cursor">
      <line x1={at.x} x2={at.x} y1={0} y2={height} />
      <circle cx={at.x} cy={at.y} r={6} />
    </g>
  )
}

function placeOf(
  { lane, row, at }: CursorPoint,
  { ranges }: TimelineModel,
  { scale, layout }: LanePlace,
): Place {
  const box = layout.rows[lane.rows.indexOf(row)] as RowBox
  const range = ranges.get(row.metric) ?? { low: 0, high: 0 }
  return placeAt(row, at, { scale, range, box }) ?? { x: scale.left, y: box.top }
}

function tipText(
  { lane, row, at }: CursorPoint,
  { axis }: TimelineModel,
  words: TimelineWords,
): string {
  const { messages, formatters } = words
  const value = formatters.full(row.placed?.columns.values[at] ?? NaN)
  const text = messages.tip(value, pointPlace({ row, at, lane }, axis, words))
  return at === row.best ? messages.isBest(text) : text
}

/** The evaluation under the pointer: of the row that is nearest, the nearest along the axis. */
function pointedAt(
  { clientX, clientY, currentTarget }: PointerEvent<HTMLDivElement>,
  lane: TimelineLane,
  { scale, layout }: LanePlace,
): TimelineCursor | null {
  const { left, top } = currentTarget.getBoundingClientRect()
  const y = clientY - top
  const distance = (index: number): number => {
    const box = layout.rows[index]
    return box === undefined ? Infinity : Math.abs(y - box.top - box.height / 2)
  }
  const [nearest] = lane.rows
    .map((row, index) => ({ row, distance: distance(index) }))
    .filter(({ row }) => countOf(row) > 0)
    .toSorted((a, b) => a.distance - b.distance)
  const xs = nearest?.row.placed?.columns.steps
  if (nearest === undefined || xs === undefined) return null
  const at = nearestAt(xs, fromPixel(scale, clientX - left))
  return at === null ? null : cursorOf(lane, nearest.row, at)
}
