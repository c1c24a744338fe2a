import type { ColumnExtents } from '../../geometry/columnExtents.ts'
import {
  blendPixel,
  dashOpacities,
  packed,
  plotColumns,
  type LineLook,
  type Raster,
} from './raster.ts'

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
  const { low, high } = look.viewport
  const scale = raster.height / (high - low)
  const half = look.width / 2
  const columns = plotColumns(raster)
  const isThin = meanHeight(extents) * scale <= look.width * thinHeights
  const dash = isThin ? dashOpacities(look, columns, anchor) : null
  for (let column = 0; column < columns; column++) {
    const lowest = extents.low[column] as number
    if (lowest !== lowest) continue
    const top = (high - (extents.high[column] as number)) * scale - half
    const bottom = (high - lowest) * scale + half
    paintBar(
      raster,
      raster.inset + column,
      top,
      bottom,
      look,
      dash === null ? look.opacity : (dash[column] ?? 0),
    )
  }
}

/** A dash across noise would be noise: a line that is taller than this, in line widths, has none. */
const thinHeights = 0.7

function meanHeight({ low, high }: ColumnExtents): number {
  let sum = 0
  let count = 0
  for (let column = 0; column < low.length; column++) {
    const height = (high[column] as number) - (low[column] as number)
    if (height !== height) continue
    sum += height
    count++
  }
  return count === 0 ? 0 : sum / count
}

/** Draws one bar of one column; `top` and `bottom` are in pixels and may lie outside. */
function paintBar(
  { pixels, width, height }: Raster,
  column: number,
  top: number,
  bottom: number,
  { color }: LineLook,
  opacity: number,
): void {
  const from = Math.max(0, top)
  const to = Math.min(height, bottom)
  if (!(from < to)) return
  const firstRow = Math.floor(from)
  const lastRow = Math.ceil(to) - 1
  const alpha = opacity * 255
  let at = firstRow * width + column
  if (firstRow === lastRow) {
    blendPixel(pixels, at, color, (to - from) * alpha)
    return
  }
  blendPixel(pixels, at, color, (firstRow + 1 - from) * alpha)
  at += width
  const lastAt = lastRow * width + column
  if (alpha >= 254.5) {
    // The whole cost of a dense chart is here: plain stores, no blending.
    const pixel = packed(color, 255)
    for (; at < lastAt; at += width) pixels[at] = pixel
  } else {
    for (; at < lastAt; at += width) blendPixel(pixels, at, color, alpha)
  }
  blendPixel(pixels, lastAt, color, (to - lastRow) * alpha)
}
