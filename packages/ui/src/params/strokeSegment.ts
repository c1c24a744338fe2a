import { blendPixel, type Color } from '../charts/paint/raster.ts'

/** A picture in device pixels, each as `ImageData` holds it. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly pixels: Uint32Array
}

/** How a line is drawn. */
export interface Stroke {
  readonly color: Color
  /** 0 to 1. */
  readonly opacity: number
  /** In device pixels. */
  readonly width: number
}

/** The ends of a straight piece of a line, in device pixels; `x0` is left of `x1`. */
export interface Segment {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/**
 * Lays a straight piece of a line over a picture, antialiased, column by column: each whose middle
 * lies from `x0` up to `x1`, so that two pieces that meet cover no column twice.
 *
 * Thousands of lines cross each other in parallel coordinates: here they cost what their pixels
 * cost, where stroking them as paths took seconds of one task.
 */
export function strokeSegment(picture: Pixels, { x0, y0, x1, y1 }: Segment, stroke: Stroke): void {
  const slope = (y1 - y0) / (x1 - x0)
  // As thick across the line as it should be, so thicker upright the steeper it is.
  const reach = (stroke.width / 2) * Math.hypot(1, slope)
  const alpha = stroke.opacity * 255
  const last = Math.min(picture.width - 1, Math.ceil(x1 - 0.5) - 1)
  for (let column = Math.max(0, Math.ceil(x0 - 0.5)); column <= last; column++) {
    const y = y0 + slope * (column + 0.5 - x0)
    const bottom = Math.min(picture.height - 1, Math.ceil(y + reach) - 1)
    for (let row = Math.max(0, Math.floor(y - reach)); row <= bottom; row++) {
      // How much of the pixel lies between the edges of the line.
      const covered = Math.min(row + 1, y + reach) - Math.max(row, y - reach)
      blendPixel(picture.pixels, row * picture.width + column, stroke.color, covered * alpha)
    }
  }
}
