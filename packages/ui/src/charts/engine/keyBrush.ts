import { xToPixel } from '../../geometry/viewport.ts'
import type { EngineView } from './chartEngine.ts'
import { showBrush } from './overlay.ts'
import type { ChartElements } from './scene.ts'

/** A stretch that keys mark: from where one has begun to where the crosshair is. */
export interface KeyBrush {
  /** Where it began; `null` while nothing is marked. */
  readonly from: () => number | null
  readonly begin: (x: number) => void
  readonly clear: () => void
  /** Draws it where it is now. */
  readonly draw: () => void
}

export function createKeyBrush(elements: ChartElements, view: EngineView): KeyBrush {
  let start: { readonly x: number; readonly axisId: string } | null = null

  const from = (): number | null => (start?.axisId === view.scene().model.axisId ? start.x : null)
  const clear = (): void => {
    // A pointer that drags draws its own.
    if (start !== null) showBrush(elements, null)
    start = null
  }
  return {
    from,
    begin(x) {
      start = { x, axisId: view.scene().model.axisId }
    },
    clear,
    draw() {
      const x = from()
      const { cursor } = view.state()
      const viewport = view.viewport()
      if (x === null || viewport === null) return
      if (cursor?.chartId !== view.scene().chartId) return clear()
      const { width } = view.scene().layout
      const places = [x, cursor.x].map((at) =>
        Math.max(0, Math.min(width, xToPixel(viewport, at, width))),
      )
      showBrush(elements, { x: [Math.min(...places), Math.max(...places)], y: null })
    },
  }
}
