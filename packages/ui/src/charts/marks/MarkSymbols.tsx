import type { CurveMark } from '@runoff/core'
import type { CSSProperties, ReactNode } from 'react'
import { markerPath } from '../../geometry/markerPolygon.ts'
import { useMessages } from '../../messages/MessagesProvider.tsx'
import type { PlacedMark } from './placeMarks.ts'

export interface MarkSymbolsProps {
  /** The most important first, as `placeMarks` gives them. */
  readonly marks: readonly PlacedMark[]
}

const centre = { x: 0, y: 0 }
/** How large marks are, in pixels: from the middle of a star and of a ring to their rim. */
export const starRadius = 6
export const ringRadius = 4.5
const starPath = markerPath('star', centre, starRadius)
const flagPath = 'M0,0L9,4L0,8Z'
/** Most of a turn, and the two strokes of an arrow's head at its end. */
const turnPath = 'M3.1,-2.6A4,4 0 1 0 4,0.6M3.4,-5.6V-2.4H0.2'
/** Words of neighbours stand in lanes below one another, so that they do not meet. */
export const lanes = 5
export const lanePx = 14
export const firstLanePx = 5

/**
 * Draws marks about the origin of an `<svg>` that lies over the plot and has its size. Renders one
 * `<g>` for each.
 *
 * `data-x` and `data-y` say where a mark belongs, in the units that are drawn; one without `data-y`
 * reaches from the upper edge to the lower. They are hidden until the engine has moved them there.
 * The attribute `data-left`, set on a mark near the right border, turns its words to the left.
 */
export function MarkSymbols({ marks }: MarkSymbolsProps): ReactNode {
  const { charts } = useMessages()
  const upright = marks.filter(({ y }) => y === null)
  // What comes later lies on top: that is where the most important belongs.
  return marks.toReversed().map((mark) => {
    // The end of a live run is drawn with its line, which has newer points than a render knows.
    if (mark.kind === 'end') return null
    const Shape = shapes[mark.kind]
    const words = charts.marks.ofLine(mark.name, mark.label)
    return (
      <g
        key={mark.key}
        className="runoff-mark"
        data-mark={mark.kind}
        data-run={mark.runId}
        data-x={mark.x}
        data-y={mark.y ?? undefined}
        role="img"
        aria-label={words}
        visibility="hidden"
        style={colorOf(mark)}
      >
        <title>{words}</title>
        <Shape label={mark.label} drop={firstLanePx + (upright.indexOf(mark) % lanes) * lanePx} />
      </g>
    )
  })
}

interface ShapeProps {
  readonly label: string
  /** How far below the upper edge its words stand, in pixels. */
  readonly drop: number
}

const shapes: Readonly<Record<CurveMark['kind'], (props: ShapeProps) => ReactNode>> = {
  best: () => <path className="runoff-mark-star" d={starPath} />,
  spike: () => <circle className="runoff-mark-ring" r={ringRadius} />,
  divergence: ({ label, drop }) => (
    <>
      <line className="runoff-mark-line" y1={drop} y2="100%" />
      <g transform={`translate(0,${drop})`}>
        <path className="runoff-mark-flag" d={flagPath} />
        <text className="runoff-mark-words" x={12} y={4} dy="0.34em">
          {label}
        </text>
      </g>
    </>
  ),
  restart: ({ drop }) => (
    <>
      <line className="runoff-mark-line" y1={drop + 10} y2="100%" />
      <path className="runoff-mark-turn" d={turnPath} transform={`translate(0,${drop + 3})`} />
    </>
  ),
}

function colorOf({ colorVariable }: PlacedMark): CSSProperties {
  return { ['--runoff-line-color' as string]: `var(${colorVariable})` }
}
