import type { ColumnExtents } from '../../geometry/columnExtents.ts'
import { valueToPixel } from '../../geometry/viewport.ts'
import type { LineMark, PlotSize } from './lineMark.ts'
import type { PictureLine } from './picture.ts'

/** Marks nearer than this, in marker radii, are one. */
const mergeRadii = 4

/**
 * Returns the marks where a line leaves the plot through its upper or lower border: at the first and
 * the last column of each stretch that is cut off, and one for all of a stretch that is short.
 */
export function cutMarks(
  line: PictureLine,
  extents: ColumnExtents,
  size: PlotSize,
): readonly LineMark[] {
  const pixel = (value: number | undefined): number =>
    valueToPixel(line.viewport, value ?? NaN, size.height)
  const isAbove = (column: number): boolean => pixel(extents.high[column]) < -tolerance
  const isBelow = (column: number): boolean => pixel(extents.low[column]) > size.height + tolerance
  const inset = line.markerRadius * 1.2
  return [
    ...stretchEnds(line, size, isAbove).map((x) => ({ x, y: inset, shape: 'chevron' as const })),
    ...stretchEnds(line, size, isBelow).map((x) => ({
      x,
      y: size.height - inset,
      shape: 'chevronDown' as const,
    })),
  ]
}

/** What rounding alone takes over the border is not cut off. */
const tolerance = 0.01

function stretchEnds(
  { markerRadius }: PictureLine,
  { width }: PlotSize,
  isCut: (column: number) => boolean,
): readonly number[] {
  const near = markerRadius * mergeRadii
  const ends: number[] = []
  let first = -1
  let last = -1
  const close = (): void => {
    if (first === -1) return
    if (last - first < near) ends.push((first + last + 1) / 2)
    else ends.push(first + 0.5, last + 0.5)
  }
  for (let column = 0; column < width; column++) {
    if (!isCut(column)) continue
    if (first === -1 || column - last > near) {
      close()
      first = column
    }
    last = column
  }
  close()
  return ends
}
