import type { Run } from '@runoff/core'
import {
  useId,
  useMemo,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { AxesView } from '../charts/AxesView.tsx'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { moveAmong } from '../params/geometry/moveAmong.ts'
import { nearestPoint } from '../params/geometry/nearestPoint.ts'
import { PointTip } from '../params/PointTip.tsx'
import { useAnnouncer } from '../params/useAnnouncer.ts'
import { runKey } from '../picker/runKey.ts'
import { HistoryMarks } from './HistoryMarks.tsx'
import { historyLayout, type HistorySize, type PlacedRun } from './historyLayout.ts'
import type { HistoryModel } from './historyModel.ts'
import { pointText, type HistoryWords } from './historyWords.ts'

export interface HistoryPlotProps extends HistorySize {
  readonly model: HistoryModel
  readonly words: HistoryWords
  readonly onOpenRun: ((run: Run) => void) | undefined
}

/** How near the pointer must come to a point, in CSS pixels. */
const reachPx = 28

/** Draws the axes, the runs, the best so far, and what the cursor stands on. Renders a `<div>`. */
export function HistoryPlot(props: HistoryPlotProps): ReactNode {
  const { model, words, width, height, onOpenRun } = props
  const { charts } = useMessages()
  const keysId = useId()
  const [live, say] = useAnnouncer()
  const [cursorKey, setCursorKey] = useState<string | null>(null)
  const layout = useMemo(
    () => historyLayout(model, { width, height }, words.formatters),
    [model, width, height, words.formatters],
  )
  const cursor = layout.points.find(({ run }) => runKey(run) === cursorKey) ?? null
  const stand = (point: PlacedRun | null): void =>
    setCursorKey(point === null ? null : runKey(point.run))
  const point = (event: PointerEvent<HTMLDivElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect()
    stand(nearestPoint(layout.points, { x: event.clientX - left, y: event.clientY - top }, reachPx))
  }
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && cursor !== null) return onOpenRun?.(cursor.run)
    const next = event.key === 'Escape' ? null : pointAfter(event, layout.points, cursor)
    // Where there is nothing to clear the key is a dialog's.
    if (next === undefined || (next === null && cursor === null)) return
    event.preventDefault()
    event.stopPropagation()
    stand(next)
    if (next !== null) say(pointText(next, words))
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys
    <div
      className="runoff-param-plot runoff-history-plot"
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is moved about in by keys
      tabIndex={0}
      aria-label={charts.plotOf(words.messages.title(words.metric))}
      aria-describedby={keysId}
      data-opens={onOpenRun !== undefined && cursor !== null ? '' : undefined}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={() => stand(null)}
      onClick={() => cursor !== null && onOpenRun?.(cursor.run)}
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
            xLabel={words.messages.axis}
          />
          <svg className="runoff-param-marks" aria-hidden="true" focusable="false">
            <HistoryMarks layout={layout} />
            {cursor !== null && (
              <circle className="runoff-param-ring" cx={cursor.x} cy={cursor.y} r={8} />
            )}
          </svg>
        </>
      )}
      {cursor !== null && (
        <PointTip
          at={cursor}
          size={{ width, height }}
          text={pointText(cursor, words, words.formatters.full)}
        />
      )}
      <span id={keysId} className="runoff-spoken">
        {words.messages.keys}
      </span>
      <div ref={live} className="runoff-spoken" role="status" />
    </div>
  )
}

/** `undefined` for a key that leads nowhere. */
function pointAfter(
  { key, shiftKey }: KeyboardEvent,
  points: readonly PlacedRun[],
  cursor: PlacedRun | null,
): PlacedRun | undefined {
  const current = cursor === null ? -1 : points.indexOf(cursor)
  if (key === 'ArrowUp') return points.slice(0, Math.max(0, current)).findLast(isBest)
  if (key === 'ArrowDown') return points.slice(current + 1).find(isBest)
  const place = moveAmong(key, shiftKey, { current, count: points.length })
  return place === null ? undefined : points[place]
}

function isBest({ isImprovement }: PlacedRun): boolean {
  return isImprovement
}
