import { useId, useMemo, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { AxesView } from '../charts/AxesView.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useGivenRunStyles } from '../style/RunStylesProvider.tsx'
import { moveAmong } from './geometry/moveAmong.ts'
import { nearestPoint, type Place } from './geometry/nearestPoint.ts'
import { scatterLayout, type PlacedPoint } from './geometry/scatterLayout.ts'
import { paramLabel } from './paramWords.ts'
import { PointTip } from './PointTip.tsx'
import { ScatterPoints } from './ScatterPoints.tsx'
import type { ScatterModel } from './scatterModel.ts'
import { pointWords, type ScatterWords } from './scatterWords.ts'
import { useAnnouncer } from './useAnnouncer.ts'

export interface ScatterPlotProps {
  readonly model: ScatterModel
  readonly words: ScatterWords
  /** In CSS pixels, axes included; 0 until it is measured. */
  readonly width: number
  readonly height: number
  readonly cursorRunId: string | null
  readonly onCursorChange: (runId: string | null) => void
}

/** How near the pointer must come to a point, in CSS pixels. */
const reachPx = 28

/** Draws the axes, the runs, and what the cursor stands on. Renders a `<div>`. */
export function ScatterPlot(props: ScatterPlotProps): ReactNode {
  const { model, words, width, height, cursorRunId, onCursorChange } = props
  const { messages, formatters, title } = words
  const { charts } = useMessages()
  const keysId = useId()
  const styles = useGivenRunStyles()
  const [live, say] = useAnnouncer()
  const layout = useMemo(
    () => scatterLayout(model, { width, height }, formatters),
    [model, width, height, formatters],
  )
  const cursor = layout.points.find(({ run }) => run.id === cursorRunId) ?? null

  const stand = (point: PlacedPoint | null): void => {
    if (point?.run.id !== cursorRunId) onCursorChange(point?.run.id ?? null)
  }
  const point = (event: PointerEvent<HTMLDivElement>): void => {
    stand(nearestPoint(layout.points, placeIn(event), reachPx))
  }
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = event.key === 'Escape' ? null : pointAfter(event, layout.points, model, cursor)
    // Where there is nothing to clear the key is a dialog's.
    if (next === undefined || (next === null && cursor === null)) return
    event.preventDefault()
    event.stopPropagation()
    stand(next)
    if (next !== null) say(pointWords(next, model, words))
  }
  const label = paramLabel(words.param)
  const param = model.x.scale === 'log' ? messages.logAxis(label) : label
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys
    <div
      className="runoff-param-plot"
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is moved about in by keys
      tabIndex={0}
      aria-label={charts.plotOf(title)}
      aria-describedby={keysId}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => stand(null)}
      onKeyDown={press}
    >
      <svg width="100%" height={height} aria-hidden="true" focusable="false" />
      {layout.box.width > 0 && (
        <>
          <AxesView
            viewport={layout.viewport}
            layout={layout.box}
            xTicks={layout.xTicks}
            yTicks={layout.yTicks}
            xLabel={param}
          />
          <svg className="runoff-param-marks" aria-hidden="true" focusable="false">
            <ScatterPoints points={layout.points} styles={styles} />
            {layout.best !== null && model.distinct.values > 1 && (
              <BestMark at={layout.best} label={messages.best} />
            )}
            {cursor !== null && (
              <circle className="runoff-param-ring" cx={cursor.x} cy={cursor.y} r={8} />
            )}
          </svg>
        </>
      )}
      {cursor !== null && (
        <PointTip at={cursor} size={{ width, height }} text={pointWords(cursor, model, words)} />
      )}
      <span id={keysId} className="runoff-spoken">
        {messages.scatter.plotKeys}
      </span>
      <div ref={live} className="runoff-spoken" role="status" />
    </div>
  )
}

function BestMark({ at, label }: { readonly at: Place; readonly label: string }): ReactNode {
  return (
    <g className="runoff-param-best">
      <circle cx={at.x} cy={at.y} r={7} />
      <text x={at.x} y={at.y - 11} textAnchor="middle">
        {label}
      </text>
    </g>
  )
}

/** Where the pointer is, from the corner of what it moves over. */
function placeIn({ clientX, clientY, currentTarget }: PointerEvent): Place {
  const { left, top } = currentTarget.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}

/** `undefined` for a key that leads nowhere. */
function pointAfter(
  { key, shiftKey }: KeyboardEvent,
  points: readonly PlacedPoint[],
  { byValue }: ScatterModel,
  cursor: PlacedPoint | null,
): PlacedPoint | undefined {
  const isVertical = key === 'ArrowUp' || key === 'ArrowDown'
  if (!isVertical) {
    const current = cursor === null ? -1 : points.indexOf(cursor)
    const place = moveAmong(key, shiftKey, { current, count: points.length })
    return place === null ? undefined : points[place]
  }
  const current = byValue.findIndex(({ run }) => run === cursor?.run)
  const along = key === 'ArrowUp' ? 'ArrowRight' : 'ArrowLeft'
  const place = moveAmong(along, shiftKey, { current, count: byValue.length })
  const next = place === null ? undefined : byValue[place]
  return points.find(({ run }) => run === next?.run)
}
