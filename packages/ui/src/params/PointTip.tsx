import type { ReactNode } from 'react'
import type { Place } from './geometry/nearestPoint.ts'

export interface PointTipProps {
  readonly at: Place
  /** Of the plot, in CSS pixels: the words stand on the side that has more room. */
  readonly size: { readonly width: number; readonly height: number }
  readonly text: string
}

const gapPx = 20

/** Says what a point is, beside it. Renders a `<div>`, which there is only while the cursor stands. */
export function PointTip({ at, size, text }: PointTipProps): ReactNode {
  const isLeft = at.x > size.width / 2
  const room = (isLeft ? at.x : size.width - at.x) - gapPx
  return (
    <div className="runoff-param-at" style={{ left: at.x, top: at.y }} aria-hidden="true">
      <div
        className="runoff-chart-tooltip"
        data-left={isLeft ? '' : undefined}
        data-up={at.y > size.height / 2 ? '' : undefined}
        style={{ maxWidth: Math.max(0, room) }}
      >
        {text}
      </div>
    </div>
  )
}
