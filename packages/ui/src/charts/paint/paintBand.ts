import type { ColumnExtents } from '../../geometry/columnExtents.ts'
import { paintBar } from './paintBar.ts'
import { packed, plotColumns, type LineLook, type Raster } from './raster.ts'

/**
 * Fills what lies between two lines: in each column from the lowest place of the lower one to the
 * highest of the upper one. A column that one of them is missing from stays empty.
 */
export function paintBand(
  raster: Raster,
  { low, high }: { readonly low: ColumnExtents; readonly high: ColumnExtents },
  look: Pick<LineLook, 'color' | 'opacity' | 'viewport'>,
): void {
  const { viewport, color, opacity } = look
  const range = viewport.high - viewport.low
  const rgb = packed(color, 0)
  const columns = plotColumns(raster)
  for (let column = 0; column < columns; column++) {
    const lowest = low.low[column] as number
    const highest = high.high[column] as number
    if (lowest !== lowest || highest !== highest) continue
    const top = ((viewport.high - highest) / range) * raster.height
    const bottom = ((viewport.high - lowest) / range) * raster.height
    paintBar(raster, raster.inset + column, top, bottom, rgb, opacity * 255)
  }
}
