import { firstAbove, firstAtLeast, windowOf, type Pyramid, type SeriesWindow } from '@runoff/core'
import { clipSegment, type Box, type Place } from '../../geometry/clipSegment.ts'
import { columnExtents, type ColumnExtents } from '../../geometry/columnExtents.ts'
import { valueToPixel, xToPixel, type Viewport } from '../../geometry/viewport.ts'
import type { PlotSize } from '../paint/lineMark.ts'

/** A picture is thinned for twice as many columns as it has pixels: nothing of that can be seen. */
const columnsPerPx = 2

/** The first, lowest, highest and last point of a column. */
const keptPerColumn = 4

/** So far beyond the plot a line is written, in pixels: its end is never seen. */
const air = 8

/** One stroke of a line, from point to point. */
export type Stroke = readonly Place[]

/**
 * Returns a line as strokes between its gaps, in pixels from the upper left corner of the plot.
 *
 * Every corner is a logged point, but where a stroke leaves the plot. Where there are more points
 * than can be told apart, the first, lowest, highest and last of each half pixel are kept, and so
 * every extreme. A point between two gaps is a stroke of one place.
 *
 * @see Jugel et al., M4: A Visualization-Oriented Time Series Data Aggregation (2014).
 */
export function lineStrokes(
  pyramid: Pyramid,
  viewport: Viewport,
  size: PlotSize,
): readonly Stroke[] {
  const { steps, values } = pyramid.series
  const box = boxAround(viewport, size)
  const toPixel = ({ x, y }: Place): Place => ({
    x: xToPixel(viewport, x, size.width),
    y: valueToPixel(viewport, y, size.height),
  })
  const strokes: Place[][] = []
  let before: Place | null = null
  let isJoined = false
  for (const place of keptPlaces(pyramid, viewport, size)) {
    const value = values[place] as number
    const here: Place | null = Number.isFinite(value)
      ? { x: steps[place] as number, y: value }
      : null
    const seen = here === null ? null : seenOf(before ?? here, here, box)
    if (here !== null && seen !== null) {
      const [from, to] = seen
      if (!isJoined || before === null) strokes.push([toPixel(from)])
      if (before !== null) strokes.at(-1)?.push(toPixel(to))
    }
    // Only a stroke that was not cut off at its end goes on.
    isJoined = seen !== null && here !== null && seen[1].x === here.x && seen[1].y === here.y
    before = here
  }
  return strokes
}

/** Most segments lie within the plot, where there is nothing to cut. */
function seenOf(from: Place, to: Place, box: Box): readonly [Place, Place] | null {
  return isWithin(from, box) && isWithin(to, box) ? [from, to] : clipSegment(from, to, box)
}

function isWithin({ x, y }: Place, { left, right, bottom, top }: Box): boolean {
  return x >= left && x <= right && y >= bottom && y <= top
}

function boxAround({ from, to, low, high }: Viewport, { width, height }: PlotSize): Box {
  const x = ((to - from) / width) * air
  const y = ((high - low) / height) * air
  return { left: from - x, right: to + x, bottom: low - y, top: high + y }
}

/** Also the points next to the plot, which its lines come from and lead to. */
function* keptPlaces(pyramid: Pyramid, viewport: Viewport, size: PlotSize): Generator<number> {
  const { steps } = pyramid.series
  const start = firstAtLeast(steps, viewport.from)
  const end = firstAbove(steps, viewport.to)
  const columns = Math.max(1, Math.ceil(size.width * columnsPerPx))
  if (start > 0) yield start - 1
  if (end - start <= columns * keptPerColumn) {
    for (let place = start; place < end; place++) yield place
  } else {
    const { from, to } = viewport
    const window = windowOf(pyramid, { from, to, pixels: columns })
    for (let column = 0; column < columns; column++) yield* keptOfColumn(pyramid, window, column)
  }
  if (end < steps.length) yield end
}

function keptOfColumn(
  { series: { values } }: Pyramid,
  window: SeriesWindow,
  column: number,
): Iterable<number> {
  const start = window.starts[column] as number
  const end = window.starts[column + 1] as number
  if (window.flags[column] !== 0) return keptBetweenGaps(values, start, end)
  if (start === end) return []
  const lowest = values.indexOf(window.min[column] as number, start)
  const highest = values.indexOf(window.max[column] as number, start)
  return inOrder([start, lowest, highest, end - 1])
}

/** The same for each stretch of finite values, with one place for each gap. */
function* keptBetweenGaps(values: Float64Array, start: number, end: number): Generator<number> {
  let place = start
  while (place < end) {
    const first = place
    let [lowest, highest] = [place, place]
    for (; place < end && Number.isFinite(values[place]); place++) {
      if ((values[place] as number) < (values[lowest] as number)) lowest = place
      if ((values[place] as number) > (values[highest] as number)) highest = place
    }
    if (place > first) yield* inOrder([first, lowest, highest, place - 1])
    if (place === end) return
    yield place
    while (place < end && !Number.isFinite(values[place])) place++
  }
}

function inOrder(places: readonly number[]): readonly number[] {
  return [...new Set(places)].sort((a, b) => a - b)
}

/**
 * Returns what lies between two lines as closed outlines, in pixels as `lineStrokes`: one for each
 * stretch where both are there.
 */
export function bandOutlines(
  band: { readonly low: Pyramid; readonly high: Pyramid },
  viewport: Viewport,
  size: PlotSize,
): readonly Stroke[] {
  const columns = Math.max(1, Math.ceil(size.width * columnsPerPx))
  const low = columnExtents(band.low, viewport, columns)
  const high = columnExtents(band.high, viewport, columns)
  return stretches(low, high).map(([first, last]) => {
    const along = (extent: Float64Array, column: number): readonly Place[] => {
      const y = clamped(valueToPixel(viewport, extent[column] ?? NaN, size.height), size)
      const left = { x: (column / columns) * size.width, y }
      // A band of one column is as wide as the column.
      return column < last ? [left] : [left, { x: ((column + 1) / columns) * size.width, y }]
    }
    const places = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    return [
      ...places.flatMap((column) => along(high.high, column)),
      ...places.toReversed().flatMap((column) => along(low.low, column).toReversed()),
    ]
  })
}

function stretches(
  low: ColumnExtents,
  high: ColumnExtents,
): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (let column = 0; column < low.columns; column++) {
    if (Number.isNaN(low.low[column]) || Number.isNaN(high.high[column])) continue
    const last = found.at(-1)
    if (last !== undefined && last[1] === column - 1) last[1] = column
    else found.push([column, column])
  }
  return found
}

function clamped(y: number, { height }: PlotSize): number {
  return Math.max(-air, Math.min(height + air, y))
}

/** Returns strokes as an SVG path, in hundredths of a pixel; a lone place is a stroke of no length. */
export function pathOf(strokes: readonly Stroke[]): string {
  return strokes
    .map((stroke) => {
      const corners: string[] = []
      for (const { x, y } of stroke) {
        const corner = `${rounded(x)},${rounded(y)}`
        if (corner !== corners.at(-1)) corners.push(corner)
      }
      return corners.length === 1 ? `M${corners[0]}h0` : `M${corners.join('L')}`
    })
    .join('')
}

/** Returns a length to two decimals. */
export function rounded(length: number): number {
  // Adding zero turns -0 into 0.
  return Math.round(length * 100) / 100 + 0
}
