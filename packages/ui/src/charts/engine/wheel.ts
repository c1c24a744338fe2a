import { pixelToX } from '../../geometry/viewport.ts'
import { pixelToValue } from './drag.ts'
import type { EngineView } from './chartEngine.ts'
import { freshViewport } from './freshViewport.ts'
import type { Place } from './markedArea.ts'
import type { Zoom } from './zoom.ts'

const wheelSpeed = 0.002
/** A trackpad's pinch comes as a wheel of short turns. */
const pinchSpeed = 0.01
const longestPinchTurn = 50
const lineHeightPx = 16

/**
 * Zooms by a wheel that is turned with Ctrl or Cmd: x about the pointer, with Alt as well the
 * values. Without them the wheel is the page's.
 */
export function zoomByWheel(
  event: WheelEvent,
  place: Place,
  { view, zoom }: { readonly view: EngineView; readonly zoom: Zoom },
): void {
  if (!(event.ctrlKey || event.metaKey)) return
  const range = freshViewport(view)
  if (range === null) return
  event.preventDefault()
  const { layout } = view.scene()
  const factor = Math.exp(turnOf(event))
  if (event.altKey) zoom.valuesBy(range, pixelToValue(range, place.y, layout.height), factor)
  else zoom.by(range, pixelToX(range, place.x, layout.width), factor)
}

function turnOf({ deltaX, deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  // With Alt or Shift some systems turn the wheel sideways.
  const turned = deltaY === 0 ? deltaX : deltaY
  if (deltaMode !== WheelEvent.DOM_DELTA_PIXEL) return turned * lineHeightPx * wheelSpeed
  const isPinch = ctrlKey && Math.abs(turned) < longestPinchTurn
  return turned * (isPinch ? pinchSpeed : wheelSpeed)
}
