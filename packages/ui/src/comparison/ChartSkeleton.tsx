import type { ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'

export interface ChartSkeletonProps {
  readonly size: 'large' | 'small'
}

/** The place of a chart that is on its way. Renders a `<div>`. */
export function ChartSkeleton({ size }: ChartSkeletonProps): ReactNode {
  const { comparison } = useMessages()
  return (
    <div className="runoff-comparison-skeleton" data-shape="chart" data-size={size}>
      <span className="runoff-spoken">{comparison.loadingCurves}</span>
    </div>
  )
}
