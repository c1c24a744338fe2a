import { useParentSize } from '@visx/responsive'
import { useId, useMemo, type ReactNode } from 'react'
import { CostAxes } from './CostAxes.tsx'
import { CostLabels } from './CostLabels.tsx'
import { CostMark } from './CostMark.tsx'
import type { CostRun } from './costRuns.ts'
import { pointWords, standingText, type CostTextContext } from './costText.ts'
import { CostTooltip } from './CostTooltip.tsx'
import { costLayout } from './geometry/costLayout.ts'
import { costScene } from './geometry/costScene.ts'
import { useCostCursor, type CostCursor } from './useCostCursor.ts'

export interface CostPlotProps {
  readonly runs: readonly CostRun[]
  readonly context: CostTextContext
  /** The id of the sentences that describe the chart. */
  readonly summaryId: string
  /** In CSS pixels; where it is not given the plot is as wide as it can be. */
  readonly width: number | undefined
  readonly height: number
}

const ignoredDimensions: ('height' | 'left' | 'top')[] = ['height', 'left', 'top']

/** Draws runs by cost and value, with a cursor for pointer and keyboard. Renders a `<div>`. */
export function CostPlot({ runs, context, summaryId, width, height }: CostPlotProps): ReactNode {
  const { messages, formatters, objective } = context
  const keysId = useId()
  const { parentRef, width: measured } = useParentSize({
    initialSize: { width: width ?? 0 },
    ignoreDimensions: ignoredDimensions,
    debounceTime: 30,
  })
  const layout = useMemo(() => {
    const values = runs.map(({ value }) => value)
    return costLayout(values, { width: measured, height }, formatters)
  }, [runs, measured, height, formatters])
  const scene = useMemo(
    () => costScene(runs, objective.goal, layout),
    [runs, objective.goal, layout],
  )
  const cursor = useCostCursor(scene?.points ?? [])
  const current = cursor.place === null ? undefined : runs[cursor.place]
  const point = cursor.place === null ? undefined : scene?.points[cursor.place]
  const { left, top } = layout
  return (
    <div ref={parentRef} className="runoff-chart-body">
      <div className="runoff-chart-plot" style={{ height }}>
        {scene !== null && layout.width > 0 && (
          <>
            <CostAxes scene={scene} layout={layout} context={context} />
            <svg className="runoff-chart-axes" aria-hidden="true" focusable="false">
              <g className="runoff-evidence-marks" transform={`translate(${left},${top})`}>
                <path className="runoff-evidence-front" d={scene.frontPath} />
                {scene.points.map(({ id, x, y }, place) => {
                  const run = runs[place]
                  return run && <CostMark key={id} run={run} id={id} x={x} y={y} />
                })}
                <CostLabels
                  runs={runs}
                  scene={scene}
                  layout={layout}
                  goal={objective.goal}
                  nameOf={context.nameOf}
                />
                {current && point && <CostMark run={current} x={point.x} y={point.y} isCurrent />}
              </g>
            </svg>
          </>
        )}
        <div
          className="runoff-chart-surface"
          role="application"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys move a cursor over it
          tabIndex={0}
          aria-label={messages.plotOf(messages.title)}
          aria-describedby={`${summaryId} ${keysId}`}
          style={{ left, top, width: layout.width, height: layout.height }}
          {...cursor.handlers}
        >
          {current && point && (
            <CostTooltip run={current} point={point} width={layout.width} context={context} />
          )}
        </div>
        <p className="runoff-spoken" role="status">
          {spokenText(cursor, current, context)}
        </p>
        <p id={keysId} className="runoff-spoken">
          {messages.plotKeys}
        </p>
      </div>
    </div>
  )
}

/** What the pointer shows is not spoken: it would never end. */
function spokenText(
  { isByKey }: CostCursor,
  current: CostRun | undefined,
  context: CostTextContext,
): string {
  if (!isByKey) return ''
  if (current === undefined) return context.messages.cleared
  return context.messages.point(pointWords(current, context), standingText(current, context))
}
