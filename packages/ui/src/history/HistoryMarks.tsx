import { memo, type MemoExoticComponent, type ReactNode } from 'react'
import { runKey } from '../picker/runKey.ts'
import type { HistoryLayout } from './historyLayout.ts'

export interface HistoryMarksProps {
  readonly layout: HistoryLayout
}

const radiusPx = { improved: 4.5, behind: 3 }

/**
 * Draws the best so far and every run. Drawn again only where one of them has another place:
 * thousands of runs are not gone through at each move of the cursor. Renders a `<g>`.
 */
export const HistoryMarks: MemoExoticComponent<(props: HistoryMarksProps) => ReactNode> =
  /* @__PURE__ */ memo(function HistoryMarks({ layout }: HistoryMarksProps): ReactNode {
    return (
      <g>
        <path className="runoff-history-best" d={layout.staircase} />
        {layout.points.map(({ run, isImprovement, x, y }) => (
          <circle
            key={runKey(run)}
            className="runoff-history-point"
            data-run={run.id}
            data-improved={isImprovement ? '' : undefined}
            data-archived={run.archived ? '' : undefined}
            cx={x}
            cy={y}
            r={isImprovement ? radiusPx.improved : radiusPx.behind}
          />
        ))}
      </g>
    )
  })
