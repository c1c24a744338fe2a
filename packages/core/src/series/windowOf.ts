import { RunoffError } from '../errors.ts'
import { collectExtent, type Pyramid, type ValueExtent } from './pyramid.ts'

export interface WindowOptions {
  /** The x of the left border of the first pixel column. */
  readonly from: number
  /** The x of the right border of the last pixel column; more than `from`. */
  readonly to: number
  /** How many pixel columns there are; a whole number of at least 1. */
  readonly pixels: number
  /** A window of as many pixels whose columns may be written over; saves making new ones. */
  readonly reuse?: SeriesWindow | undefined
}

/**
 * A series as wide as a screen: the first, lowest, highest and last finite value of the points in
 * each pixel column (M4), from which the picture is the same as from all the points.
 */
export interface SeriesWindow {
  readonly pixels: number
  /**
   * The place of the first point at or right of each column's left border, and at the end the
   * place behind the last point within the window: column `c` holds the points from `starts[c]`
   * up to but not including `starts[c + 1]`.
   */
  readonly starts: Uint32Array
  /** The first finite value in each column; `NaN` where there is none, as in the next three. */
  readonly first: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly last: Float64Array
  /** Which values that are not finite are in each column: `holdsNaN` and the other two, added. */
  readonly flags: Uint8Array
}

/**
 * Returns what each pixel column of a range of steps holds, each extreme kept.
 *
 * A column takes the points from its left border up to but not including its right one, and the
 * last column that one too. It costs what the pixels cost, not what the points cost.
 *
 * @throws {RunoffError} `bad-option` when the range is empty or not finite, or `pixels` no whole
 *   number of at least 1.
 * @see Jugel et al., M4: A Visualization-Oriented Time Series Data Aggregation (2014).
 */
export function windowOf(pyramid: Pyramid, options: WindowOptions): SeriesWindow {
  const { from, to, pixels, reuse } = checked(options)
  const { steps, values } = pyramid.series
  const window = reuse?.pixels === pixels ? reuse : newWindow(pixels)
  const extent: ValueExtent = { min: Infinity, max: -Infinity, flags: 0 }
  let start = search(steps, from, 0, false)
  for (let column = 0; column < pixels; column++) {
    const isLast = column === pixels - 1
    const border = isLast ? to : columnBorder(from, to, (column + 1) / pixels)
    const end = search(steps, border, start, isLast)
    window.starts[column] = start
    extent.min = Infinity
    extent.max = -Infinity
    extent.flags = 0
    if (start < end) collectExtent(pyramid, start, end, extent)
    const hasValue = extent.min <= extent.max
    window.min[column] = hasValue ? extent.min : NaN
    window.max[column] = hasValue ? extent.max : NaN
    window.first[column] = hasValue ? finiteFrom(values, start, 1) : NaN
    window.last[column] = hasValue ? finiteFrom(values, end - 1, -1) : NaN
    window.flags[column] = extent.flags
    start = end
  }
  window.starts[pixels] = start
  return window
}

/** Returns the x that lies at a share, from 0 to 1, of the way from `from` to `to`. */
export function columnBorder(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

function checked(options: WindowOptions): WindowOptions {
  const { from, to, pixels } = options
  if (!Number.isFinite(to - from) || from >= to) {
    throw new RunoffError(
      'bad-option',
      `windowOf needs a finite range with from < to, and got ${from} to ${to}. ` +
        'Pass the first and last step to be seen.',
    )
  }
  if (!Number.isInteger(pixels) || pixels < 1) {
    throw new RunoffError(
      'bad-option',
      `windowOf needs a whole number of at least 1 pixel, and got ${pixels}. ` +
        'Pass the width of the plot in device pixels.',
    )
  }
  return options
}

function newWindow(pixels: number): SeriesWindow {
  return {
    pixels,
    starts: new Uint32Array(pixels + 1),
    first: new Float64Array(pixels),
    min: new Float64Array(pixels),
    max: new Float64Array(pixels),
    last: new Float64Array(pixels),
    flags: new Uint8Array(pixels),
  }
}

/** Only called where a finite value is known to be ahead. */
function finiteFrom(values: Float64Array, place: number, direction: 1 | -1): number {
  let at = place
  while (!Number.isFinite(values[at])) at += direction
  return values[at] as number
}

/**
 * The first place from `start` on whose step is at least `wanted`, or above it where `isAbove`.
 * Strides that double, then halving: the next border is mostly near the last one.
 */
function search(steps: Float64Array, wanted: number, start: number, isAbove: boolean): number {
  let low = start
  let stride = 1
  while (low + stride <= steps.length && isBefore(steps[low + stride - 1], wanted, isAbove)) {
    low += stride
    stride *= 2
  }
  let high = Math.min(steps.length, low + stride)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isBefore(steps[middle], wanted, isAbove)) low = middle + 1
    else high = middle
  }
  return low
}

function isBefore(step: number | undefined, wanted: number, isAbove: boolean): boolean {
  const at = step as number
  return isAbove ? at <= wanted : at < wanted
}
