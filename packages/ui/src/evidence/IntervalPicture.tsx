import type { ReactNode } from 'react'
import { intervalMark, type IntervalDomain, type MarkedInterval } from './geometry/intervalMark.ts'

export interface IntervalPictureProps {
  readonly interval: MarkedInterval
  readonly domain: IntervalDomain
  /** Whether it is of a difference beyond chance, which is what a reader looks for. */
  readonly isClear: boolean
}

const width = 96
const height = 16
const middle = height / 2
const capPx = 3
const arrowPx = 4

/**
 * Draws an interval as a line with its value as a dot, and zero as a line across; an interval that
 * goes on beyond the border ends in an arrow. The words beside it say the same. Renders an `<svg>`.
 */
export function IntervalPicture({ interval, domain, isClear }: IntervalPictureProps): ReactNode {
  const mark = intervalMark(interval, domain, width)
  if (mark === null) return null
  return (
    <svg
      className="runoff-evidence-interval"
      data-clear={isClear ? '' : undefined}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      {mark.zero !== null && (
        <line className="runoff-evidence-zero" x1={mark.zero} x2={mark.zero} y1={0} y2={height} />
      )}
      <path
        className="runoff-evidence-reach"
        d={
          `M${mark.from},${middle}H${mark.to}` +
          endPath(mark.from, mark.isCutLow, 1) +
          endPath(mark.to, mark.isCutHigh, -1)
        }
      />
      <circle className="runoff-evidence-value" cx={mark.value} cy={middle} r={3} />
    </svg>
  )
}

/** A cap across the end, or an arrow that points on; `inwards` is the side the line lies on. */
function endPath(x: number, isCut: boolean, inwards: 1 | -1): string {
  if (!isCut) return `M${x},${middle - capPx}V${middle + capPx}`
  const back = x + inwards * arrowPx
  return `M${back},${middle - arrowPx}L${x},${middle}L${back},${middle + arrowPx}`
}
