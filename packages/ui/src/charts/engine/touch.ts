import type { Viewport } from '../../geometry/viewport.ts'
import type { DragTools } from './drag.ts'
import { freshViewport } from './freshViewport.ts'
import { hover, tapAt } from './hover.ts'
import { markedArea, type Place } from './markedArea.ts'
import { isUpright, pinched, type Fingers } from './pinch.ts'

/** What fingers do: one moves the crosshair or taps, two zoom and move what is shown. */
export interface Touch {
  readonly down: (pointerId: number, place: Place) => void
  readonly move: (pointerId: number, place: Place) => void
  /** `isTaken` where the browser took the finger to scroll the page with. */
  readonly up: (pointerId: number, options?: { readonly isTaken?: boolean }) => void
  /** Whether a finger is down, and where it went is not the pointer's to leave. */
  readonly isDown: () => boolean
}

interface Pinch {
  readonly range: Viewport
  readonly from: Fingers
}

export function createTouch({ view, zoom }: DragTools): Touch {
  const fingers = new Map<number, Place>()
  let pinch: Pinch | null = null
  /** Where the one finger began that may still turn out to be a tap. */
  let tap: Place | null = null

  const movePinch = (): void => {
    const to = firstTwo(fingers)
    if (pinch === null || to === null) return
    const { layout, chartId } = view.scene()
    const next = pinched(pinch.range, pinch.from, to, layout)
    zoom.show({ from: next.from, to: next.to })
    const isAlongY = isUpright(pinch.from) || view.state().yDomains.has(chartId)
    if (isAlongY) zoom.showDrawn({ low: next.low, high: next.high })
  }
  return {
    down(pointerId, place) {
      fingers.set(pointerId, place)
      tap = fingers.size === 1 ? place : null
      const from = firstTwo(fingers)
      const range = freshViewport(view)
      if (fingers.size !== 2 || from === null || range === null) return
      zoom.hold()
      pinch = { range, from }
    },
    move(pointerId, place) {
      if (!fingers.has(pointerId)) return
      fingers.set(pointerId, place)
      if (pinch !== null) movePinch()
      else if (fingers.size === 1 && (tap === null || markedArea(tap, place) !== null)) {
        tap = null
        hover(view, place)
      }
    },
    up(pointerId, { isTaken = false } = {}) {
      if (!fingers.delete(pointerId)) return
      if (pinch !== null) zoom.settle()
      pinch = null
      if (tap !== null && !isTaken) tapAt(view, tap)
      tap = null
    },
    isDown: () => fingers.size > 0,
  }
}

function firstTwo(fingers: ReadonlyMap<number, Place>): Fingers | null {
  const [a, b] = fingers.values()
  return a === undefined || b === undefined ? null : [a, b]
}
