import { pixelToX } from '../../geometry/viewport.ts'
import type { EngineView } from './chartEngine.ts'
import { byDistance } from './cursorPoints.ts'
import { showBrush } from './overlay.ts'
import type { ChartElements } from './scene.ts'
import type { Zoom } from './zoom.ts'

interface Place {
  readonly x: number
  readonly y: number
}

interface Drag {
  readonly kind: 'brush' | 'pan'
  readonly start: Place
  readonly range: { readonly from: number; readonly to: number }
}

/** Less than this, in pixels, is a click with an unsteady hand. */
const leastDrag = 4
const wheelSpeed = 0.002

/**
 * Listens to the pointer until stopped: hover moves the crosshair, a drag zooms to a stretch, with
 * Shift it pans; the wheel zooms with Ctrl or Cmd, and is the page's without; a click pins, a
 * double click shows everything.
 */
export function listenToPointer(elements: ChartElements, view: EngineView, zoom: Zoom): () => void {
  const { surface } = elements
  const controller = new AbortController()
  const { signal } = controller
  let drag: Drag | null = null

  const placeOf = (event: MouseEvent): Place => {
    const box = surface.getBoundingClientRect()
    const { width, height } = view.scene().layout
    return { x: clamp(event.clientX - box.left, width), y: clamp(event.clientY - box.top, height) }
  }
  const endDrag = (): void => {
    drag = null
    showBrush(elements, null, 0)
  }

  surface.addEventListener(
    'pointerdown',
    (event) => {
      const range = view.viewport()
      if (event.button !== 0 || range === null) return
      if (event.isTrusted) surface.setPointerCapture(event.pointerId)
      drag = { kind: event.shiftKey ? 'pan' : 'brush', start: placeOf(event), range }
    },
    { signal },
  )
  surface.addEventListener(
    'pointermove',
    (event) => {
      const place = placeOf(event)
      if (drag === null) hover(view, place)
      else if (drag.kind === 'pan') pan(drag, place, view, zoom)
      else if (isDragged(drag, place)) showBrush(elements, drag.start.x, place.x)
      else showBrush(elements, null, 0)
    },
    { signal },
  )
  surface.addEventListener(
    'pointerup',
    (event) => {
      const place = placeOf(event)
      const ended = drag
      endDrag()
      if (ended === null) return
      if (!isDragged(ended, place)) {
        if (event.pointerType !== 'mouse') hover(view, place)
        togglePin(view)
        return
      }
      if (ended.kind === 'brush') zoom.show(brushed(ended, place, view))
      zoom.settle()
    },
    { signal },
  )
  surface.addEventListener('pointercancel', endDrag, { signal })
  surface.addEventListener(
    'pointerleave',
    () => {
      if (drag === null && view.state().cursor?.isPinned === false) view.set({ cursor: null })
    },
    { signal },
  )
  surface.addEventListener(
    'dblclick',
    () => {
      zoom.show(null)
      zoom.settle()
    },
    { signal },
  )
  surface.addEventListener(
    'wheel',
    (event) => {
      const range = view.viewport()
      if (range === null || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      const about = pixelToX(range, placeOf(event).x, view.scene().layout.width)
      zoom.by(range, about, Math.exp(event.deltaY * wheelSpeed))
    },
    { signal, passive: false },
  )
  surface.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || drag === null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      endDrag()
    },
    { signal },
  )
  return () => controller.abort()
}

/** Sets the crosshair on the point nearest to the pointer, of the line nearest to it. */
function hover(view: EngineView, { x, y }: Place): void {
  const viewport = view.viewport()
  const { cursor } = view.state()
  if (viewport === null || cursor?.isPinned === true) return
  const { layout, model, chartId } = view.scene()
  const [nearest] = byDistance(view.pointsAt(pixelToX(viewport, x, layout.width)), y)
  view.set({
    cursor:
      nearest === undefined
        ? null
        : {
            axis: model.axis,
            x: nearest.x,
            chartId,
            lineKey: nearest.line.key,
            place: nearest.place,
            pointerY: y,
            isPinned: false,
          },
  })
}

function togglePin(view: EngineView): void {
  const { cursor } = view.state()
  if (cursor !== null) view.set({ cursor: { ...cursor, isPinned: !cursor.isPinned } })
}

function pan({ start, range }: Drag, place: Place, view: EngineView, zoom: Zoom): void {
  const perPixel = (range.to - range.from) / Math.max(1, view.scene().layout.width)
  zoom.pan(range, (start.x - place.x) * perPixel)
}

function brushed(
  { start, range }: Drag,
  place: Place,
  view: EngineView,
): { from: number; to: number } {
  const { width } = view.scene().layout
  const viewport = { ...range, low: 0, high: 1 }
  return {
    from: pixelToX(viewport, Math.min(start.x, place.x), width),
    to: pixelToX(viewport, Math.max(start.x, place.x), width),
  }
}

function isDragged({ start }: Drag, place: Place): boolean {
  return Math.abs(place.x - start.x) >= leastDrag
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(length, at))
}
