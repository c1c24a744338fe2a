import { pixelToX, type Viewport } from '../../geometry/viewport.ts'
import type { EngineView } from './chartEngine.ts'
import { markedArea, type MarkedArea, type Place } from './markedArea.ts'
import { showBrush } from './overlay.ts'
import type { ChartElements } from './scene.ts'
import type { DrawnValues, Zoom } from './zoom.ts'

/** What a pressed button does until it is let go. */
export interface Drag {
  readonly move: (place: Place) => void
  /** Returns whether anything was dragged; else it was a click. */
  readonly end: (place: Place) => boolean
  /** Ends it as if it had not begun. */
  readonly takeBack: () => void
}

/** What a drag works on. */
export interface DragTools {
  readonly elements: ChartElements
  readonly view: EngineView
  readonly zoom: Zoom
}

/** Returns a drag that marks an area and, at its end, zooms to it. */
export function brushFrom(start: Place, range: Viewport, tools: DragTools): Drag {
  const { elements, view, zoom } = tools
  return {
    move: (place) => showBrush(elements, markedArea(start, place)),
    end(place) {
      const area = markedArea(start, place)
      showBrush(elements, null)
      if (area === null) return false
      zoom.hold()
      const { layout } = view.scene()
      if (area.x !== null) zoom.show(xsOf(area.x, range, layout.width))
      if (area.y !== null) zoom.showDrawn(valuesOf(area.y, range, layout.height))
      zoom.settle()
      return true
    },
    takeBack: () => showBrush(elements, null),
  }
}

/** Returns a drag that moves what is shown: along x, and along y where that is zoomed. */
export function panFrom(start: Place, range: Viewport, { view, zoom }: DragTools): Drag {
  let isMoved = false
  zoom.hold()
  return {
    move(place) {
      isMoved ||= markedArea(start, place) !== null
      if (isMoved) panBy(view, zoom, range, { x: start.x - place.x, y: start.y - place.y })
    },
    end() {
      zoom.settle()
      return isMoved
    },
    takeBack: zoom.takeBack,
  }
}

/** Moves on from a range by some pixels. */
export function panBy(view: EngineView, zoom: Zoom, range: Viewport, by: Place): void {
  const { layout, chartId } = view.scene()
  zoom.pan(range, (by.x * (range.to - range.from)) / Math.max(1, layout.width))
  if (!view.state().yDomains.has(chartId)) return
  const down = (by.y * (range.high - range.low)) / Math.max(1, layout.height)
  zoom.showDrawn({ low: range.low - down, high: range.high - down })
}

function xsOf(
  [first, last]: NonNullable<MarkedArea['x']>,
  range: Viewport,
  width: number,
): { readonly from: number; readonly to: number } {
  return { from: pixelToX(range, first, width), to: pixelToX(range, last, width) }
}

function valuesOf(
  [first, last]: NonNullable<MarkedArea['y']>,
  range: Viewport,
  height: number,
): DrawnValues {
  return { low: pixelToValue(range, last, height), high: pixelToValue(range, first, height) }
}

/** Returns the value that lies under a pixel, in the unit that is drawn. */
export function pixelToValue({ low, high }: Viewport, pixel: number, height: number): number {
  return high - (high - low) * (pixel / Math.max(1, height))
}
