import type { MetricSeries } from '@runoff/core'
import { pyramidOf } from '../../charts/model/pyramidOf.ts'
import { columnExtents } from '../../geometry/columnExtents.ts'
import { isGapBefore } from './gapsOf.ts'
import { toPixel, type LaneScale } from './laneScale.ts'
import type { RowBox } from './laneLayout.ts'
import type { ValueRange } from './valueRange.ts'

export interface Place {
  readonly x: number
  readonly y: number
}

export type OddKind = 'nan' | 'infinite' | 'negativeInfinite' | 'above' | 'below'

/** A value that has no height of its own, at the border of its row. */
export interface OddMark extends Place {
  readonly kind: OddKind
}

/** How the evaluations of one run and metric are drawn, in CSS pixels. */
export interface RowMarks {
  /** `dots` where each has room for one, `line` where they are close, `columns` where they are many. */
  readonly kind: 'dots' | 'line' | 'columns'
  readonly path: string
  readonly dots: readonly Place[]
  /** Those of one kind that would lie on one another are one. */
  readonly odd: readonly OddMark[]
  /** How many evaluations the drawing holds, of all that are placed. */
  readonly shown: number
}

/** Beyond so many evaluations each pixel column is drawn from its lowest to its highest value. */
export const mostMarks = 2000
/** Dots nearer than this would be a band. */
const dotPx = 5

/**
 * Returns how evaluations are drawn. A line ends at a value that is not finite and where
 * evaluations are missing; a value beyond the range lies at its border and is marked there.
 */
export function rowMarks(
  columns: MetricSeries,
  scale: LaneScale,
  { range, box }: { readonly range: ValueRange; readonly box: RowBox },
): RowMarks {
  const heightOf = heightScale(range, box)
  const odd = oddMarks(columns, scale, { range, box })
  if (columns.steps.length > mostMarks) return { ...columnMarks(columns, scale, heightOf), odd }
  const places = Array.from(columns.values, (value, at) => ({
    x: toPixel(scale, columns.steps[at] ?? NaN),
    y: heightOf(value),
  }))
  const finite = places.filter(({ y }) => Number.isFinite(y))
  const hasRoom = finite.length * dotPx <= lengthOf(finite) || finite.length <= 2
  return {
    kind: hasRoom ? 'dots' : 'line',
    path: linePath(places, columns.steps),
    dots: hasRoom ? finite : lonelyDots(places, columns.steps),
    odd,
    shown: places.length,
  }
}

/** Returns the height of a value, at the border for what is beyond; `NaN` for what is not finite. */
export function heightScale({ low, high }: ValueRange, { top, height }: RowBox) {
  return (value: number): number => {
    if (!Number.isFinite(value)) return NaN
    if (!(high > low)) return top + height / 2
    // Halved first: the distance of two finite values may be more than a number can be.
    const share = (value / 2 - low / 2) / (high / 2 - low / 2)
    return top + (1 - Math.min(1, Math.max(0, share))) * height
  }
}

function lengthOf(places: readonly Place[]): number {
  return (places.at(-1)?.x ?? 0) - (places[0]?.x ?? 0)
}

function linePath(places: readonly Place[], x: Float64Array): string {
  let isDown = false
  let path = ''
  places.forEach((place, at) => {
    if (!Number.isFinite(place.y)) {
      isDown = false
      return
    }
    path += `${isDown && !isGapBefore(x, at) ? 'L' : 'M'}${written(place)}`
    isDown = true
  })
  return path
}

/** Between two gaps a line has no length: its point would not be seen. */
function lonelyDots(places: readonly Place[], x: Float64Array): readonly Place[] {
  const isJoined = (at: number): boolean =>
    Number.isFinite(places[at - 1]?.y) && Number.isFinite(places[at]?.y) && !isGapBefore(x, at)
  return places.filter(({ y }, at) => Number.isFinite(y) && !isJoined(at) && !isJoined(at + 1))
}

function columnMarks(
  columns: MetricSeries,
  scale: LaneScale,
  heightOf: (value: number) => number,
): Omit<RowMarks, 'odd'> {
  const count = Math.max(1, Math.round(scale.plotWidth))
  const { low, high } = columnExtents(pyramidOf(columns), scale, count)
  let path = ''
  let shown = 0
  for (let column = 0; column < count; column++) {
    const top = heightOf(high[column] ?? NaN)
    const bottom = heightOf(low[column] ?? NaN)
    if (!Number.isFinite(top) || !Number.isFinite(bottom)) continue
    shown += top === bottom ? 1 : 2
    const x = round(scale.left + ((column + 0.5) / count) * scale.plotWidth)
    // A level column has a length as well, or it would not be painted.
    path += `M${x},${round(top - 0.5)}V${round(bottom + 0.5)}`
  }
  return { kind: 'columns', path, dots: [], shown: Math.min(shown, columns.steps.length) }
}

const markPx = 7

function oddMarks(
  { steps, values }: MetricSeries,
  scale: LaneScale,
  { range, box }: { readonly range: ValueRange; readonly box: RowBox },
): readonly OddMark[] {
  const found = new Map<string, OddMark>()
  for (let at = 0; at < values.length; at++) {
    const kind = oddKind(values[at] as number, range)
    if (kind === null) continue
    const x = toPixel(scale, steps[at] as number)
    const key = `${kind} ${Math.round(x / markPx)}`
    if (found.has(key)) continue
    const isLow = kind === 'negativeInfinite' || kind === 'below'
    found.set(key, { kind, x: round(x), y: isLow ? box.top + box.height : box.top })
  }
  return [...found.values()]
}

/** Returns why a value has no height of its own, `null` for one that has. */
export function oddKind(value: number, { low, high }: ValueRange): OddKind | null {
  if (value !== value) return 'nan'
  if (value === Infinity) return 'infinite'
  if (value === -Infinity) return 'negativeInfinite'
  if (value > high) return 'above'
  return value < low ? 'below' : null
}

function written({ x, y }: Place): string {
  return `${round(x)},${round(y)}`
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
