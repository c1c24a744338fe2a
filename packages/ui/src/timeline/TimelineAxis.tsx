import type { ReactNode } from 'react'
import { toPixel, type LaneScale } from './geometry/laneScale.ts'
import type { TimelineModel } from './timelineModel.ts'
import { axisNumber, type TimelineWords } from './timelineWords.ts'

export interface TimelineAxisProps {
  readonly axis: TimelineModel['axis']
  /** `null` until the width is known. */
  readonly scale: LaneScale | null
  readonly ticks: readonly number[]
  readonly words: TimelineWords
}

const heightPx = 38

/** The axis of all lanes, which stays in sight under them. Renders a `<div>`. */
export function TimelineAxisView({ axis, scale, ticks, words }: TimelineAxisProps): ReactNode {
  return (
    <div className="runoff-timeline-axis">
      <svg width="100%" height={heightPx} aria-hidden="true" focusable="false">
        {scale !== null && (
          <>
            <line x1={scale.left} x2={scale.left + scale.plotWidth} y1={0.5} y2={0.5} />
            {ticks.map((tick) => (
              <g key={tick} transform={`translate(${toPixel(scale, tick)},0)`}>
                <line y2={5} />
                <text y={17} textAnchor="middle">
                  {axisNumber(axis, tick, words)}
                </text>
              </g>
            ))}
            <text x={scale.left + scale.plotWidth} y={33} textAnchor="end">
              {words.messages.axes[axis]}
            </text>
          </>
        )}
      </svg>
    </div>
  )
}
