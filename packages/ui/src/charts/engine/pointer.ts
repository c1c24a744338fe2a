import { zoomedOut } from '../zoomHistory.ts'
import { brushFrom, panFrom, type Drag, type DragTools } from './drag.ts'
import { freshViewport } from './freshViewport.ts'
import { endHover, hover, pinAt } from './hover.ts'
import type { Place } from './markedArea.ts'
import { createTouch } from './touch.ts'
import { zoomByWheel } from './wheel.ts'

/**
 * Listens to the pointer until stopped: hover moves the crosshair, a drag zooms to what it marks,
 * with Shift it pans; the wheel zooms with Ctrl or Cmd, and is the page's without; a click pins, a
 * double click shows everything. Fingers do as in `createTouch`.
 */
export function listenToPointer(tools: DragTools): () => void {
  const { elements, view, zoom } = tools
  const { surface } = elements
  const controller = new AbortController()
  const { signal } = controller
  const touch = createTouch(tools)
  let drag: Drag | null = null

  const placeOf = (event: MouseEvent): Place => {
    const box = surface.getBoundingClientRect()
    const { width, height } = view.scene().layout
    return { x: clamp(event.clientX - box.left, width), y: clamp(event.clientY - box.top, height) }
  }
  const listen = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    react: (event: HTMLElementEventMap[Type]) => void,
  ): void => surface.addEventListener(type, react, { signal, passive: false })
  const takeBack = (): void => {
    drag?.takeBack()
    drag = null
  }

  listen('pointerdown', (event) => {
    const range = freshViewport(view)
    const place = placeOf(event)
    if (isTouch(event)) touch.down(event.pointerId, place)
    if (isTouch(event) || event.button !== 0 || range === null) return
    // A pointer that a test or a tool has made up cannot be captured.
    if (event.isTrusted) surface.setPointerCapture(event.pointerId)
    takeBack()
    drag = event.shiftKey ? panFrom(place, range, tools) : brushFrom(place, range, tools)
  })
  listen('pointermove', (event) => {
    const place = placeOf(event)
    if (isTouch(event)) touch.move(event.pointerId, place)
    else if (drag === null) hover(view, place)
    else drag.move(place)
  })
  listen('pointerup', (event) => {
    const place = placeOf(event)
    if (isTouch(event)) touch.up(event.pointerId)
    const ended = drag
    drag = null
    if (ended !== null && !ended.end(place)) pinAt(view, place)
  })
  listen('pointercancel', (event) => {
    if (isTouch(event)) touch.up(event.pointerId, { isTaken: true })
    takeBack()
  })
  listen('lostpointercapture', (event) => {
    if (!isTouch(event)) takeBack()
  })
  listen('pointerleave', (event) => {
    if (drag === null && (!isTouch(event) || !touch.isDown())) endHover(view)
  })
  listen('dblclick', () => zoom.change(zoomedOut))
  listen('wheel', (event) => zoomByWheel(event, placeOf(event), tools))
  // `touch-action` leaves the page its scroll; with a second finger there is none.
  for (const type of ['touchstart', 'touchmove'] as const) {
    listen(type, (event) => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault()
    })
  }
  // A drag is taken back wherever the focus is, and before anybody else hears of the key.
  surface.ownerDocument.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || drag === null) return
      event.preventDefault()
      event.stopImmediatePropagation()
      takeBack()
    },
    { signal, capture: true },
  )
  return () => {
    controller.abort()
    takeBack()
  }
}

function isTouch({ pointerType }: PointerEvent): boolean {
  return pointerType === 'touch'
}

function clamp(at: number, length: number): number {
  return Math.max(0, Math.min(length, at))
}
