import { isInPolygon, markerPolygon } from '../../geometry/markerPolygon.ts'
import type { MarkerShape } from '../../style/runStyle.ts'
import { blendPixel, packed, type Color, type Raster } from './raster.ts'

/** The shapes of runs, and those of what is not a finite number. */
export type MarkShape = MarkerShape | 'triangleDown' | 'hollowTriangleDown'

interface Mask {
  /** From the centre to the border. */
  readonly reach: number
  /** Share of each pixel that the shape covers, 0 to 1, row by row. */
  readonly ink: Float32Array
  /** The same for the shape with a rim around it, which sets it off from its line. */
  readonly rim: Float32Array
}

const samples = 4
const masks = new Map<string, Mask>()

/** Draws a marker with its centre at a place in pixels, set off from what lies under it. */
export function paintMarker(
  raster: Raster,
  at: { readonly x: number; readonly y: number },
  shape: MarkShape,
  look: { readonly color: Color; readonly opacity: number; readonly radius: number },
): void {
  const mask = maskOf(shape, look.radius)
  const left = Math.floor(at.x) - mask.reach
  const top = Math.floor(at.y) - mask.reach
  const size = mask.reach * 2 + 1
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const x = left + column
      const y = top + row
      if (x < 0 || y < 0 || x >= raster.width || y >= raster.height) continue
      const pixel = y * raster.width + x
      const inMask = row * size + column
      fade(raster.pixels, pixel, (mask.rim[inMask] as number) * look.opacity)
      blendPixel(
        raster.pixels,
        pixel,
        look.color,
        (mask.ink[inMask] as number) * look.opacity * 255,
      )
    }
  }
}

/** Makes what is there more transparent. */
function fade(pixels: Uint32Array, at: number, share: number): void {
  const pixel = pixels[at] as number
  if (share <= 0 || pixel === 0) return
  const color = { red: pixel & 255, green: (pixel >>> 8) & 255, blue: (pixel >>> 16) & 255 }
  pixels[at] = packed(color, (pixel >>> 24) * (1 - share))
}

function maskOf(shape: MarkShape, radius: number): Mask {
  const key = `${shape} ${radius}`
  const known = masks.get(key)
  if (known !== undefined) return known
  const mask = drawMask(shape, radius)
  masks.set(key, mask)
  return mask
}

function drawMask(shape: MarkShape, radius: number): Mask {
  const isHollow = shape === 'hollowTriangleDown'
  const polygon = markerPolygon(isHollow ? 'triangleDown' : shape)
  const rim = radius * 0.45
  const reach = Math.ceil(radius * 1.4 + rim)
  const isInk = (x: number, y: number): boolean =>
    isInPolygon(polygon, x / radius, y / radius) &&
    !(isHollow && isInPolygon(polygon, x / (radius * 0.5), y / (radius * 0.5)))
  const isRim = (x: number, y: number): boolean =>
    isInPolygon(polygon, x / (radius + rim), y / (radius + rim))
  return { reach, ink: sampled(reach, isInk), rim: sampled(reach, isRim) }
}

function sampled(reach: number, isCovered: (x: number, y: number) => boolean): Float32Array {
  const size = reach * 2 + 1
  const shares = new Float32Array(size * size)
  for (let sample = 0; sample < size * size * samples * samples; sample++) {
    const pixel = Math.floor(sample / (samples * samples))
    const within = sample % (samples * samples)
    const x = (pixel % size) + ((within % samples) + 0.5) / samples - reach - 0.5
    const y =
      Math.floor(pixel / size) + (Math.floor(within / samples) + 0.5) / samples - reach - 0.5
    if (isCovered(x, y)) shares[pixel] = (shares[pixel] ?? 0) + 1 / (samples * samples)
  }
  return shares
}
