import { visibleText } from '../../format/visibleText.ts'
import { valueToPixel, xToPixel, type Viewport } from '../../geometry/viewport.ts'
import { axisTicks } from '../engine/placeTicks.ts'
import { pictureLines } from '../engine/pictureLines.ts'
import type { PlotLayout } from '../engine/scene.ts'
import type { PlacedLine } from '../model/chartModel.ts'
import { viewportOf } from '../model/viewportOf.ts'
import type { PictureLine } from '../paint/picture.ts'
import type { Color } from '../paint/raster.ts'
import { checkPicture, lineName, visibleLines, type ExportRequest } from './exportRequest.ts'
import { axisNames, noteLines } from './provenance.ts'
import { textWidth, wrapText } from './wrapText.ts'

/** A text of a picture; `y` is its base line. */
export interface SheetText {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly color: Color
  readonly isBold?: boolean
}

/** A straight line of a picture that is no data. */
export interface SheetRule {
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  readonly color: Color
}

/** A piece of a line beside its name: its left end, at half its height. */
export interface SheetSwatch {
  readonly x: number
  readonly y: number
  readonly line: PlacedLine
}

/** Everything that is in a picture of a chart, and where; lengths are in CSS pixels. */
export interface ExportSheet {
  readonly width: number
  readonly height: number
  readonly plot: PlotLayout
  readonly rules: readonly SheetRule[]
  readonly texts: readonly SheetText[]
  readonly swatches: readonly SheetSwatch[]
}

/** What both kinds of picture write in. */
export const fontFamily = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif'

export const swatchWidth = 26
const padding = 16
const titleSize = 15
const textSize = 11
const rowHeight = 16
const gap = 8
/** From the axis down to the base of its labels and of its name, as in the axes on the page. */
const labelDrop = 18
const nameDrop = 35
const belowPlot = 44
const tickLength = 4
const tickGap = 8
/** The last label of the x axis and the marker at the end of a line reach beyond it. */
const rightRoom = 24

/**
 * Returns where everything of a picture lies: title, axes, plot, legend and notes, one above the
 * other, as high as they need.
 */
export function exportSheet(request: ExportRequest): ExportSheet {
  checkPicture(request)
  const { width, height, looks } = request
  const room = width - 2 * padding
  const title = lines(visibleText(request.title), titleSize, room, padding + titleSize)
  const titled: readonly SheetText[] = title.texts.map((each) => ({
    ...each,
    color: looks.text,
    isBold: true,
  }))
  const viewport = exportViewport(request)
  const top = title.bottom + rowHeight + gap
  const size = { width: room, height: height - belowPlot }
  const plot = plotLayout(request, viewport, { top, ...size })
  const axes = axesOf(request, viewport, plot)
  const legend = legendOf(request, top + height + gap)
  const notes = notesOf(request, legend.bottom + gap)
  return {
    width,
    height: Math.ceil(notes.bottom + padding),
    plot,
    rules: axes.rules,
    texts: [...titled, ...axes.texts, ...legend.texts, ...notes.texts],
    swatches: legend.swatches,
  }
}

/** Returns the part of the data that is shown, `null` where there is nothing to see. */
export function exportViewport(request: ExportRequest): Viewport | null {
  return visibleLines(request).length === 0 ? null : viewportOf(request.model, request.shown)
}

/** Returns the lines as the painter takes them; lengths for so many device pixels to one of CSS. */
export function exportLines(request: ExportRequest, density: number): readonly PictureLine[] {
  const { model, shown, looks } = request
  const viewport = exportViewport(request)
  if (viewport === null) return []
  const parts = { hasBands: true, hasMarkers: true }
  const state = { hiddenRunIds: shown.hiddenRunIds, highlightedRunId: null }
  return pictureLines(model.lines, viewport, state, { palette: looks, density, parts }).lines
}

interface Block {
  readonly texts: readonly Omit<SheetText, 'color'>[]
  readonly bottom: number
}

function lines(text: string, size: number, room: number, firstBase: number): Block {
  // Bold letters are wider.
  const texts = wrapText(text, room, size === titleSize ? size * 1.12 : size).map(
    (line, index) => ({
      text: line,
      size,
      anchor: 'start' as const,
      x: padding,
      y: firstBase + index * rowHeight * (size / textSize),
    }),
  )
  return { texts, bottom: texts.at(-1)?.y ?? firstBase }
}

