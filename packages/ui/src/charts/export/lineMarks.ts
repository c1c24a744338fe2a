import { firstAbove, firstAtLeast } from '@runoff/core'
import { columnExtents, type ColumnExtents } from '../../geometry/columnExtents.ts'
import { cutMarks } from '../paint/cutMarks.ts'
import { edgeMarks, flaggedColumns, flaggedPoints } from '../paint/edgeMarks.ts'
import { endMarks } from '../paint/endMarks.ts'
import type { LineMark, PlotSize } from '../paint/lineMark.ts'
import type { PictureLine } from '../paint/picture.ts'
import { pointMarks } from '../paint/pointMarks.ts'

/** What stands on a line beside its strokes, and whether its dash can be seen. */
export interface LineDetails {
  readonly marks: readonly LineMark[]
  readonly isDashed: boolean
}

/** Returns the marks that the painter puts on a line, and whether it draws it dashed. */
export function lineDetails(line: PictureLine, size: PlotSize, marksCuts: boolean): LineDetails {
  const { pyramid, viewport } = line
  const { steps } = pyramid.series
  if (steps.length === 0) return { marks: [], isDashed: false }
  const range = { start: firstAtLeast(steps, viewport.from), end: firstAbove(steps, viewport.to) }
  const columns = { ...size, width: Math.max(1, Math.round(size.width)) }
  const isSparse = (range.end - range.start) * sparsePx(line.width) <= columns.width
  const extents = columnExtents(pyramid, viewport, columns.width)
  const isDashed = line.dash.length > 0 && (isSparse || isThin(line, extents, size))
  if (line.markerRadius <= 0) return { marks: [], isDashed }
  const odd = isSparse ? flaggedPoints(line, range, columns) : flaggedColumns(extents)
  const marks = [
    ...edgeMarks(line, odd, columns),
    ...(marksCuts ? cutMarks(line, extents, columns) : []),
    ...(isSparse ? pointMarks(line, range, columns) : []),
    ...endMarks(line, range, columns, isSparse),
  ]
  return { marks, isDashed }
}

/** As in the painter: a line whose points are at least so far apart is drawn point by point. */
function sparsePx(width: number): number {
  return Math.max(3, width * 2)
}

/** As in the painter: a dash across noise would be noise. */
const thinHeights = 0.7

function isThin(line: PictureLine, { low, high }: ColumnExtents, { height }: PlotSize): boolean {
  const range = line.viewport.high - line.viewport.low
  const heights = Array.from(low, (lowest, column) => ((high[column] ?? NaN) - lowest) / range)
  const seen = heights.filter(Number.isFinite)
  const sum = seen.reduce((total, share) => total + share, 0)
  return sum * height <= seen.length * line.width * thinHeights
}
