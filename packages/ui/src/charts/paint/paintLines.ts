import { columnExtents, type ColumnExtents } from '../../geometry/columnExtents.ts'
import { xToPixel } from '../../geometry/viewport.ts'
import { dashOpacities } from './dashOpacities.ts'
import type { LineMark } from './lineMark.ts'
import { shapeOf, type LineShape } from './lineShape.ts'
import { paintBand } from './paintBand.ts'
import { paintMarker } from './paintMarker.ts'
import { paintSegments } from './paintSegments.ts'
import { paintSpans } from './paintSpans.ts'
import type { PictureLine } from './picture.ts'
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

/** Draws one line, and returns how: its marks belong over it. */
function paintLine(
  raster: Raster,
  line: PictureLine,
  work: LineWork,
  marksCuts: boolean,
): LineShape {
  const { steps } = line.pyramid.series
  const columns = plotColumns(raster)
  const shape = shapeOf(
    line,
    { width: columns, height: raster.height },
    {
      marksCuts,
      reuse: work.line,
    },
  )
  work.line = shape.extents ?? work.line
  if (steps.length === 0) return shape
  const anchor = xToPixel(line.viewport, steps[0] as number, columns)
  if (shape.isSparse) paintSegments(raster, line.pyramid.series, shape.range, line, anchor)
  else if (shape.extents !== null) {
    const dash = shape.isDashed ? dashOpacities(line, columns, anchor) : null
    paintSpans(raster, shape.extents, line, dash)
  }
  return shape
}
