import { columnBorder, type Pyramid, type SeriesWindow } from '@runoff/core'

/** How far up and down a line reaches in each pixel column, in the unit of its values. */
export interface ColumnExtents {
  /** The lowest value of the line within each column; `NaN` where the line is not there. */
  readonly low: Float64Array
  readonly high: Float64Array
}

export interface ColumnRange {
  readonly from: number
  readonly to: number
}

/**
 * Returns the extent of the whole polyline in each pixel column: of the points in it and of the
 * places where the line crosses its two borders.
 *
 * From this the picture is the same as from every point. The line ends at a value that is not
 * finite and begins again behind it. `reuse` is written over where it is as wide.
 */
export function columnExtents(
  pyramid: Pyramid,
  window: SeriesWindow,
  range: ColumnRange,
  reuse?: ColumnExtents,
): ColumnExtents {
  const { pixels } = window
  const extents = reuse?.low.length === pixels ? reuse : newExtents(pixels)
  let left = crossingAt(pyramid, window.starts[0] ?? 0, range.from)
  for (let column = 0; column < pixels; column++) {
    const border = columnBorder(range.from, range.to, (column + 1) / pixels)
    const right = crossingAt(pyramid, window.starts[column + 1] ?? 0, border)
    extents.low[column] = lowest(window.min[column] as number, left, right)
    extents.high[column] = highest(window.max[column] as number, left, right)
    left = right
  }
  return extents
}

/**
 * Returns the value at which the line crosses an x, `NaN` where it does not.
 *
 * `place` is that of the first point at or right of the x.
 */
export function crossingAt({ series }: Pyramid, place: number, x: number): number {
  const { steps, values } = series
  if (place === 0 || place >= steps.length) return NaN
  const after = values[place] as number
  const before = values[place - 1] as number
  const afterX = steps[place] as number
  const beforeX = steps[place - 1] as number
  const share = (x - beforeX) / (afterX - beforeX)
  // An infinite end gives NaN or infinity here, and neither is a place on a line.
  const value = before + (after - before) * share
  return value - value === 0 ? value : NaN
}

function newExtents(pixels: number): ColumnExtents {
  return { low: new Float64Array(pixels), high: new Float64Array(pixels) }
}

/** Comparisons with NaN are false, so what is not there never wins; `a` may be NaN as well. */
function lowest(a: number, b: number, c: number): number {
  const least = b < a || a !== a ? b : a
  return c < least || least !== least ? c : least
}

function highest(a: number, b: number, c: number): number {
  const most = b > a || a !== a ? b : a
  return c > most || most !== most ? c : most
}
