import type { Goal } from '@runoff/core'
import type { PlacedPoint, PlotSize } from './costScene.ts'

export interface LabelledPoint extends PlacedPoint {
  readonly text: string
}

/** A name beside its point: where its text begins or ends, and on which side of the point. */
export interface PlacedLabel {
  readonly id: string
  readonly text: string
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const characterPx = 6.4
const linePx = 13
const besidePx = 7
/** Half of what a marker takes. */
const markerPx = 6

/**
 * Returns the names that can stand beside their points without covering a point or another name;
 * a name that finds no room is left out. Earlier points choose first.
 *
 * The side that is tried first is the one on which no run can lie beside the front: below and to
 * the left of it where lower is better, above where higher is. Units: pixels; the width of a text is
 * estimated from its characters.
 */
export function placeLabels(
  labelled: readonly LabelledPoint[],
  points: readonly PlacedPoint[],
  { size, goal }: { readonly size: PlotSize; readonly goal: Goal },
): readonly PlacedLabel[] {
  const markers = points.map(({ x, y }) => boxAbout(x, y))
  const taken: Box[] = []
  const placed: PlacedLabel[] = []
  for (const point of labelled) {
    const fits = candidates(point, goal).find(
      ({ box }) => isWithin(box, size) && ![...markers, ...taken].some((other) => meet(box, other)),
    )
    if (fits === undefined) continue
    taken.push(fits.box)
    placed.push(fits.label)
  }
  return placed
}

interface Candidate {
  readonly label: PlacedLabel
  readonly box: Box
}

function candidates({ id, text, x, y }: LabelledPoint, goal: Goal): readonly Candidate[] {
  const width = Array.from(text).length * characterPx
  const free = goal === 'min' ? linePx : -linePx
  const sides = [
    { anchor: 'end', drop: free },
    { anchor: 'start', drop: free },
    { anchor: 'start', drop: -free },
    { anchor: 'end', drop: -free },
    { anchor: 'end', drop: 0 },
    { anchor: 'start', drop: 0 },
  ] as const
  return sides.map(({ anchor, drop }) => {
    const at = x + (anchor === 'start' ? besidePx : -besidePx)
    const left = anchor === 'start' ? at : at - width
    const middle = y + drop
    return {
      label: { id, text, x: rounded(at), y: rounded(middle), anchor },
      box: { left, right: left + width, top: middle - linePx / 2, bottom: middle + linePx / 2 },
    }
  })
}

function boxAbout(x: number, y: number): Box {
  return { left: x - markerPx, right: x + markerPx, top: y - markerPx, bottom: y + markerPx }
}

function isWithin({ left, right, top, bottom }: Box, { width, height }: PlotSize): boolean {
  return left >= 0 && right <= width && top >= 0 && bottom <= height
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

function rounded(length: number): number {
  return Math.round(length * 100) / 100
}
