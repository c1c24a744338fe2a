import {
  holdsNaN,
  holdsNegativeInfinity,
  holdsPositiveInfinity,
  type SeriesWindow,
} from '@runoff/core'
import { valueToPixel, xToPixel } from '../../geometry/viewport.ts'
import type { MarkShape } from './paintMarker.ts'
import type { PictureLine } from './painter.ts'

export interface LineMark {
  readonly x: number
  readonly y: number
  readonly shape: MarkShape
}

interface Size {
  readonly width: number
  readonly height: number
}

/** Least distance between two markers of one line, in marker radii. */
const spacing = 40
/** Points this far apart, in marker radii, all have room for a marker. */
const roomForAll = 5

/**
 * Returns the markers of a line: at its last point and now and then along it, so that the run can
 * be told without its colour; at every point that stands alone; and at the edges where values are
 * not finite.
 */
export function lineMarks(
  line: PictureLine,
  window: SeriesWindow,
  size: Size,
): readonly LineMark[] {
  return [...edgeMarks(line, window, size), ...pointMarks(line, window, size)]
}

function pointMarks(line: PictureLine, window: SeriesWindow, size: Size): LineMark[] {
  const { steps, values } = line.pyramid.series
  const start = window.starts[0] ?? 0
  const end = window.starts[window.pixels] ?? 0
  const gap = spacingOf(line, end - start, size)
  const marks: LineMark[] = []
  let nextX = gap * line.markerPhase
  const add = (place: number): void => {
    const x = xToPixel(line.viewport, steps[place] as number, size.width)
    const y = valueToPixel(line.viewport, values[place] as number, size.height)
    marks.push({ x, y, shape: line.marker })
    nextX = x + gap
  }
  const last = lastFinite(values, window)
  // The last point has its own marker, and one close before it would lie under that.
  const lastX =
    last === -1 ? Infinity : xToPixel(line.viewport, steps[last] as number, size.width) - gap / 3
  const isEach = gap === 0 && (line.markerPlaces === 'some' || line.markerPlaces === 'sparse')
  if (isEach || line.markerPlaces === 'some') {
    for (const place of placesPerColumn(window)) {
      if (place === last || !Number.isFinite(values[place])) continue
      const x = xToPixel(line.viewport, steps[place] as number, size.width)
      if (x >= nextX && x < lastX) add(place)
    }
  }
  if (!isEach) for (const place of alonePlaces(values, start, end, size.width)) add(place)
  if (last !== -1 && line.markerPlaces !== 'none') add(last)
  return marks
}

function spacingOf(line: PictureLine, count: number, size: Size): number {
  const perPoint = size.width / Math.max(1, count)
  const radius = line.markerRadius
  return perPoint >= radius * roomForAll ? 0 : radius * spacing
}

/** The first place of each column that has one: as many as are looked at, however long the run. */
function* placesPerColumn({ starts, pixels }: SeriesWindow): Generator<number> {
  for (let column = 0; column < pixels; column++) {
    const place = starts[column] as number
    if (place < (starts[column + 1] as number)) yield place
  }
}

/** Points between two gaps, which no line leads to; looked for only where there is room for them. */
function alonePlaces(values: Float64Array, start: number, end: number, width: number): number[] {
  if (end - start > width) return []
  const places: number[] = []
  for (let place = start; place < end; place++) {
    const isAlone =
      Number.isFinite(values[place]) &&
      !Number.isFinite(values[place - 1]) &&
      !Number.isFinite(values[place + 1])
    if (isAlone) places.push(place)
  }
  return places
}

/** Looks at the columns first: a run may end in a million values that are not finite. */
function lastFinite(values: Float64Array, window: SeriesWindow): number {
  let column = window.pixels - 1
  while (column >= 0 && Number.isNaN(window.max[column])) column--
  if (column < 0) return -1
  let place = (window.starts[column + 1] as number) - 1
  while (!Number.isFinite(values[place])) place--
  return place
}

/** Marks that lie nearer than they are wide are one: the sentence under the chart has the count. */
function edgeMarks(line: PictureLine, window: SeriesWindow, size: Size): LineMark[] {
  if (!window.flags.some((flags) => flags !== 0)) return []
  const inset = line.markerRadius * 1.6
  const kinds = [
    { flag: holdsNaN, y: size.height - inset, shape: 'hollowTriangleDown' },
    { flag: holdsPositiveInfinity, y: inset, shape: 'triangle' },
    { flag: holdsNegativeInfinity, y: size.height - inset, shape: 'triangleDown' },
  ] as const
  return kinds.flatMap(({ flag, y, shape }) => {
    const marks: LineMark[] = []
    let nextX = -Infinity
    for (let column = 0; column < window.pixels; column++) {
      if (((window.flags[column] as number) & flag) === 0 || column < nextX) continue
      marks.push({ x: column + 0.5, y, shape })
      nextX = column + line.markerRadius * 2.5
    }
    return marks
  })
}
