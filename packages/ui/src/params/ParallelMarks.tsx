import { memo, type MemoExoticComponent, type ReactNode } from 'react'
import type { Formatters } from '../format/formatters.ts'
import { markerPath } from '../geometry/markerPolygon.ts'
import { shortenMiddle } from '../format/shortenName.ts'
import { shareToY, type ParallelLayout } from './geometry/parallelLayout.ts'
import { linePath, type ParallelLines, type ShareRange } from './geometry/parallelLines.ts'
import { axisText, type ParallelModel } from './parallelModel.ts'

export interface MarkedLineProps {
  readonly lines: ParallelLines
  readonly layout: ParallelLayout
  readonly run: number
}

const starPx = 5

/** The line of the best run: dashed, with a star on every axis. Renders a `<g>`. */
export const BestLine: MemoExoticComponent<(props: MarkedLineProps) => ReactNode> =
  /* @__PURE__ */ memo(function BestLine(props: MarkedLineProps): ReactNode {
    const { lines, layout, run } = props
    const stars = placesOf(props).map(({ x, y }) => markerPath('star', { x, y }, starPx))
    const path = linePath(lines, run, layout)
    return (
      <g className="runoff-param-best">
        <path className="runoff-param-halo" d={path} />
        <path className="runoff-param-best-line" d={path} />
        <path className="runoff-param-best-stars" d={stars.join('')} />
      </g>
    )
  })

export interface CursorLineProps extends MarkedLineProps {
  readonly model: ParallelModel
  readonly formatters: Formatters
}

const labelDropPx = 4
const labelOffsetPx = 7
const labelCharacters = 10

/** The line that the cursor stands on, with its value beside each axis. Renders a `<g>`. */
export function CursorLine({ model, formatters, ...line }: CursorLineProps): ReactNode {
  const path = linePath(line.lines, line.run, line.layout)
  return (
    <g className="runoff-param-cursor">
      <path className="runoff-param-halo" d={path} />
      <path className="runoff-param-cursor-line" d={path} />
      {placesOf(line).map(({ axis, x, y }) => {
        const drawn = model.axes[axis]
        if (drawn === undefined) return null
        const text = axisText(drawn, drawn.column.values[line.run] as number, formatters)
        return (
          <text key={drawn.id} x={x + labelOffsetPx} y={y + labelDropPx}>
            {text === null ? null : shortenMiddle(text, labelCharacters)}
          </text>
        )
      })}
    </g>
  )
}

const bandPx = 14

/** The parts of the axes that runs must cross. Renders a `<g>`. */
export function RangeBands({
  ranges,
  layout,
}: {
  readonly ranges: readonly ShareRange[]
  readonly layout: ParallelLayout
}): ReactNode {
  return (
    <g>
      {ranges.map((range, axis) => {
        if (range === null) return null
        const [low, high] = range.map((share) => Math.min(1, Math.max(0, share)))
        const top = shareToY(layout, high ?? 1)
        return (
          <rect
            // oxlint-disable-next-line react/no-array-index-key -- an axis has no more than one
            key={axis}
            className="runoff-param-range"
            x={(layout.xs[axis] ?? 0) - bandPx / 2}
            y={top}
            width={bandPx}
            height={Math.max(2, shareToY(layout, low ?? 0) - top)}
          />
        )
      })}
    </g>
  )
}

interface Crossing {
  readonly axis: number
  readonly x: number
  readonly y: number
}

/** Where a line crosses the axes on which it has a value. */
function placesOf({ lines, layout, run }: MarkedLineProps): readonly Crossing[] {
  return layout.xs.flatMap((x, axis) => {
    const share = lines.shares[run * lines.axes + axis] as number
    return Number.isNaN(share) ? [] : [{ axis, x, y: shareToY(layout, share) }]
  })
}
