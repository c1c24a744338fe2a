import { firstAbove, firstAtLeast } from '@runoff/core'
import { columnExtents, type ColumnExtents } from '../../geometry/columnExtents.ts'
import { cutMarks } from './cutMarks.ts'
import { edgeMarks, flaggedColumns, flaggedPoints } from './edgeMarks.ts'
import { endMarks } from './endMarks.ts'
import type { LineMark, PlotSize } from './lineMark.ts'
import type { PictureLine } from './picture.ts'
import { pointMarks } from './pointMarks.ts'

/** How a line is drawn at a size, whatever draws it. */
export interface LineShape {
  /** Its points within the plot: from `start` up to but not including `end`. */
  readonly range: { readonly start: number; readonly end: number }
  /** Whether its points lie so far apart that it is drawn segment by segment. */
  readonly isSparse: boolean
  /** Its reach in each column; `null` for a sparse line that nothing asked it of. */
  readonly extents: ColumnExtents | null
  /** Whether its dash can be seen. */
  readonly isDashed: boolean
  /** Marks on its points and behind its end. */
  readonly along: readonly LineMark[]
  /** Marks at the edges of the plot: values that are not finite, and where it is cut off. */
  readonly edges: readonly LineMark[]
}

export interface LineShapeOptions {
  /** Whether to mark where it leaves the plot through its upper or lower border. */
  readonly marksCuts: boolean
  /** Columns that may be written over; saves making new ones. */
  readonly reuse?: ColumnExtents | undefined
}

/** Returns how a line is drawn at a size in pixels; its width is rounded to whole columns. */
export function shapeOf(
  line: PictureLine,
  { width, height }: PlotSize,
  { marksCuts, reuse }: LineShapeOptions,
): LineShape {
  const { pyramid, viewport } = line
  const { steps } = pyramid.series
  const size = { width: Math.max(1, Math.round(width)), height }
  const range = { start: firstAtLeast(steps, viewport.from), end: firstAbove(steps, viewport.to) }
  const isSparse = (range.end - range.start) * sparsePx(line.width) <= size.width
  const extents =
    isSparse && !marksCuts ? null : columnExtents(pyramid, viewport, size.width, reuse)
  const isDashed =
    line.dash.length > 0 && (isSparse || (extents !== null && isThin(line, extents, height)))
  const shape = { range, isSparse, extents, isDashed }
  if (steps.length === 0 || line.markerRadius <= 0) return { ...shape, along: [], edges: [] }
  const odd =
    isSparse || extents === null ? flaggedPoints(line, range, size) : flaggedColumns(extents)
  return {
    ...shape,
    along: [
      ...(isSparse ? pointMarks(line, range, size) : []),
      ...endMarks(line, range, size, isSparse),
    ],
    edges: [
      ...edgeMarks(line, odd, size),
      ...(marksCuts && extents !== null ? cutMarks(line, extents, size) : []),
    ],
  }
}

/** A line whose points are at least so far apart is drawn segment by segment. */
function sparsePx(width: number): number {
  return Math.max(3, width * 2)
}

/** A dash across noise would be noise: a line that is taller than this, in line widths, has none. */
const thinHeights = 0.7

function isThin(
  { viewport, width }: PictureLine,
  { low, high, columns }: ColumnExtents,
  height: number,
): boolean {
  const range = viewport.high - viewport.low
  let sum = 0
  let count = 0
  for (let column = 0; column < columns; column++) {
    const share = ((high[column] as number) - (low[column] as number)) / range
    if (share !== share) continue
    sum += share
    count++
  }
  return sum * height <= count * width * thinHeights
}
