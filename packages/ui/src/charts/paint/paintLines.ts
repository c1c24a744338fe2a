import { firstAbove, firstAtLeast } from '@runoff/core'
import { columnExtents, type ColumnExtents } from '../../geometry/columnExtents.ts'
import { xToPixel } from '../../geometry/viewport.ts'
import { cutMarks } from './cutMarks.ts'
import { edgeMarks, flaggedColumns, flaggedPoints } from './edgeMarks.ts'
import { endMarks } from './endMarks.ts'
import type { LineMark } from './lineMark.ts'
import { paintBand } from './paintBand.ts'
import { paintMarker } from './paintMarker.ts'
import { paintSegments } from './paintSegments.ts'
import { paintSpans } from './paintSpans.ts'
import type { PictureLine } from './picture.ts'
import { pointMarks } from './pointMarks.ts'
import { plotColumns, type Raster } from './raster.ts'

/** What one line after the other is worked out in. */
export interface LineWork {
  line: ColumnExtents | undefined
  band: ColumnExtents | undefined
}

export function createLineWork(): LineWork {
  return { line: undefined, band: undefined }
}

/**
 * Draws lines over what is there, the later over the earlier, with their bands behind them all, and
 * pauses behind each of them. `marksCuts`: whether to mark where they leave the plot through its upper
 * or lower border.
 */
export function* paintLines(
  raster: Raster,
  lines: readonly PictureLine[],
  work: LineWork,
  marksCuts: boolean,
): Generator<undefined, void> {
  const columns = plotColumns(raster)
  for (const { band, viewport, color, opacity } of lines) {
    if (band === null) continue
    work.line = columnExtents(band.low, viewport, columns, work.line)
    work.band = columnExtents(band.high, viewport, columns, work.band)
    const look = { viewport, color, opacity: opacity * band.opacity }
    paintBand(raster, { low: work.line, high: work.band }, look)
    yield
  }
  const atEdges: Marked[] = []
  for (const line of lines) {
    const { along, edges } = paintLine(raster, line, work, marksCuts)
    paintMarks(raster, { line, marks: along })
    if (edges.length > 0) atEdges.push({ line, marks: edges })
    yield
  }
  // Over all lines: no marker of a later one hides that a value is none.
  for (const marked of atEdges) paintMarks(raster, marked)
}

interface Marked {
  readonly line: PictureLine
  readonly marks: readonly LineMark[]
}

function paintMarks(raster: Raster, { line, marks }: Marked): void {
  const { inset } = raster
  for (const mark of marks) {
    paintMarker(raster, { x: mark.x + inset, y: mark.y }, mark.shape, {
      color: line.color,
      opacity: line.opacity,
      radius: line.markerRadius,
      fromColumn: (mark.fromColumn ?? -inset) + inset,
    })
  }
}

interface MarksOfLine {
  /** On its points and behind its end. */
  readonly along: readonly LineMark[]
  /** At the edges of the plot: values that are not finite, and where it is cut off. */
  readonly edges: readonly LineMark[]
}

const noMarks: MarksOfLine = { along: [], edges: [] }

/** Draws one line, and returns the marks that belong over it. */
function paintLine(
  raster: Raster,
  line: PictureLine,
  work: LineWork,
  marksCuts: boolean,
): MarksOfLine {
  const { pyramid, viewport } = line
  const { steps } = pyramid.series
  const size = { width: plotColumns(raster), height: raster.height }
  if (steps.length === 0) return noMarks
  const range = { start: firstAtLeast(steps, viewport.from), end: firstAbove(steps, viewport.to) }
  const isSparse = (range.end - range.start) * sparsePx(line.width) <= size.width
  const anchor = xToPixel(viewport, steps[0] as number, size.width)
  if (!isSparse || marksCuts) {
    work.line = columnExtents(pyramid, viewport, size.width, work.line)
  }
  const extents = work.line
  if (isSparse) paintSegments(raster, pyramid.series, range, line, anchor)
  else if (extents !== undefined) paintSpans(raster, extents, line, anchor)
  if (line.markerRadius <= 0) return noMarks
  const odd = isSparse ? flaggedPoints(line, range, size) : flaggedColumns(extents)
  return {
    along: [
      ...(isSparse ? pointMarks(line, range, size) : []),
      ...endMarks(line, range, size, isSparse),
    ],
    edges: [
      ...edgeMarks(line, odd, size),
      ...(marksCuts && extents !== undefined ? cutMarks(line, extents, size) : []),
    ],
  }
}

/** A line whose points are at least so far apart is drawn segment by segment. */
function sparsePx(width: number): number {
  return Math.max(3, width * 2)
}
