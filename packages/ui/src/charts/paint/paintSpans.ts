import type { ColumnExtents } from '../../geometry/columnExtents.ts'
import { paintBar } from './paintBar.ts'
import { packed, plotColumns, type LineLook, type Raster } from './raster.ts'

/**
 * Draws a line of many points: in each column a bar from the lowest to the highest place of the
 * line within it, half a line width longer at both ends, which cover their pixel in part. `dash` has the
 * opacity of each column; `null` for a solid line.
 */
export function paintSpans(
  raster: Raster,
  extents: ColumnExtents,
  look: LineLook,
  dash: Float32Array | null,
): void {
  const { height, inset } = raster
  const { low, high } = look.viewport
  const range = high - low
  const half = look.width / 2
  const columns = plotColumns(raster)
  const rgb = packed(look.color, 0)
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
