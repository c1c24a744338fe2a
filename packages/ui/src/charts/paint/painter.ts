import { windowOf, type Pyramid, type SeriesWindow } from '@runoff/core'
import { columnExtents, type ColumnExtents } from '../../geometry/columnExtents.ts'
import { xToPixel } from '../../geometry/viewport.ts'
import { lineMarks } from './lineMarks.ts'
import { paintMarker, type MarkShape } from './paintMarker.ts'
import { paintSegments } from './paintSegments.ts'
import { paintSpans } from './paintSpans.ts'
import { createRaster, plotColumns, type LineLook, type Raster } from './raster.ts'

/**
 * Which points of a line get its marker: those that stand alone always, then the last one, all of
 * them where there is room for that (`sparse`), and now and then along the line (`some`).
 */
export type MarkerPlaces = 'none' | 'end' | 'sparse' | 'some'

export interface PictureLine extends LineLook {
  readonly pyramid: Pyramid
  readonly marker: MarkShape
  readonly markerRadius: number
  readonly markerPlaces: MarkerPlaces
  /** Where markers along the line begin, as a share of the way between two: 0 to 1. */
  readonly markerPhase: number
}

export interface Picture {
  readonly canvas: HTMLCanvasElement
  /** Columns left and right of the plot, for markers alone. */
  readonly inset: number
  /** The later are drawn over the earlier. */
  readonly lines: readonly PictureLine[]
}

/**
 * Draws lines into a canvas. This is all that the charts know of how it is done: another way of
 * drawing is another function that returns one of these.
 */
export interface LinePainter {
  /** Draws the lines in place of what was there. */
  readonly paint: (picture: Picture) => void
}

/** A line with fewer points than this share of the columns is drawn segment by segment. */
const sparseShare = 1 / 3

/**
 * Returns a painter with its own rasteriser: spans of columns, thick segments and markers go into
 * one picture that is put on the canvas at once. It costs what the pixels cost.
 */
export function createLinePainter(): LinePainter {
  let raster: Raster | null = null
  let window: SeriesWindow | undefined
  let extents: ColumnExtents | undefined

  const paintLine = (target: Raster, line: PictureLine): SeriesWindow => {
    const { from, to } = line.viewport
    const { steps } = line.pyramid.series
    const pixels = plotColumns(target)
    window = windowOf(line.pyramid, { from, to, pixels, reuse: window })
    const count = (window.starts[pixels] ?? 0) - (window.starts[0] ?? 0)
    const anchor = steps.length === 0 ? 0 : xToPixel(line.viewport, steps[0] ?? 0, pixels)
    if (count <= pixels * sparseShare) {
      paintSegments(target, line.pyramid, window, line, anchor)
    } else {
      extents = columnExtents(line.pyramid, window, line.viewport, extents)
      paintSpans(target, extents, line, anchor)
    }
    return window
  }

  return {
    paint({ canvas, inset, lines }) {
      const context = canvas.getContext('2d', { willReadFrequently: true })
      if (context === null || canvas.width <= 2 * inset || canvas.height === 0) return
      const { width, height } = canvas
      const fits = raster?.width === width && raster.height === height && raster.inset === inset
      raster = fits && raster !== null ? raster : createRaster(width, height, inset)
      raster.pixels.fill(0)
      for (const line of lines) {
        const drawn = paintLine(raster, line)
        const size = { width: plotColumns(raster), height }
        for (const { x, y, shape } of lineMarks(line, drawn, size)) {
          paintMarker(raster, { x: x + inset, y }, shape, {
            color: line.color,
            opacity: line.opacity,
            radius: line.markerRadius,
          })
        }
      }
      context.putImageData(raster.image, 0, 0)
    },
  }
}
