import { memo, type MemoExoticComponent, type ReactNode } from 'react'
import { markerPath, markerPolygon } from '../geometry/markerPolygon.ts'
import type { DrawnLane, DrawnRow, DrawnTrack } from './geometry/laneMarks.ts'
import type { LaneScale } from './geometry/laneScale.ts'
import type { OddKind, OddMark } from './geometry/rowMarks.ts'
import type { RunEnd } from './runEnd.ts'
import type { TimelineAxis } from './messages.ts'
import { happeningText, metricAlone, rowState, type TimelineWords } from './timelineWords.ts'

export interface LaneSvgProps {
  readonly drawn: DrawnLane
  readonly scale: LaneScale
  readonly ticks: readonly number[]
  readonly height: number
  readonly end: RunEnd
  readonly axis: TimelineAxis
  readonly words: TimelineWords
}

const dotRadius = 2.25
const starRadius = 5

/** Draws the evaluations of one run. Renders a `<g>`. */
export const LaneSvg: MemoExoticComponent<(props: LaneSvgProps) => ReactNode> =
  /* @__PURE__ */ memo(function LaneSvg(props: LaneSvgProps): ReactNode {
    const { drawn, scale, ticks, height, end, axis, words } = props
    return (
      <g>
        {ticks.map((x) => (
          <line key={x} className="runoff-timeline-grid" x1={x} x2={x} y1={0} y2={height} />
        ))}
        <Track track={drawn.track} end={end} />
        {drawn.rows.map((row) => (
          <RowSvg key={row.row.metric} drawn={row} scale={scale} axis={axis} words={words} />
        ))}
      </g>
    )
  })

interface RowSvgProps {
  readonly drawn: DrawnRow
  readonly scale: LaneScale
  readonly axis: TimelineAxis
  readonly words: TimelineWords
}

function RowSvg({ drawn, scale, axis, words }: RowSvgProps): ReactNode {
  const { row, box, marks, best, labels, happenings } = drawn
  const state = rowState({ row, axis }, words)
  const values = row.placed?.columns.values
  return (
    <g data-metric={row.metric}>
      {box.captionY !== null && (
        <text className="runoff-timeline-caption" x={0} y={box.captionY}>
          {metricAlone(row.metric, words)}
        </text>
      )}
      {state !== null && (
        <text className="runoff-timeline-state" x={scale.left} y={box.top + box.height / 2 + 4}>
          {state}
        </text>
      )}
      {happenings.map(({ mark, x, isLeft }) => (
        <g
          key={`${mark.kind} ${mark.step}`}
          className="runoff-timeline-event"
          data-mark={mark.kind}
        >
          <line x1={x} x2={x} y1={box.top - 6} y2={box.top + box.height} />
          <text
            x={isLeft ? x - 5 : x + 5}
            y={box.top + box.height + 1}
            textAnchor={isLeft ? 'end' : 'start'}
          >
            {happeningText(mark, row, words)}
          </text>
        </g>
      ))}
      {marks !== null && (
        <>
          <path className="runoff-timeline-line" data-kind={marks.kind} d={marks.path} />
          {marks.dots.map(({ x, y }) => (
            <circle key={`${x} ${y}`} className="runoff-timeline-dot" cx={x} cy={y} r={dotRadius} />
          ))}
          {marks.odd.map((mark) => (
            <path
              key={`${mark.kind} ${mark.x}`}
              className="runoff-timeline-odd"
              data-kind={mark.kind}
              d={oddPath(mark)}
            />
          ))}
        </>
      )}
      {best !== null && (
        <path className="runoff-timeline-star" d={markerPath('star', best, starRadius)} />
      )}
      {labels.map(({ key, anchor, x, y, isBest }) => (
        <text
          key={key}
          className="runoff-timeline-value"
          data-best={isBest ? '' : undefined}
          x={x}
          y={y + 4}
          textAnchor={anchor}
        >
          {words.formatters.metric(values?.[row[key] ?? -1] ?? null)}
        </text>
      ))}
    </g>
  )
}

const trackRadius = 2
const capPx = 4

/** Full as far as the run came, hollow for the rest of its plan; an arrow's head where it goes on. */
function Track({ track, end }: { readonly track: DrawnTrack; readonly end: RunEnd }): ReactNode {
  const { y, from, to, planned } = track
  if (to === null) return null
  return (
    <g className="runoff-timeline-track" data-end={end.kind}>
      {planned !== null && (
        <rect
          className="runoff-timeline-rest"
          x={to}
          y={y - trackRadius}
          width={Math.max(0, planned - to)}
          height={2 * trackRadius}
        />
      )}
      <line className="runoff-timeline-done" x1={from} x2={to} y1={y} y2={y} />
      {end.kind === 'live' ? (
        <path
          className="runoff-timeline-open"
          d={`M${to - 1},${y - capPx}l5,${capPx}l-5,${capPx}`}
        />
      ) : (
        <line className="runoff-timeline-cap" x1={to} x2={to} y1={y - capPx} y2={y + capPx} />
      )}
    </g>
  )
}

const oddRadius = 4
const triangleUp = markerPolygon('triangle')
const triangleDown = markerPolygon('triangleDown')

const oddShapes: Readonly<Record<OddKind, ReturnType<typeof markerPolygon>>> = {
  nan: triangleDown,
  infinite: triangleUp,
  negativeInfinite: triangleDown,
  above: markerPolygon('chevron'),
  below: markerPolygon('chevronDown'),
}

function oddPath({ kind, x, y }: OddMark): string {
  const corners = oddShapes[kind].map(
    ([dx, dy]) => `${(x + dx * oddRadius).toFixed(2)},${(y + dy * oddRadius).toFixed(2)}`,
  )
  return `M${corners.join('L')}Z`
}
