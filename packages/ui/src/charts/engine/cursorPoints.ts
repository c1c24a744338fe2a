import { firstAtLeast } from '@runoff/core'
import { nearestPlace } from '../../geometry/nearestPlace.ts'
import { valueToPixel, type Viewport } from '../../geometry/viewport.ts'
import type { ChartCursor } from '../chartStore.ts'
import type { ChartModel, PlacedLine } from '../model/chartModel.ts'

/** The point of one line that a crosshair stands for. */
export interface CursorPoint {
  readonly line: PlacedLine
  /** The place in the line's own columns. */
  readonly place: number
  readonly x: number
  /** In pixels from the upper border; `NaN` where the value is not finite. */
  readonly y: number
}

export interface CursorQuery {
  readonly x: number
  readonly viewport: Viewport
  readonly height: number
  readonly hiddenRunIds: ReadonlySet<string>
  /** How far beyond its ends a line still answers, in x. */
  readonly tolerance: number
}

/** Returns the nearest point of every visible line that is there at an x, in the lines' order. */
export function cursorPoints(model: ChartModel, query: CursorQuery): readonly CursorPoint[] {
  return model.lines.flatMap((line) => {
    const { steps } = line.pyramid.series
    const first = steps[0] ?? Infinity
    const last = steps.at(-1) ?? -Infinity
    const isThere = query.x >= first - query.tolerance && query.x <= last + query.tolerance
    if (query.hiddenRunIds.has(line.runId) || !isThere) return []
    return [pointAt(line, nearestPlace(steps, query.x), query)]
  })
}

/** Returns the point of a line at a place in its columns. */
export function pointAt(
  line: PlacedLine,
  place: number,
  { viewport, height }: Pick<CursorQuery, 'viewport' | 'height'>,
): CursorPoint {
  const { steps, values } = line.pyramid.series
  const value = values[place] ?? NaN
  return {
    line,
    place,
    x: steps[place] ?? NaN,
    y: Number.isFinite(value) ? valueToPixel(viewport, value, height) : NaN,
  }
}

/**
 * Returns the place in a line's columns that a cursor stands on. Where several points share one x
 * only the cursor knows on which of them it is; points that came since may have moved them all.
 */
export function placeOn({ key, pyramid }: PlacedLine, cursor: ChartCursor): number {
  const { steps } = pyramid.series
  const isItsOwn = cursor.lineKey === key && steps[cursor.place] === cursor.x
  return isItsOwn ? cursor.place : nearestPlace(steps, cursor.x)
}

/** Returns the points from the nearest to the farthest from a height; those without one come last. */
export function byDistance(points: readonly CursorPoint[], y: number): readonly CursorPoint[] {
  const distance = (point: CursorPoint): number =>
    Number.isNaN(point.y) ? Infinity : Math.abs(point.y - y)
  // Not a difference: two that are infinitely far are equal, and their difference is NaN.
  return points.toSorted((a, b) => {
    const [one, other] = [distance(a), distance(b)]
    if (one === other) return 0
    return one < other ? -1 : 1
  })
}

/** Returns the places of the first and last point of a line within a range of x, if there are any. */
export function placesWithin(
  { pyramid }: PlacedLine,
  { from, to }: Viewport,
): { readonly first: number; readonly last: number } | null {
  const { steps } = pyramid.series
  const first = firstAtLeast(steps, from)
  let last = firstAtLeast(steps, to)
  if (last >= steps.length || (steps[last] ?? Infinity) > to) last--
  return first <= last ? { first, last } : null
}
