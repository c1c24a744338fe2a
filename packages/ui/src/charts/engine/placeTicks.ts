import { valueToPixel, xToPixel, type Viewport } from '../../geometry/viewport.ts'
import type { PlotLayout } from './scene.ts'

/**
 * Moves the ticks and grid lines that React has made to where their values are now, and hides those
 * that have left the plot. Between two renders this is all that axes need.
 */
export function placeTicks(box: HTMLElement, viewport: Viewport, layout: PlotLayout): void {
  for (const tick of box.querySelectorAll('[data-x]')) {
    const x = xToPixel(viewport, Number(tick.getAttribute('data-x')), layout.width)
    move(tick, `translate(${round(x)},0)`, x >= -0.5 && x <= layout.width + 0.5)
  }
  for (const tick of box.querySelectorAll('[data-y]')) {
    const y = valueToPixel(viewport, Number(tick.getAttribute('data-y')), layout.height)
    move(tick, `translate(0,${round(y)})`, y >= -0.5 && y <= layout.height + 0.5)
  }
}

/** Returns a length that is written the same by every engine of numbers. */
export function round(length: number): number {
  return Math.round(length * 100) / 100
}

function move(tick: Element, transform: string, isVisible: boolean): void {
  if (tick.getAttribute('transform') !== transform) tick.setAttribute('transform', transform)
  const visibility = isVisible ? 'visible' : 'hidden'
  if (tick.getAttribute('visibility') !== visibility) tick.setAttribute('visibility', visibility)
}
