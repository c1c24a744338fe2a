import type { ReactNode } from 'react'
import { markerPath } from '../geometry/markerPolygon.ts'
import type { CostRun } from './costRuns.ts'

export interface CostMarkProps {
  readonly run: Pick<CostRun, 'isOnFront' | 'isContender'>
  readonly x: number
  readonly y: number
  readonly id?: string | undefined
  readonly isCurrent?: boolean
}

const radiusPx = 4.5
const contenderPx = 5.5

/**
 * Draws a run: a star if it is a contender, else a diamond on the front and a circle off it; filled
 * on the front, hollow off it. Renders a `<path>`.
 */
export function CostMark({ run, x, y, id, isCurrent = false }: CostMarkProps): ReactNode {
  const { isOnFront, isContender } = run
  return (
    <path
      className="runoff-evidence-mark"
      data-run={id}
      data-front={isOnFront ? '' : undefined}
      data-contender={isContender ? '' : undefined}
      data-current={isCurrent ? '' : undefined}
      d={markerPath(shapeOf(run), { x, y }, isContender ? contenderPx : radiusPx)}
    />
  )
}

function shapeOf({ isOnFront, isContender }: CostMarkProps['run']): 'star' | 'diamond' | 'circle' {
  if (isContender) return 'star'
  return isOnFront ? 'diamond' : 'circle'
}