function plotLayout(
  { model, formatters }: ExportRequest,
  viewport: Viewport | null,
  { top, width, height }: Omit<PlotLayout, 'left'>,
): PlotLayout {
  const ys = viewport === null ? [] : axisTicks(model, viewport, { width, height }, formatters).ys
  const widest = ys.reduce((most, { label }) => Math.max(most, textWidth(label, textSize)), 0)
  const axisRoom = Math.ceil(widest) + tickGap
  return {
    left: padding + axisRoom,
    top,
    width: Math.max(1, Math.floor(width - axisRoom - rightRoom)),
    height,
  }
}

function axesOf(
  request: ExportRequest,
  viewport: Viewport | null,
  plot: PlotLayout,
): { readonly rules: readonly SheetRule[]; readonly texts: readonly SheetText[] } {
  const { model, looks, formatters } = request
  const { left, top, width, height } = plot
  const [right, bottom] = [left + width, top + height]
  const text = { size: textSize, color: looks.muted }
  if (viewport === null) {
    const words = { ...text, x: left + width / 2, y: top + height / 2, anchor: 'middle' as const }
    return { rules: [], texts: [{ ...words, text: stateText(request) }] }
  }
  const { xs, ys } = axisTicks(model, viewport, plot, formatters)
  const names = axisNames(request)
  const xAt = (value: number): number => left + xToPixel(viewport, value, width)
  const yAt = (value: number): number => top + valueToPixel(viewport, value, height)
  const base = { color: looks.baseline }
  return {
    rules: [
      ...ys.map(({ value }) => ({
        from: [left, yAt(value)] as const,
        to: [right, yAt(value)] as const,
        color: looks.grid,
      })),
      { ...base, from: [left, bottom], to: [right, bottom] },
      ...xs.map(({ value }) => ({
        ...base,
        from: [xAt(value), bottom] as const,
        to: [xAt(value), bottom + tickLength] as const,
      })),
    ],
    texts: [
      { ...text, x: padding, y: top - gap, anchor: 'start', text: names.y },
      ...ys.map(({ value, label }) => ({
        ...text,
        x: left - tickGap,
        y: yAt(value) + textSize / 3,
        text: label,
        anchor: 'end' as const,
      })),
      ...xs.map(({ value, label }) => ({
        ...text,
        x: xAt(value),
        y: bottom + labelDrop,
        text: label,
        anchor: 'middle' as const,
      })),
      { ...text, x: right, y: bottom + nameDrop, anchor: 'end', text: names.x },
    ],
  }
}

function stateText({ model, messages }: ExportRequest): string {
  return model.full === null ? messages.noPoints : messages.allHidden
}

interface Legend {
  readonly texts: readonly SheetText[]
  readonly swatches: readonly SheetSwatch[]
  readonly bottom: number
}

/** Names in full, as many to a row as there is room for; a name longer than a row takes several. */
function legendOf(request: ExportRequest, top: number): Legend {
  const { width, looks, messages } = request
  const room = width - 2 * padding
  const indent = swatchWidth + 6
  const texts: SheetText[] = []
  const swatches: SheetSwatch[] = []
  let [x, base] = [0, top + textSize]
  for (const line of visibleLines(request)) {
    const name = wrapText(lineName(line, messages), room - indent, textSize)
    const own = indent + Math.max(...name.map((row) => textWidth(row, textSize)))
    if (x > 0 && x + own > room) [x, base] = [0, base + rowHeight]
    swatches.push({ x: padding + x, y: base - textSize / 3, line })
    for (const [row, text] of name.entries()) {
      const at = { x: padding + x + indent, y: base + row * rowHeight }
      texts.push({ ...at, text, size: textSize, anchor: 'start', color: looks.text })
    }
    if (name.length > 1) [x, base] = [0, base + name.length * rowHeight]
    else x += own + 2 * gap
  }
  const isRowOpen = x > 0
  return { texts, swatches, bottom: isRowOpen ? base + rowHeight / 2 : base - rowHeight / 2 }
}

function notesOf(
  request: ExportRequest,
  top: number,
): { readonly texts: readonly SheetText[]; readonly bottom: number } {
  const room = request.width - 2 * padding
  const texts: SheetText[] = []
  let base = top
  for (const note of noteLines(request)) {
    const block = lines(note, textSize, room, base + rowHeight)
    texts.push(...block.texts.map((each) => ({ ...each, color: request.looks.muted })))
    base = block.bottom
  }
  return { texts, bottom: base }
}
