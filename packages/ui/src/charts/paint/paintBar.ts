import { blendRgb, type Raster } from './raster.ts'

/**
 * Draws one bar of one column; `top` and `bottom` are in pixels and may lie outside. Its ends cover
 * their pixels in part. `rgb` is a pixel without its alpha, `alpha` is 0 to 255.
 */
export function paintBar(
  raster: Raster,
  column: number,
  top: number,
  bottom: number,
  rgb: number,
  alpha: number,
): void {
  const { pixels, width, height } = raster
  const from = top > 0 ? top : 0
  const to = bottom < height ? bottom : height
  if (!(from < to)) return
  const firstRow = from | 0
  const lastRow = Math.ceil(to) - 1
  if (firstRow === lastRow) {
    blendRgb(pixels, firstRow * width + column, rgb, ((to - from) * alpha + 0.5) | 0)
    return
  }
  const first = firstRow * width + column
  const last = lastRow * width + column
  if (alpha >= 254.5) {
    // The whole cost of a dense chart is here: plain stores, no blending.
    const pixel = 0xff000000 | rgb
    for (let at = first + width; at < last; at += width) pixels[at] = pixel
  } else {
    const over = (alpha + 0.5) | 0
    for (let at = first + width; at < last; at += width) blendRgb(pixels, at, rgb, over)
  }
  blendRgb(pixels, first, rgb, ((firstRow + 1 - from) * alpha + 0.5) | 0)
  blendRgb(pixels, last, rgb, ((to - lastRow) * alpha + 0.5) | 0)
}
