import { RunoffError } from '@runoff/core'
import { markerPolygon } from '../../geometry/markerPolygon.ts'
import { canvasBleedPx } from '../engine/scene.ts'
import { lineLook } from '../lineLook.ts'
import { createLinePainter } from '../paint/painter.ts'
import { hex } from './chartSvg.ts'
import type { ExportRequest } from './exportRequest.ts'
import {
  exportLines,
  exportSheet,
  fontFamily,
  swatchWidth,
  type ExportSheet,
  type SheetSwatch,
  type SheetText,
} from './exportSheet.ts'
import { withPngText } from './pngText.ts'
import { mayBeCut } from '../model/viewportOf.ts'
import { provenanceLines } from './provenance.ts'
import { sheetMarks, type SheetMark } from './sheetMarks.ts'

/** What every browser of today can make; beyond it some give an empty picture without a word. */
const mostSide = 16_384
const mostPixels = 8192 * 8192

const mostScale = 8

/**
 * Returns a chart as a PNG file of `scale` device pixels to each CSS pixel: the lines by the painter
 * of the page, on an opaque background, and where the numbers come from as its description.
 *
 * @param scale 1 to 8. @default 2
 * @throws {RunoffError} `bad-option` for another scale, for more pixels than browsers can make, for a
 *   size without room for a plot, and for a date that is none.
 */
export async function chartPng(request: ExportRequest, scale = 2): Promise<Blob> {
  if (!(scale >= 1 && scale <= mostScale)) throw badScale(scale)
  const sheet = exportSheet(request)
  const width = Math.ceil(sheet.width * scale)
  const height = Math.ceil(sheet.height * scale)
  const isTooLarge = Math.max(width, height) > mostSide || width * height > mostPixels
  if (isTooLarge) throw tooLarge(request, width, height)
  const { canvas, context } = newCanvas(width, height, request)
  drawSheet(context, sheet, request, scale)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  // A canvas holds its memory until it is collected, or has no size.
  canvas.width = 0
  if (blob === null) throw tooLarge(request, width, height)
  const bytes = new Uint8Array(await blob.arrayBuffer())
  const described = withPngText(bytes, provenanceLines(request).join('\n'))
  return new Blob([described], { type: 'image/png' })
}

function badScale(scale: number): RunoffError {
  return new RunoffError(
    'bad-option',
    `An image has from 1 to ${mostScale} pixels to each of the page, and got a scale of ${scale}. ` +
      'Pass a number such as 2.',
  )
}

function tooLarge(
  { messages, formatters }: ExportRequest,
  width: number,
  height: number,
): RunoffError {
  const counts = [width, height, mostSide, mostPixels].map(formatters.count)
  const [wide = '', high = '', side = '', pixels = ''] = counts
  return new RunoffError('bad-option', messages.exports.tooLarge(wide, high, side, pixels))
}

interface Surface {
  readonly canvas: HTMLCanvasElement
  readonly context: CanvasRenderingContext2D
}

function newCanvas(width: number, height: number, { messages }: ExportRequest): Surface {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context === null) throw new RunoffError('source-failed', messages.exports.noCanvas)
  return { canvas, context }
}

function drawSheet(
  context: CanvasRenderingContext2D,
  sheet: ExportSheet,
  request: ExportRequest,
  scale: number,
): void {
  const { canvas } = context
  context.fillStyle = hex(request.looks.background)
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.setTransform(scale, 0, 0, scale, 0, 0)
  for (const { from, to, color } of sheet.rules) {
    // On whole pixels, so that a rule is one line and not two faint ones.
    const snapped = (length: number): number => (Math.floor(length * scale) + 0.5) / scale
    context.strokeStyle = hex(color)
    context.lineWidth = 1 / scale
    context.beginPath()
    context.moveTo(snapped(from[0]), snapped(from[1]))
    context.lineTo(snapped(to[0]), snapped(to[1]))
    context.stroke()
  }
  context.setTransform(1, 0, 0, 1, 0, 0)
  drawLines(context, sheet, request, scale)
  context.setTransform(scale, 0, 0, scale, 0, 0)
  for (const mark of sheetMarks(request, sheet.plot)) drawMark(context, mark, sheet, request)
  for (const swatch of sheet.swatches) drawSwatch(context, swatch, request)
  for (const text of sheet.texts) drawText(context, text)
}

function drawLines(
  context: CanvasRenderingContext2D,
  { plot }: ExportSheet,
  request: ExportRequest,
  scale: number,
): void {
  const inset = Math.round(canvasBleedPx * scale)
  const width = Math.round(plot.width * scale) + 2 * inset
  const { canvas } = newCanvas(width, Math.round(plot.height * scale), request)
  createLinePainter().paint({
    canvas,
    inset,
    lines: exportLines(request, scale),
    front: [],
    dimmed: 1,
    marksCuts: mayBeCut(request.model, request.shown),
  })
  context.drawImage(canvas, Math.round(plot.left * scale) - inset, Math.round(plot.top * scale))
  canvas.width = 0
}

function drawMark(
  context: CanvasRenderingContext2D,
  { path, color, isFilled, words }: SheetMark,
  { plot }: ExportSheet,
  { looks }: ExportRequest,
): void {
  const shape = new Path2D(path)
  context.save()
  context.translate(plot.left, plot.top)
  context.lineJoin = 'round'
  // The rim sets it off from the lines that it lies on.
  context.lineWidth = isFilled ? 3 : 1.5
  context.strokeStyle = hex(isFilled ? looks.background : color)
  context.stroke(shape)
  context.fillStyle = hex(color)
  // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type -- a canvas is filled, and no array
  if (isFilled) context.fill(shape)
  if (words !== null) {
    const { text, x, y, anchor } = words
    drawText(context, { text, x, y, anchor, size: 11, color: looks.text })
  }
  context.restore()
}

function drawSwatch(
  context: CanvasRenderingContext2D,
  { x, y, line }: SheetSwatch,
  { looks }: ExportRequest,
): void {
  const look = lineLook(line)
  const color = hex(looks.colorOf(line.style.colorVariable))
  context.save()
  context.globalAlpha = look.opacity
  context.strokeStyle = color
  context.fillStyle = color
  context.lineWidth = looks.lineWidth * look.widthShare
  context.setLineDash([...look.dash])
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x + swatchWidth, y)
  context.stroke()
  context.beginPath()
  for (const [cornerX, cornerY] of markerPolygon(line.style.marker)) {
    const { markerRadius } = looks
    context.lineTo(x + swatchWidth / 2 + cornerX * markerRadius, y + cornerY * markerRadius)
  }
  context.fill()
  context.restore()
}

const canvasAlign = { start: 'left', middle: 'center', end: 'right' } as const

function drawText(
  context: CanvasRenderingContext2D,
  { x, y, text, size, anchor, color, isBold }: SheetText,
): void {
  context.font = `${isBold === true ? 600 : 400} ${size}px ${fontFamily}`
  // As in the SVG: the page's own direction must not turn a picture around.
  context.direction = 'ltr'
  context.textAlign = canvasAlign[anchor]
  context.fillStyle = hex(color)
  context.fillText(text, x, y)
}
