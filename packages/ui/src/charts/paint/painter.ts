import { createBackdrop } from './backdrop.ts'
import { createLineWork, paintLines } from './paintLines.ts'
import type { LinePainter, Picture, PictureLine } from './picture.ts'
import { createRaster, type Raster } from './raster.ts'

/** Where the painter of one canvas stands. */
interface Surface {
  readonly raster: Raster
  readonly context: CanvasRenderingContext2D
}

/**
 * Returns a painter with its own rasteriser: spans of columns, thick segments and markers go into
 * one picture that is put on the canvas at once. It costs what the pixels cost.
 */
export function createLinePainter(): LinePainter {
  const work = createLineWork()
  let surface: Surface | null = null
  let marksCuts = false
  /** What a highlight is laid over; kept with the first one after all lines were drawn. */
  const backdrop = createBackdrop()
  let isKept = false

  const layOver = (raster: Raster, front: readonly PictureLine[], dimmed: number): void => {
    if (!isKept) backdrop.keep(raster.pixels)
    isKept = true
    raster.pixels.set(backdrop.at(front.length === 0 ? 1 : dimmed))
    paintLines(raster, front, work, marksCuts)
  }

  return {
    paint(picture) {
      surface = surfaceOf(picture, surface)
      if (surface === null) return
      const { raster, context } = surface
      marksCuts = picture.marksCuts
      isKept = false
      raster.pixels.fill(0)
      paintLines(raster, picture.lines, work, marksCuts)
      if (picture.front.length > 0) layOver(raster, picture.front, picture.dimmed)
      context.putImageData(raster.image, 0, 0)
    },
    highlight(front, dimmed) {
      if (surface === null || (front.length === 0 && !isKept)) return
      layOver(surface.raster, front, dimmed)
      surface.context.putImageData(surface.raster.image, 0, 0)
    },
  }
}

function surfaceOf({ canvas, inset }: Picture, known: Surface | null): Surface | null {
  const { width, height } = canvas
  if (width <= 2 * inset || height === 0) return null
  // The picture is made in memory anyway: a canvas on the graphics card would only copy it twice.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return null
  const raster = known?.raster
  const fits = raster?.width === width && raster.height === height && raster.inset === inset
  if (fits && known?.context === context) return known
  return { raster: createRaster(width, height, inset), context }
}
