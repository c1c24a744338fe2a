import { holdsNaN, holdsNegativeInfinity, holdsPositiveInfinity } from '@runoff/core'
import type { ColumnExtents } from '../../geometry/columnExtents.ts'
import { xToPixel } from '../../geometry/viewport.ts'
import type { LineMark, PlotSize } from './lineMark.ts'
import type { PlaceRange } from './paintSegments.ts'
import type { PictureLine } from './picture.ts'

/** A column that holds values which are not finite, and which ones. */
export interface FlaggedColumn {
  readonly column: number
  readonly flags: number
}

/** Returns the columns that hold a value which is not finite, from left to right. */
export function flaggedColumns(extents: ColumnExtents | undefined): readonly FlaggedColumn[] {
  const found: FlaggedColumn[] = []
  if (extents === undefined) return found
  for (let column = 0; column < extents.columns; column++) {
    const flags = extents.flags[column] as number
    if (flags !== 0) found.push({ column, flags })
  }
  return found
}

/** The same of a line of few points, from these. */
export function flaggedPoints(
  { pyramid, viewport }: PictureLine,
  { start, end }: PlaceRange,
  { width }: PlotSize,
): readonly FlaggedColumn[] {
  const { steps, values } = pyramid.series
  const found: FlaggedColumn[] = []
  for (let place = start; place < end; place++) {
    const value = values[place] as number
    if (Number.isFinite(value)) continue
    const x = xToPixel(viewport, steps[place] as number, width)
    found.push({ column: Math.min(width - 1, Math.floor(x)), flags: flagOf(value) })
  }
  return found
}

function flagOf(value: number): number {
  if (Number.isNaN(value)) return holdsNaN
  return value > 0 ? holdsPositiveInfinity : holdsNegativeInfinity
}

/**
 * Returns the marks at the upper and lower edge where values are not finite. Those that lie nearer
 * than they are wide are one: the sentence under the chart has the count.
 */
export function edgeMarks(
  { markerRadius }: PictureLine,
  columns: readonly FlaggedColumn[],
  { height }: PlotSize,
): readonly LineMark[] {
  if (columns.length === 0) return []
  const inset = markerRadius * 1.6
  const kinds = [
    { flag: holdsNaN, y: height - inset, shape: 'hollowTriangleDown' },
    { flag: holdsPositiveInfinity, y: inset, shape: 'triangle' },
    { flag: holdsNegativeInfinity, y: height - inset, shape: 'triangleDown' },
  ] as const
  return kinds.flatMap(({ flag, y, shape }) => {
    const marks: LineMark[] = []
    let nextX = -Infinity
    for (const { column, flags } of columns) {
      if ((flags & flag) === 0 || column < nextX) continue
      marks.push({ x: column + 0.5, y, shape })
      nextX = column + markerRadius * 2.5
    }
    return marks
  })
}
