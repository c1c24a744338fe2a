import type { MetricSeries } from '@runoff/core'
import { clipSegment, type Box, type Place } from '../../geometry/clipSegment.ts'
import { valueToPixel, xToPixel, type Viewport } from '../../geometry/viewport.ts'
import { coverSegment } from './coverSegment.ts'
import { dashOpacities } from './dashOpacities.ts'
import { blendRgb, packed, plotColumns, type LineLook, type Raster } from './raster.ts'

/** Points of a series by their places: from `start` up to but not including `end`. */
export interface PlaceRange {
  readonly start: number
  readonly end: number
}

/**
 * Draws a line of few points as thick segments with round ends and joints, antialiased by each
 * pixel's distance to the segment. A point between two gaps is drawn as a dot of the line's width.
 * `range` holds the points within the plot; the line goes on to the next one on both sides.
 */
export function paintSegments(
  raster: Raster,
  { steps, values }: MetricSeries,
  range: PlaceRange,
  look: LineLook,
  anchor: number,
): void {
  const first = Math.max(0, range.start - 1)
  const last = Math.min(steps.length - 1, range.end)
  const columns = plotColumns(raster)
  const box = boxAround(look, columns, raster.height)
  const toPixel = ({ x, y }: Place): Place => ({
    x: raster.inset + xToPixel(look.viewport, x, columns),
    y: valueToPixel(look.viewport, y, raster.height),
  })
  let before: Place | null = null
  for (let place = first; place <= last; place++) {
    const value = values[place] as number
    const here: Place | null = Number.isFinite(value)
      ? { x: steps[place] as number, y: value }
      : null
    const seen = here === null ? null : clipSegment(before ?? here, here, box)
    if (seen !== null) coverSegment(raster, toPixel(seen[0]), toPixel(seen[1]), look.width)
    before = here
  }
  layCoverage(raster, look, anchor)
}

/** The plot and so much around it that no end of what is cut can be seen. */
function boxAround({ viewport, width }: LineLook, columns: number, height: number): Box {
  const { from, to, low, high }: Viewport = viewport
  const air = width + 2
  const x = ((to - from) / columns) * air
  const y = ((high - low) / height) * air
  return { left: from - x, right: to + x, bottom: low - y, top: high + y }
}

/** Lays the colour over what is covered, and clears the coverage for the next line. */
function layCoverage(raster: Raster, look: LineLook, anchor: number): void {
  const { width, height, inset, coverage, pixels, top, bottom } = raster
  const rgb = packed(look.color, 0)
  const dash = dashOpacities(look, plotColumns(raster), anchor)
  for (let column = inset; column < width - inset; column++) {
    const opacity = dash === null ? look.opacity : (dash[column - inset] as number)
    const first = top[column] as number
    const last = bottom[column] as number
    if (first > last) continue
    for (let row = first; row <= last; row++) {
      const at = row * width + column
      blendRgb(pixels, at, rgb, ((coverage[at] as number) * opacity + 0.5) | 0)
      coverage[at] = 0
    }
    top[column] = height
    bottom[column] = -1
  }
}
