import type { Pyramid, SeriesWindow } from '@runoff/core'
import { valueToPixel, xToPixel } from '../../geometry/viewport.ts'
import { blendPixel, dashOpacities, plotColumns, type LineLook, type Raster } from './raster.ts'

interface Place {
  readonly x: number
  readonly y: number
}

/**
 * Draws a line of few points as thick segments with round ends and joints, antialiased by each
 * pixel's distance to the segment. A point between two gaps is drawn as a dot of the line's width.
 */
export function paintSegments(
  raster: Raster,
  pyramid: Pyramid,
  window: SeriesWindow,
  look: LineLook,
  anchor: number,
): void {
  const { steps, values } = pyramid.series
  const first = Math.max(0, (window.starts[0] ?? 0) - 1)
  const last = Math.min(steps.length - 1, window.starts[window.pixels] ?? 0)
  const columns = plotColumns(raster)
  let before: Place | null = null
  for (let place = first; place <= last; place++) {
    const here: Place | null = Number.isFinite(values[place])
      ? {
          x: raster.inset + xToPixel(look.viewport, steps[place] as number, columns),
          y: valueToPixel(look.viewport, values[place] as number, raster.height),
        }
      : null
    if (here !== null) coverSegment(raster, before ?? here, here, look.width / 2)
    before = here
  }
  layCoverage(raster, look, anchor)
}

/** Puts the coverage of one segment where it is more than what is there. */
function coverSegment(raster: Raster, a: Place, b: Place, radius: number): void {
  const reach = radius + 0.5
  const firstColumn = Math.max(raster.inset, Math.floor(Math.min(a.x, b.x) - reach))
  const lastColumn = Math.min(
    raster.width - raster.inset - 1,
    Math.ceil(Math.max(a.x, b.x) + reach),
  )
  const dx = b.x - a.x
  const dy = b.y - a.y
  const lengthSquared = dx * dx + dy * dy
  for (let column = firstColumn; column <= lastColumn; column++) {
    const { from, to } = rowsAt(a, b, column + 0.5, reach)
    const firstRow = Math.max(0, Math.floor(from))
    const lastRow = Math.min(raster.height - 1, Math.ceil(to))
    const px = column + 0.5 - a.x
    for (let row = firstRow; row <= lastRow; row++) {
      const py = row + 0.5 - a.y
      const along = lengthSquared === 0 ? 0 : clamp((px * dx + py * dy) / lengthSquared)
      const away = Math.hypot(px - along * dx, py - along * dy)
      const covered = clamp(reach - away) * 255
      const at = row * raster.width + column
      if (covered <= (raster.coverage[at] as number)) continue
      raster.coverage[at] = covered
      if (row < (raster.top[column] as number)) raster.top[column] = row
      if (row > (raster.bottom[column] as number)) raster.bottom[column] = row
    }
  }
}

/** The rows of a column that a segment may touch: of the part of it that is near the column. */
function rowsAt(a: Place, b: Place, x: number, reach: number): { from: number; to: number } {
  const [left, right] = a.x <= b.x ? [a, b] : [b, a]
  const slope = right.x > left.x ? (right.y - left.y) / (right.x - left.x) : 0
  const yAt = (at: number): number => {
    if (at <= left.x) return left.y
    return at >= right.x ? right.y : left.y + slope * (at - left.x)
  }
  if (right.x - left.x < 1e-9) {
    return { from: Math.min(a.y, b.y) - reach, to: Math.max(a.y, b.y) + reach }
  }
  const [near, far] = [yAt(x - reach - 0.5), yAt(x + reach + 0.5)]
  return { from: Math.min(near, far) - reach, to: Math.max(near, far) + reach }
}

/** Lays the colour over what is covered, and clears the coverage for the next line. */
function layCoverage(raster: Raster, look: LineLook, anchor: number): void {
  const { width, height, inset, coverage, pixels, top, bottom } = raster
  const dash = dashOpacities(look, plotColumns(raster), anchor)
  for (let column = inset; column < width - inset; column++) {
    const opacity = dash === null ? look.opacity : (dash[column - inset] as number)
    const last = bottom[column] as number
    for (let row = top[column] as number; row <= last; row++) {
      const at = row * width + column
      blendPixel(pixels, at, look.color, (coverage[at] as number) * opacity)
      coverage[at] = 0
    }
    top[column] = height
    bottom[column] = -1
  }
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value))
}
