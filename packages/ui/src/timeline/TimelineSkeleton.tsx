import type { ReactNode } from 'react'
import { laneLayout, type LaneLayout } from './geometry/laneLayout.ts'

export interface TimelineSkeletonProps {
  readonly layout: LaneLayout
  readonly isLoading: boolean
  readonly children: ReactNode
}

/** Lanes that are on their way have the place of so many. */
const lanes = [0, 1, 2]
const plain = laneLayout(['min'])

/** The place of lanes that are on their way, or words where there are none. Renders a `<div>`. */
export function TimelineSkeleton(props: TimelineSkeletonProps): ReactNode {
  const { layout, isLoading, children } = props
  if (!isLoading) return <p className="runoff-timeline-empty">{children}</p>
  const { height } = layout.rows.length > 0 ? layout : plain
  return (
    <div className="runoff-timeline-skeleton">
      <p className="runoff-spoken">{children}</p>
      {lanes.map((lane) => (
        <svg key={lane} width="100%" height={height + headPx} aria-hidden="true" focusable="false">
          <rect width="40%" height={14} y={6} rx={2} />
          <rect width="100%" height={height - 12} y={headPx} rx={2} />
        </svg>
      ))}
    </div>
  )
}

/** As high as the words over a lane. */
const headPx = 28
