import type { ReactNode } from 'react'
import { markerPath } from '../geometry/markerPolygon.ts'
import { lineLook } from './lineLook.ts'
import type { ChartLine } from './model/chartLine.ts'

const width = 26
const height = 12
const middle = { x: width / 2, y: height / 2 }

/** Draws a piece of a line with its dash and marker. Renders an `<svg>`. */
export function LineSwatch({
  line,
}: {
  readonly line: Pick<ChartLine, 'phase' | 'style'>
}): ReactNode {
  const look = lineLook(line)
  return (
    <svg
      className="runoff-chart-swatch"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <line
        x2={width}
        y1={middle.y}
        y2={middle.y}
        strokeWidth={1.5 * look.widthShare}
        strokeDasharray={look.dash.join(' ') || undefined}
      />
      <path d={markerPath(line.style.marker, middle, 3.5)} />
    </svg>
  )
}
