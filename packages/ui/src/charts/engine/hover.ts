import { pixelToX } from '../../geometry/viewport.ts'
import type { ChartCursor, ChartState } from '../chartStore.ts'
import type { EngineView } from './chartEngine.ts'
import type { CursorPoint } from './cursorPoints.ts'
import { lineDistance, type PlotPlace } from './lineDistance.ts'
import type { Place } from './markedArea.ts'

/** How near the pointer must come to a line for its run to stand out, in CSS pixels. */
const reachPx = 24

/** Sets the crosshair on the nearest line's point; a run that is near stands out everywhere. */
export function hover(view: EngineView, place: Place): void {
  if (view.state().cursor?.isPinned !== true) view.set(cursorAt(view, place))
}

/** Takes crosshair and highlight away, unless they are pinned. */
export function endHover(view: EngineView): void {
  const { cursor } = view.state()
  if (cursor?.isPinned !== true) view.set({ cursor: null, highlightedRunId: null })
}

/** Pins the crosshair where it is; one that is pinned is let go, and follows the pointer again. */
export function pinAt(view: EngineView, place: Place): void {
  const { cursor } = view.state()
  if (cursor?.isPinned === true) view.set(cursorAt(view, place))
  else if (cursor !== null) view.set({ cursor: { ...cursor, isPinned: true } })
}

/** Pins the crosshair where a finger has tapped; a tap on a point that is pinned lets it go. */
export function tapAt(view: EngineView, place: Place): void {
  const before = view.state().cursor
  const next = cursorAt(view, place)
  const isLetGo =
    next.cursor === null ||
    (before?.isPinned === true &&
      before.chartId === next.cursor.chartId &&
      before.x === next.cursor.x)
  if (isLetGo) view.set({ cursor: null, highlightedRunId: null })
  else view.set({ ...next, cursor: { ...next.cursor, isPinned: true } })
}

type CursorChange = Pick<ChartState, 'highlightedRunId'> & { readonly cursor: ChartCursor | null }

function cursorAt(view: EngineView, place: Place): CursorChange {
  const viewport = view.viewport()
  const none = { cursor: null, highlightedRunId: null }
  if (viewport === null) return none
  const { layout, model, chartId } = view.scene()
  const points = view.pointsAt(pixelToX(viewport, place.x, layout.width))
  const nearest = nearestPoint(points, { place, viewport, size: layout })
  if (nearest === null) return none
  const { point, distance } = nearest
  return {
    cursor: {
      axisId: model.axisId,
      x: point.x,
      chartId,
      lineKey: point.line.key,
      place: point.place,
      pointerY: place.y,
      isPinned: false,
    },
    highlightedRunId: distance <= reachPx ? point.line.runId : null,
  }
}

/** The point of the line that is nearest to a place; where none can be seen, of the first. */
function nearestPoint(
  points: readonly CursorPoint[],
  at: PlotPlace,
): { readonly point: CursorPoint; readonly distance: number } | null {
  const [first] = points
  if (first === undefined) return null
  let nearest = { point: first, distance: Infinity }
  for (const point of points) {
    const distance = lineDistance(point.line.pyramid.series, point.place, at)
    if (distance < nearest.distance) nearest = { point, distance }
  }
  return nearest
}
