import { valueToPixel, xToPixel, type Viewport } from '../../geometry/viewport.ts'
import type { Place } from './markedArea.ts'

/** A place in a plot, and what the plot shows. */
export interface PlotPlace {
  readonly place: Place
  readonly viewport: Viewport
  readonly size: { readonly width: number; readonly height: number }
}

/**
 * Returns how far a place in the plot is from a line near one of its points, in CSS pixels: from the
 * point itself, and from the segments that meet there. Missing: `Infinity` where the point has no
 * finite value.
 */
export function lineDistance(
  { steps, values }: { readonly steps: Float64Array; readonly values: Float64Array },
  index: number,
  { place, viewport, size }: PlotPlace,
): number {
  const at = (i: number): Place => ({
    x: xToPixel(viewport, steps[i] ?? NaN, size.width),
    y: valueToPixel(viewport, values[i] ?? NaN, size.height),
  })
  const own = at(index)
  const distances = [at(index - 1), own, at(index + 1)]
    .map((other) => segmentDistance(place, own, other))
    .filter(Number.isFinite)
  return Math.min(Infinity, ...distances)
}

/** `NaN` where an end is not a number. */
function segmentDistance(place: Place, a: Place, b: Place): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : ((place.x - a.x) * dx + (place.y - a.y) * dy) / squared
  const share = Math.max(0, Math.min(1, along))
  return Math.hypot(place.x - a.x - share * dx, place.y - a.y - share * dy)
}
