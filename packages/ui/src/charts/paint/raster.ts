import type { Viewport } from '../../geometry/viewport.ts'

export interface Color {
  readonly red: number
  readonly green: number
  readonly blue: number
}

/** One picture in device pixels, that lines are laid into before it is put on a canvas at once. */
export interface Raster {
  readonly width: number
  readonly height: number
  /** Columns at the left and the right that only markers reach into, so that none is cut in half. */
  readonly inset: number
  /** Each pixel as alpha, blue, green, red from the highest byte: `ImageData` on little-endian. */
  readonly pixels: Uint32Array
  readonly image: ImageData
  /** How much of each pixel the line at work covers, 0 to 255; all 0 between lines. */
  readonly coverage: Uint8Array
  /** The rows of each column in which the line at work has coverage; `top` above `bottom`: none. */
  readonly top: Int32Array
  readonly bottom: Int32Array
}

/** How a line is drawn; lengths are in device pixels. */
export interface LineLook {
  readonly color: Color
  /** 0 to 1. */
  readonly opacity: number
  readonly width: number
  /** Strokes and gaps along x; empty is solid. */
  readonly dash: readonly number[]
  readonly viewport: Viewport
}

export function createRaster(width: number, height: number, inset = 0): Raster {
  const image = new ImageData(width, height)
  return {
    width,
    height,
    inset,
    image,
    pixels: new Uint32Array(image.data.buffer),
    coverage: new Uint8Array(width * height),
    top: new Int32Array(width).fill(height),
    bottom: new Int32Array(width).fill(-1),
  }
}

/** Returns how many columns lines are drawn in. */
export function plotColumns({ width, inset }: Raster): number {
  return width - 2 * inset
}

/** Lays a colour over one pixel; `alpha` is 0 to 255. */
export function blendPixel(pixels: Uint32Array, at: number, color: Color, alpha: number): void {
  const over = Math.round(alpha)
  if (over <= 0) return
  const under = pixels[at] as number
  const underAlpha = under >>> 24
  if (underAlpha === 0 || over >= 255) {
    pixels[at] = packed(color, over)
    return
  }
  // What shines through of what is there, and what both are together.
  const through = (underAlpha * (255 - over)) / 255
  const total = over + through
  pixels[at] =
    ((Math.round(total) << 24) |
      (mixed(color.blue, over, (under >>> 16) & 255, through, total) << 16) |
      (mixed(color.green, over, (under >>> 8) & 255, through, total) << 8) |
      mixed(color.red, over, under & 255, through, total)) >>>
    0
}

function mixed(a: number, weightA: number, b: number, weightB: number, total: number): number {
  return ((a * weightA + b * weightB) / total + 0.5) | 0
}

/** Returns a colour as one pixel. */
export function packed({ red, green, blue }: Color, alpha: number): number {
  return ((Math.min(255, (alpha + 0.5) | 0) << 24) | (blue << 16) | (green << 8) | red) >>> 0
}

/** A dash never cuts a line off, it thins it: a spike within a gap can still be seen. */
const gapOpacity = 0.28

/**
 * Returns the opacity of each column of a dashed line, 0 to 1, or `null` for a solid one.
 *
 * The dash is bound to the data (`anchor` is the column of the first point), so that it moves with
 * the line and does not crawl over it.
 */
export function dashOpacities(
  look: LineLook,
  columns: number,
  anchor: number,
): Float32Array | null {
  const length = look.dash.reduce((sum, part) => sum + part, 0)
  if (length <= 0) return null
  const opacities = new Float32Array(columns)
  for (let column = 0; column < columns; column++) {
    const at = (((column - anchor) % length) + length) % length
    opacities[column] = isInStroke(look.dash, at) ? look.opacity : look.opacity * gapOpacity
  }
  return opacities
}

function isInStroke(dash: readonly number[], at: number): boolean {
  let end = 0
  for (let part = 0; part < dash.length; part++) {
    end += dash[part] ?? 0
    if (at < end) return part % 2 === 0
  }
  return false
}
