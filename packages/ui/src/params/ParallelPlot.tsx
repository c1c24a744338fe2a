import { useId, useMemo, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { shareRanges, type AxisRange } from './axisRanges.ts'
import { moveAmong } from './geometry/moveAmong.ts'
import type { Place } from './geometry/nearestPoint.ts'
import { parallelLayout } from './geometry/parallelLayout.ts'
import { nearestLine } from './geometry/parallelLines.ts'
import { ParallelAxes } from './ParallelAxes.tsx'
import { BestLine, CursorLine, RangeBands } from './ParallelMarks.tsx'
import { runWords } from './parallelWords.ts'
import { useAnnouncer } from './useAnnouncer.ts'
import { axisReachPx, useAxisDrag } from './useAxisDrag.ts'
import type { Parallel } from './useParallel.ts'
import { useParallelCanvas } from './useParallelCanvas.ts'

export interface ParallelPlotProps {
  readonly parallel: Parallel
  readonly ranges: readonly AxisRange[]
  readonly onRangesChange: (ranges: readonly AxisRange[]) => void
  /** 1 for each run that is within the ranges. */
  readonly within: Uint8Array
  /** In CSS pixels; the width is 0 until it is measured. */
  readonly size: { readonly width: number; readonly height: number }
  /** The place of the run that the cursor stands on, `-1` for none. */
  readonly cursor: number
  readonly onCursorChange: (place: number) => void
}

/** How near the pointer must come to a line, in CSS pixels along y. */
const reachPx = 24

/** Draws the axes, a line for each run, and what the cursor stands on. Renders a `<div>`. */
export function ParallelPlot(props: ParallelPlotProps): ReactNode {
  const { parallel, ranges, onRangesChange, within, size, cursor, onCursorChange } = props
  const { title, judged, model, messages, formatters } = parallel
  const { lines, tones, order, axes } = model
  const { width, height } = size
  const { charts } = useMessages()
  const keysId = useId()
  const layout = useMemo(
    () => parallelLayout(axes.length, { width, height }),
    [axes, width, height],
  )
  const shares = useMemo(() => shareRanges(axes, ranges), [axes, ranges])
  const picture = useMemo(
    () => ({ lines, layout, height, within, tones, order }),
    [lines, layout, height, within, tones, order],
  )
  const { canvas, probe } = useParallelCanvas(picture)
  const [live, say] = useAnnouncer()
  const drag = useAxisDrag({ axes, layout, ranges, onRangesChange })

  const stand = (place: number): void => {
    if (place !== cursor) onCursorChange(place)
  }
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const shown = order.filter((place) => within[place] === 1)
    const next = placeAfter(event, shown, cursor)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    stand(next)
    if (next !== -1) say(runWords(parallel, next))
  }
  const worst = judged.values[order.at(-1) ?? -1]
  const hasBest = worst !== judged.values[judged.best]
  const isWide = width > 0 && layout.width > width
  return (
    <div
      className="runoff-param-scroll"
      {...(isWide ? { role: 'region', tabIndex: 0, 'aria-label': messages.parallel.scroll } : {})}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application takes keys */}
      <div
        className="runoff-param-plot"
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is moved about in by keys
        tabIndex={0}
        aria-label={charts.plotOf(title)}
        aria-describedby={keysId}
        data-run={model.runs[cursor]?.id}
        onKeyDown={press}
        onPointerDown={(event) => {
          if (event.button === 0 && drag.start(placeIn(event))) hold(event)
        }}
        onPointerMove={(event) => {
          const place = placeIn(event)
          if (!drag.move(place)) {
            stand(nearestLine(lines, place, { layout, within, reach: reachPx }))
          }
        }}
        onPointerUp={drag.end}
        onPointerCancel={drag.cancel}
        onPointerLeave={() => stand(-1)}
      >
        <svg width={width === 0 ? '100%' : layout.width} height={height} aria-hidden="true" />
        <canvas ref={canvas} className="runoff-param-canvas" aria-hidden="true" />
        <span ref={probe} className="runoff-chart-probe" aria-hidden="true" />
        {width > 0 && (
          <>
            <svg className="runoff-param-marks" aria-hidden="true" focusable="false">
              <RangeBands ranges={shares} layout={layout} />
              {hasBest && within[judged.best] === 1 && (
                <BestLine lines={lines} layout={layout} run={judged.best} />
              )}
              {cursor !== -1 && (
                <CursorLine
                  lines={lines}
                  layout={layout}
                  run={cursor}
                  model={model}
                  formatters={formatters}
                />
              )}
            </svg>
            <ParallelAxes
              axes={axes}
              layout={layout}
              log={messages.parallel.log}
              formatters={formatters}
            />
            <svg className="runoff-param-marks" aria-hidden="true" focusable="false">
              {axes.map(({ id }, axis) => (
                <rect
                  key={id}
                  className="runoff-param-handle"
                  data-axis={id}
                  x={(layout.xs[axis] ?? 0) - axisReachPx}
                  y={layout.top}
                  width={2 * axisReachPx}
                  height={layout.height}
                />
              ))}
            </svg>
          </>
        )}
        <span id={keysId} className="runoff-spoken">
          {messages.parallel.plotKeys}
        </span>
        <div ref={live} className="runoff-spoken" role="status" />
      </div>
    </div>
  )
}

/** Where the pointer is, from the corner of what it moves over. */
function placeIn({ clientX, clientY, currentTarget }: PointerEvent): Place {
  const { left, top } = currentTarget.getBoundingClientRect()
  return { x: clientX - left, y: clientY - top }
}

/** Keeps the pointer's moves coming when it leaves the plot. */
function hold({ currentTarget, pointerId }: PointerEvent): void {
  try {
    currentTarget.setPointerCapture(pointerId)
  } catch {
    // The pointer is gone already, or a script made the event: there is nothing to hold.
  }
}

/** Which run a key leads to, `-1` where it lets go of the cursor, `null` where it does nothing. */
function placeAfter(
  { key, shiftKey }: KeyboardEvent,
  shown: readonly number[],
  cursor: number,
): number | null {
  // Where there is nothing to clear the key is a dialog's.
  if (key === 'Escape') return cursor === -1 ? null : -1
  const current = shown.indexOf(cursor)
  const next = moveAmong(key, shiftKey, { current, count: shown.length })
  return next === null ? null : (shown[next] ?? null)
}
