import { buildPyramid, defineSeries, type MetricSeries } from '@runoff/core'
import { createLinePainter } from '../painter.ts'
import type { Picture, PictureLine } from '../picture.ts'

/** The columns as they are: on an axis of time two points may have one x. */
export function columnsOf(steps: Iterable<number>, values: Iterable<number>): MetricSeries {
  const [xs, ys] = [Float64Array.from(steps), Float64Array.from(values)]
  return { ...defineSeries([]), steps: xs, values: ys, total: xs.length }
}

/** A plain red line without a marker. */
export function lineOf(series: MetricSeries, options: Partial<PictureLine> = {}): PictureLine {
  return {
    pyramid: buildPyramid(series),
    band: null,
    viewport: { from: 0, to: 120, low: 0, high: 80 },
    color: { red: 255, green: 0, blue: 0 },
    opacity: 1,
    width: 1,
    dash: [],
    marker: 'circle',
    markerRadius: 3,
    markerPlaces: 'none',
    markerPhase: 0,
    isLive: false,
    ...options,
  }
}

export function canvasOf(width: number, height: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

/** Returns what a painter needs beside its lines. */
export function pictureOf(
  canvas: HTMLCanvasElement,
  lines: readonly PictureLine[],
  options: Partial<Picture> = {},
): Picture {
  return { canvas, inset: 0, lines, front: [], dimmed: 0.2, marksCuts: false, ...options }
}

/** Paints once, and returns the pixels. */
export function painted(
  size: { readonly width: number; readonly height: number },
  lines: readonly PictureLine[],
  options: Partial<Picture> = {},
): ImageData {
  const canvas = canvasOf(size.width, size.height)
  createLinePainter().paint(pictureOf(canvas, lines, options))
  return pixelsOf(canvas)
}

export function pixelsOf(canvas: HTMLCanvasElement): ImageData {
  const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height)
  if (image === undefined) throw new Error('no picture')
  return image
}

export function alphaAt({ data, width }: ImageData, column: number, row: number): number {
  return Number(data[(row * width + column) * 4 + 3])
}
