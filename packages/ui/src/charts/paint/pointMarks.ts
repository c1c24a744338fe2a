import { valueToPixel, xToPixel } from '../../geometry/viewport.ts'
import type { LineMark, PlotSize } from './lineMark.ts'
import type { PlaceRange } from './paintSegments.ts'
import type { PictureLine } from './picture.ts'

/** Least distance between two markers of one line, in marker radii. */
const spacing = 40
/** Points this far apart, in marker radii, all have room for a marker. */
const roomForAll = 5

/**
 * Returns the markers on the points of a line of few points, so that the run can be told without its
 * colour: on all of them where there is room, on those that stand alone, and now and then.
 */
export function pointMarks(
  line: PictureLine,
  range: PlaceRange,
  size: PlotSize,
): readonly LineMark[] {
  const { steps, values } = line.pyramid.series
  const isEach = marksEach(line, range, size)
  const gap = isEach ? 0 : line.markerRadius * spacing
  const isStrewn = isEach || line.markerPlaces === 'some'
  // The end has its own marker, and one close before it would lie beside that.
  const lastX = xToPixel(line.viewport, steps[range.end - 1] ?? NaN, size.width) - gap / 3
  const marks: LineMark[] = []
  let nextX = gap * line.markerPhase
  for (let place = range.start; place < range.end; place++) {
    if (!Number.isFinite(values[place])) continue
    const x = xToPixel(line.viewport, steps[place] as number, size.width)
    const isDue = isStrewn && x >= nextX && (isEach || x < lastX)
    if (!isDue && !isAlone(values, place)) continue
    const y = valueToPixel(line.viewport, values[place] as number, size.height)
    marks.push({ x, y, shape: line.marker })
    nextX = x + gap
  }
  return marks
}

/** Whether every point of a line gets its marker. */
export function marksEach(
  { markerPlaces, markerRadius }: PictureLine,
  { start, end }: PlaceRange,
  { width }: PlotSize,
): boolean {
  if (markerPlaces === 'none' || markerPlaces === 'end') return false
  return width / Math.max(1, end - start) >= markerRadius * roomForAll
}

/** Points between two gaps, which no line leads to. */
function isAlone(values: Float64Array, place: number): boolean {
  return !Number.isFinite(values[place - 1]) && !Number.isFinite(values[place + 1])
}
