import {
  collectExtent,
  firstAbove,
  firstAtLeast,
  holdsNaN,
  holdsNegativeInfinity,
  holdsPositiveInfinity,
  type Pyramid,
  type ValueExtent,
} from '@runoff/core'

/** How far up and down a line reaches in each pixel column, in the unit of its values. */
export interface ColumnExtents {
  readonly columns: number
  /** The lowest value of the line within each column; `NaN` where the line is not there. */
  readonly low: Float64Array
  readonly high: Float64Array
  /** Which values that are not finite are in each column: `holdsNaN` and the other two, added. */
  readonly flags: Uint8Array
}

export interface ColumnRange {
  /** The x of the left border of the first column. */
  readonly from: number
  /** The x of the right border of the last column; more than `from`. */
  readonly to: number
}

/** Points of a column that are read one by one before the pyramid is asked. */
const fewPoints = 32

/**
 * Returns the extent of the whole polyline in each pixel column: of the points in it and of the
 * places where the line crosses its two borders.
 *
 * From this the picture is the same as from every point. The line ends at a value that is not
 * finite and begins again behind it. A column takes the points from its left border up to but not
 * including its right one, and the last column that one too. It costs what the columns cost, however
 * many points there are. `reuse` is written over where it is as wide.
 */
export function columnExtents(
  pyramid: Pyramid,
  { from, to }: ColumnRange,
  columns: number,
  reuse?: ColumnExtents,
): ColumnExtents {
  const extents = reuse?.columns === columns ? reuse : newExtents(columns)
  const { low, high, flags } = extents
  const { steps, values } = pyramid.series
  const count = steps.length
  const rest: ValueExtent = { min: Infinity, max: -Infinity, flags: 0 }
  let place = firstAtLeast(steps, from)
  let left = crossingAt(pyramid, place, from)
  let points = 0
  for (let column = 0; column < columns; column++) {
    const border = column === columns - 1 ? to : from + (to - from) * ((column + 1) / columns)
    const start = place
    let min = left
    let max = left
    let odd = 0
    // Few points are read as they are passed; where there were many before, there will be again.
    const stop = points > fewPoints ? start : Math.min(count, start + fewPoints)
    while (place < stop && (steps[place] as number) < border) {
      const value = values[place++] as number
      // Comparisons with NaN are false: the first value takes its place by `min !== min`.
      if (value - value !== 0) odd |= oddFlag(value)
      else {
        if (value < min || min !== min) min = value
        if (value > max || max !== max) max = value
      }
    }
    if (place === stop && place < count) {
      const end = placeOfBorder(steps, border, place, start + points)
      if (place < end) {
        rest.min = Infinity
        rest.max = -Infinity
        rest.flags = 0
        collectExtent(pyramid, place, end, rest)
        odd |= rest.flags
        if (rest.min <= rest.max) {
          if (rest.min < min || min !== min) min = rest.min
          if (rest.max > max || max !== max) max = rest.max
        }
        place = end
      }
    }
    points = place - start
    const right = crossingAt(pyramid, place, border)
    low[column] = right < min || min !== min ? right : min
    high[column] = right > max || max !== max ? right : max
    flags[column] = odd
    left = right
  }
  addPointsAt(pyramid, to, place, extents)
  return extents
}

/** The points on the right border of the plot belong to the last column. */
function addPointsAt(
  pyramid: Pyramid,
  to: number,
  place: number,
  { columns, low, high, flags }: ColumnExtents,
): void {
  const { steps } = pyramid.series
  if (steps[place] !== to) return
  const rest: ValueExtent = { min: Infinity, max: -Infinity, flags: 0 }
  collectExtent(pyramid, place, firstAbove(steps, to), rest)
  const last = columns - 1
  flags[last] = (flags[last] as number) | rest.flags
  if (rest.min > rest.max) return
  const [min, max] = [low[last] as number, high[last] as number]
  low[last] = min <= rest.min ? min : rest.min
  high[last] = max >= rest.max ? max : rest.max
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
  return value - value === 0 ? value : farCrossing(before, after, share)
}

/** The distance of two finite values may be more than a number can be. */
function farCrossing(before: number, after: number, share: number): number {
  const value = before * (1 - share) + after * share
  return value - value === 0 && Number.isFinite(before) && Number.isFinite(after) ? value : NaN
}

function newExtents(columns: number): ColumnExtents {
  return {
    columns,
    low: new Float64Array(columns),
    high: new Float64Array(columns),
    flags: new Uint8Array(columns),
  }
}

function oddFlag(value: number): number {
  if (value !== value) return holdsNaN
  return value > 0 ? holdsPositiveInfinity : holdsNegativeInfinity
}

/**
 * The first place from `start` on whose step is at least `border`. Steps are mostly as far apart as
 * in the column before, which is what `guess` says; else strides that double, then halving.
 */
function placeOfBorder(steps: Float64Array, border: number, start: number, guess: number): number {
  for (let place = Math.max(start, guess - 1); place <= guess + 1; place++) {
    const isAfter = place >= steps.length || !((steps[place] as number) < border)
    if (isAfter && (place === start || (steps[place - 1] as number) < border)) return place
  }
  let low = start
  let stride = 1
  while (low + stride <= steps.length && (steps[low + stride - 1] as number) < border) {
    low += stride
    stride *= 2
  }
  let high = Math.min(steps.length, low + stride)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((steps[middle] as number) < border) low = middle + 1
    else high = middle
  }
  return low
}
