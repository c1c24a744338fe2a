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
  /** What is left of the picture at work; `null` where it is complete. */
  let rest: Iterator<undefined> | null = null

  /** Goes on with what is left, and returns whether that was all. */
  const goOn = (work: Iterator<undefined>, budgetMs: number): boolean => {
    rest = advance(work, budgetMs) ? null : work
    return rest === null
  }

  const show = ({ raster, context }: Surface): void => {
    context.putImageData(raster.image, 0, 0)
  }

  const layOver = (raster: Raster, front: readonly PictureLine[], dimmed: number): void => {
    if (!isKept) backdrop.keep(raster.pixels)
    isKept = true
    raster.pixels.set(backdrop.at(front.length === 0 ? 1 : dimmed))
    advance(paintLines(raster, front, work, marksCuts), Infinity)
  }

  return {
    paint(picture, budgetMs = Infinity) {
      surface = surfaceOf(picture, surface)
      rest = null
      if (surface === null) return true
      const { raster } = surface
      marksCuts = picture.marksCuts
      isKept = false
      raster.pixels.fill(0)
      const isDone = goOn(paintLines(raster, picture.lines, work, marksCuts), budgetMs)
      if (isDone && picture.front.length > 0) layOver(raster, picture.front, picture.dimmed)
      show(surface)
      return isDone
    },
    proceed(budgetMs) {
      if (surface === null || rest === null) return true
      const isDone = goOn(rest, budgetMs)
      show(surface)
      return isDone
    },
    highlight(front, dimmed) {
      if (surface === null || rest !== null || (front.length === 0 && !isKept)) return
      layOver(surface.raster, front, dimmed)
      show(surface)
    },
  }
}

/** The clock is asked now and then: most lines take a fraction of what it counts in. */
const linesPerLook = 16

/** Goes on with a work until it is done, which is told, or its time is over. */
function advance(work: Iterator<undefined>, budgetMs: number): boolean {
  const end = budgetMs === Infinity ? Infinity : performance.now() + budgetMs
  for (let line = 1; ; line++) {
    if (work.next().done === true) return true
    if (end < Infinity && line % linesPerLook === 0 && performance.now() >= end) return false
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
