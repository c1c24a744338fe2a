import type { ColumnExtents } from '../../geometry/columnExtents.ts'
import { dashOpacities } from './dashOpacities.ts'
import { paintBar } from './paintBar.ts'
import { packed, plotColumns, type LineLook, type Raster } from './raster.ts'

/**
 * Draws a line of many points: in each column a bar from the lowest to the highest place of the
 * line within it, half a line width longer at both ends, which cover their pixel in part.
 */
export function paintSpans(
  raster: Raster,
  extents: ColumnExtents,
  look: LineLook,
  anchor: number,
): void {
  const { height, inset } = raster
  const { low, high } = look.viewport
  const range = high - low
  const half = look.width / 2
  const columns = plotColumns(raster)
  const rgb = packed(look.color, 0)
  const dash = isThin(raster, extents, look) ? dashOpacities(look, columns, anchor) : null
  for (let column = 0; column < columns; column++) {
    const lowest = extents.low[column] as number
    if (lowest !== lowest) continue
    // Divided first: the range may be so small that the height cannot be divided by it.
    const top = ((high - (extents.high[column] as number)) / range) * height - half
    const bottom = ((high - lowest) / range) * height + half
    const opacity = dash === null ? look.opacity : (dash[column] as number)
    paintBar(raster, inset + column, top, bottom, rgb, opacity * 255)
  }
}

/** A dash across noise would be noise: a line that is taller than this, in line widths, has none. */
const thinHeights = 0.7

function isThin(
  { height }: Raster,
  { low, high, columns }: ColumnExtents,
  look: LineLook,
): boolean {
  if (look.dash.length === 0) return false
  const range = look.viewport.high - look.viewport.low
  let sum = 0
  let count = 0
  for (let column = 0; column < columns; column++) {
    const share = ((high[column] as number) - (low[column] as number)) / range
    if (share !== share) continue
    sum += share
    count++
  }
  return sum * height <= count * look.width * thinHeights
}
