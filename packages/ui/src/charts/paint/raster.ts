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
  blendRgb(pixels, at, packed(color, 0), (alpha + 0.5) | 0)
}

/** The same with the colour as one pixel without its alpha, and a whole alpha. */
export function blendRgb(pixels: Uint32Array, at: number, rgb: number, alpha: number): void {
  if (alpha <= 0) return
  const under = pixels[at] as number
  const underAlpha = under >>> 24
  if (underAlpha === 0 || alpha >= 255) {
    pixels[at] = (alpha >= 255 ? 0xff000000 : alpha << 24) | rgb
    return
  }
  if (underAlpha < 255) {
    pixels[at] = blendThrough(under, rgb, alpha)
    return
  }
  // Red and blue in one multiplication, in steps of 256 to save the division.
  const share = alpha + (alpha >> 7)
  const rest = 256 - share
  const redBlue = Math.imul(rgb & 0xff00ff, share) + Math.imul(under & 0xff00ff, rest) + 0x800080
  const green = Math.imul(rgb & 0xff00, share) + Math.imul(under & 0xff00, rest) + 0x8000
  pixels[at] = 0xff000000 | ((redBlue >>> 8) & 0xff00ff) | ((green >>> 8) & 0xff00)
}

/** Over a pixel that is itself seen through. */
function blendThrough(under: number, rgb: number, alpha: number): number {
  // What shines through of what is there, and what both are together.
  const through = ((under >>> 24) * (255 - alpha)) / 255
  const total = alpha + through
  const over = alpha / total
  const rest = through / total
  const red = ((rgb & 255) * over + (under & 255) * rest + 0.5) | 0
  const green = (((rgb >>> 8) & 255) * over + ((under >>> 8) & 255) * rest + 0.5) | 0
  const blue = (((rgb >>> 16) & 255) * over + ((under >>> 16) & 255) * rest + 0.5) | 0
  return (((total + 0.5) | 0) << 24) | (blue << 16) | (green << 8) | red
}

/** Returns a colour as one pixel. */
export function packed({ red, green, blue }: Color, alpha: number): number {
  return ((Math.min(255, (alpha + 0.5) | 0) << 24) | (blue << 16) | (green << 8) | red) >>> 0
}
