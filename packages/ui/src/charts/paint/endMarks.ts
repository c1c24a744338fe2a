import type { Pyramid } from '@runoff/core'
import { crossingAt } from '../../geometry/columnExtents.ts'
import { valueToPixel, xToPixel } from '../../geometry/viewport.ts'
import type { LineMark, PlotSize } from './lineMark.ts'
import type { PlaceRange } from './paintSegments.ts'
import type { PictureLine } from './picture.ts'
import { marksEach } from './pointMarks.ts'

interface End {
  readonly x: number
  readonly value: number
}

/**
 * Returns the marker at the end of a line, behind its last point, so that it hides no column of it;
 * behind the plot where the line goes on there. A live run's has a ring around it. Where each point
 * has its marker, the last one has it too and only the ring is added.
 */
export function endMarks(
  line: PictureLine,
  range: PlaceRange,
  size: PlotSize,
  isSparse: boolean,
): readonly LineMark[] {
  if (line.markerPlaces === 'none') return []
  const end = endOf(line, range, size)
  if (end === null) return []
  const y = valueToPixel(line.viewport, end.value, size.height)
  if (!(y >= 0 && y <= size.height)) return []
  const ring = (x: number, fromColumn?: number): readonly LineMark[] =>
    line.isLive
      ? [{ x, y, shape: 'ring', ...(fromColumn === undefined ? {} : { fromColumn }) }]
      : []
  if (isSparse && marksEach(line, range, size)) return ring(end.x)
  const x = end.x + line.markerRadius + 1
  const fromColumn = Math.min(size.width, Math.floor(end.x) + 1)
  return [{ x, y, shape: line.marker, fromColumn }, ...ring(x, fromColumn)]
}

/** The last place of the line within the plot: its last point, or where it goes out of the plot. */
function endOf(line: PictureLine, range: PlaceRange, { width }: PlotSize): End | null {
  const { viewport, pyramid } = line
  const leaving = crossingAt(pyramid, range.end, viewport.to)
  if (Number.isFinite(leaving)) return { x: width, value: leaving }
  const { steps, values } = pyramid.series
  const place = lastFinite(pyramid, range)
  if (place === -1) return null
  return { x: xToPixel(viewport, steps[place] as number, width), value: values[place] as number }
}

/** Looks at buckets of points first: a run may end in a million values that are not finite. */
function lastFinite({ series, levels }: Pyramid, { start, end }: PlaceRange): number {
  const { values } = series
  const finest = levels[0]
  let place = end - 1
  while (place >= start && !Number.isFinite(values[place])) {
    const bucket = (place + 1) / bucketPoints - 1
    const isEmpty = (finest?.mins[bucket] ?? 0) > (finest?.maxs[bucket] ?? 0)
    place -= isEmpty ? bucketPoints : 1
  }
  return place >= start ? place : -1
}

/** Points of a bucket of the finest level of a pyramid. */
const bucketPoints = 16
