import type { Goal, Run } from '@runoff/core'
import { useMemo, type ReactNode } from 'react'
import { shortenMiddle } from '../format/shortenName.ts'
import type { CostRun } from './costRuns.ts'
import type { CostScene, PlotSize } from './geometry/costScene.ts'
import { placeLabels } from './geometry/placeLabels.ts'

export interface CostLabelsProps {
  readonly runs: readonly CostRun[]
  readonly scene: CostScene
  readonly layout: PlotSize
  readonly goal: Goal
  readonly nameOf: (run: Run) => string
}

const nameLength = 20
/** More names than this are a list, and there is a table for that. */
const mostLabels = 8

/** Names the runs on the front beside their marks, where there is room. Renders `<text>` elements. */
export function CostLabels({ runs, scene, layout, goal, nameOf }: CostLabelsProps): ReactNode {
  const labels = useMemo(() => {
    const front = scene.points.flatMap((point, place) => {
      const run = runs[place]
      if (run === undefined || !run.isOnFront) return []
      return [{ ...point, text: shortenMiddle(nameOf(run.run), nameLength) }]
    })
    return placeLabels(front.slice(0, mostLabels), scene.points, { size: layout, goal })
  }, [runs, scene, layout, goal, nameOf])
  return labels.map(({ id, text, x, y, anchor }) => (
    <text key={id} className="runoff-evidence-label" x={x} y={y} dy="0.32em" textAnchor={anchor}>
      {text}
    </text>
  ))
}
