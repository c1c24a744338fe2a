import { coverPolygons } from '../../geometry/coverPolygons.ts'
import { markerPolygon, regular, type Polygon } from '../../geometry/markerPolygon.ts'
import type { MarkerShape } from '../../style/runStyle.ts'
import { blendRgb, packed, type Color, type Raster } from './raster.ts'

/** The shapes of runs, those of what is not a finite number or cut off, and a ring about a marker. */
export type MarkShape =
  | MarkerShape
  | 'triangleDown'
  | 'hollowTriangleDown'
  | 'chevron'
  | 'chevronDown'
  | 'ring'

interface Mask {
  /** From the centre to the border. */
  readonly reach: number
  /** Share of each pixel that the shape covers, 0 to 1, row by row. */
  readonly ink: Float32Array
  /** The same for the shape with a rim around it, which sets it off from its line. */
  readonly rim: Float32Array
}

const masks = new Map<string, Mask>()

/** How a marker is drawn; lengths are in device pixels. */
export interface MarkerLook {
  readonly color: Color
  /** 0 to 1. */
  readonly opacity: number
  readonly radius: number
  /** Columns left of this one stay as they are. @default 0 */
  readonly fromColumn?: number
}

/** Draws a marker with its centre at a place in pixels, set off from what lies under it. */
export function paintMarker(
  raster: Raster,
  at: { readonly x: number; readonly y: number },
  shape: MarkShape,
  look: MarkerLook,
): void {
  const mask = maskOf(shape, look.radius)
  const left = Math.floor(at.x) - mask.reach
  const top = Math.floor(at.y) - mask.reach
  const size = mask.reach * 2 + 1
  const rgb = packed(look.color, 0)
  const lastColumn = Math.min(raster.width - 1, left + size - 1)
  const firstRow = Math.max(0, top)
  const lastRow = Math.min(raster.height - 1, top + size - 1)
  for (let x = Math.max(0, left, look.fromColumn ?? 0); x <= lastColumn; x++) {
    for (let y = firstRow; y <= lastRow; y++) {
      const pixel = y * raster.width + x
      const inMask = (y - top) * size + x - left
      fade(raster.pixels, pixel, (mask.rim[inMask] as number) * look.opacity)
      const ink = (mask.ink[inMask] as number) * look.opacity
      blendRgb(raster.pixels, pixel, rgb, (ink * 255 + 0.5) | 0)
    }
  }
}

/** Makes what is there more transparent. */
function fade(pixels: Uint32Array, at: number, share: number): void {
  const pixel = pixels[at] as number
  if (share <= 0 || pixel === 0) return
  const alpha = ((pixel >>> 24) * (1 - share) + 0.5) | 0
  pixels[at] = ((alpha << 24) | (pixel & 0xffffff)) >>> 0
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
  const outlines = outlinesOf(shape)
  const rim = rimless.has(shape) ? 0 : radius * 0.45
  const reach = Math.ceil(radius * (shape === 'ring' ? ringReach : 1.4) + rim)
  return {
    reach,
    ink: coverPolygons(outlines, radius, reach),
    rim: coverPolygons(rim > 0 ? outlines.slice(0, 1) : [], radius + rim, reach),
  }
}

/** Around a ring there would be no marker left within, and at a border no line that is cut off. */
const rimless: ReadonlySet<MarkShape> = new Set(['ring', 'chevron', 'chevronDown'])

/** In radii of the marker. */
const ringReach = 1.9
const ringWidth = 0.4
const ringCorners = 32

/** The outer line of a shape, and the hole in it. */
function outlinesOf(shape: MarkShape): readonly Polygon[] {
  if (shape === 'ring') {
    return [regular(ringCorners, ringReach, 0), regular(ringCorners, ringReach - ringWidth, 0)]
  }
  if (shape !== 'hollowTriangleDown') return [markerPolygon(shape)]
  const outer = markerPolygon('triangleDown')
  return [outer, outer.map(([x, y]) => [x / 2, y / 2] as const)]
}
