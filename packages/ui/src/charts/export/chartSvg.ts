import { finish } from '@runoff/core/stats'
import { visibleText } from '../../format/visibleText.ts'
import { markerPath, markerPolygon } from '../../geometry/markerPolygon.ts'
import { lineLook } from '../lineLook.ts'
import { summaryOf } from '../model/summaryOf.ts'
import { gapOpacity } from '../paint/dashOpacities.ts'
import type { LineMark } from '../paint/lineMark.ts'
import type { PictureLine } from '../paint/picture.ts'
import type { Color } from '../paint/raster.ts'
import { visibleLines, type ExportRequest } from './exportRequest.ts'
import {
  exportLines,
  exportSheet,
  fontFamily,
  swatchWidth,
  type ExportSheet,
  type SheetRule,
  type SheetSwatch,
  type SheetText,
} from './exportSheet.ts'
import { shapeOf } from '../paint/lineShape.ts'
import { bandOutlines, lineStrokes, pathOf, rounded } from './linePaths.ts'
import { mayBeCut } from '../model/viewportOf.ts'
import { provenanceLines } from './provenance.ts'
import { sheetMarks, type SheetMark } from './sheetMarks.ts'
import { xmlText } from './xmlText.ts'

/**
 * Returns a chart as an SVG file that stands alone: real text, lines as paths, colours by their
 * numbers, and where the numbers come from as its `<metadata>`.
 *
 * @throws {RunoffError} `bad-option` for a size without room for a plot, or a date that is none.
 */
export function chartSvg(request: ExportRequest): string {
  return finish(svgWork(request))
}

/** Does the same one line after the other: each yields how much is done, 0 to 1. */
export function* svgWork(request: ExportRequest): Generator<number, string, void> {
  const sheet = exportSheet(request)
  const { width, height, plot } = sheet
  const { model, subject, title, looks } = request
  const lines = yield* lineElements(request, sheet)
  const seen = { ...model, lines: visibleLines(request) }
  const box = `width="${plot.width}" height="${plot.height}"`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="runoff-title runoff-summary" ` +
      `font-family="${fontFamily}" xml:space="preserve">`,
    `<title id="runoff-title">${xmlText(visibleText(title))}</title>`,
    `<desc id="runoff-summary">${xmlText(summaryOf(seen, subject, request))}</desc>`,
    `<metadata>${xmlText(provenanceLines(request).join('\n'))}</metadata>`,
    `<defs><clipPath id="runoff-plot"><rect ${box}/></clipPath></defs>`,
    `<rect width="${width}" height="${height}" fill="${hex(looks.background)}"/>`,
    `<g shape-rendering="crispEdges">${sheet.rules.map(ruleElement).join('')}</g>`,
    `<g transform="translate(${plot.left},${plot.top})">`,
    ...lines,
    ...sheetMarks(request, plot).map((mark) => sheetMarkElement(mark, request)),
    '</g>',
    ...sheet.swatches.map((swatch) => swatchElement(swatch, request)),
    ...sheet.texts.map(textElement),
    '</svg>',
    '',
  ].join('\n')
}

/** Bands behind all lines, marks over all of them. */
function* lineElements(
  request: ExportRequest,
  { plot }: ExportSheet,
): Generator<number, readonly string[], void> {
  const lines = exportLines(request, 1)
  const cuts = mayBeCut(request.model, request.shown)
  const bands: string[] = []
  const strokes: string[] = []
  const marks: string[] = []
  const edges: string[] = []
  for (const [index, line] of lines.entries()) {
    const shape = shapeOf(line, plot, { marksCuts: cuts })
    bands.push(...bandElement(line, plot))
    strokes.push(...lineElement(line, plot, shape.isDashed))
    marks.push(...shape.along.map((mark) => markElement(mark, line, request)))
    edges.push(...shape.edges.map((mark) => markElement(mark, line, request)))
    yield (index + 1) / lines.length
  }
  const within = '<g clip-path="url(#runoff-plot)" stroke-linejoin="round">'
  return [within, ...bands, ...strokes, '</g>', ...marks, ...edges]
}

function sheetMarkElement(
  { path, color, isFilled, words, title }: SheetMark,
  { looks }: ExportRequest,
): string {
  const rim = `stroke="${hex(looks.background)}" stroke-width="3" paint-order="stroke"`
  const look = isFilled
    ? `fill="${hex(color)}" ${rim}`
    : `fill="none" stroke="${hex(color)}" stroke-width="1.5"`
  const text =
    words === null
      ? ''
      : `<text x="${rounded(words.x)}" y="${rounded(words.y)}" font-size="11" ` +
        `text-anchor="${words.anchor}" fill="${hex(looks.text)}" ${rim}>${xmlText(words.text)}</text>`
  return (
    `<g data-part="event"><title>${xmlText(title)}</title>` +
    `<path ${look} d="${path}"/>${text}</g>`
  )
}

function bandElement(
  { band, viewport, color, opacity }: PictureLine,
  plot: ExportSheet['plot'],
): readonly string[] {
  const outlines = band === null ? [] : bandOutlines(band, viewport, plot)
  if (band === null || outlines.length === 0) return []
  const path = outlines.map((outline) => `${pathOf([outline])}Z`).join('')
  const fill = `fill="${hex(color)}" fill-opacity="${rounded(opacity * band.opacity)}"`
  return [`<path data-part="band" ${fill} d="${path}"/>`]
}

function lineElement(
  { pyramid, viewport, color, opacity, width, dash }: PictureLine,
  plot: ExportSheet['plot'],
  isDashed: boolean,
): readonly string[] {
  const path = pathOf(lineStrokes(pyramid, viewport, plot))
  if (path === '') return []
  const look = `fill="none" stroke="${hex(color)}" stroke-width="${rounded(width)}"`
  const whole = `${look} stroke-opacity="${rounded(isDashed ? opacity * gapOpacity : opacity)}"`
  const dashed = `${look} stroke-opacity="${rounded(opacity)}" stroke-dasharray="${dash.join(' ')}"`
  return [
    `<path data-part="line" ${whole} stroke-linecap="round" d="${path}"/>`,
    ...(isDashed ? [`<path data-part="dash" ${dashed} d="${path}"/>`] : []),
  ]
}

function markElement(
  { x, y, shape, fromColumn }: LineMark,
  { color, opacity, markerRadius }: PictureLine,
  { looks }: ExportRequest,
): string {
  const look = `data-part="mark" data-shape="${shape}" opacity="${rounded(opacity)}"`
  const center = `cx="${rounded(x)}" cy="${rounded(y)}"`
  if (shape === 'ring') {
    const ring = `r="${rounded(markerRadius * 1.7)}" stroke-width="${rounded(markerRadius * 0.4)}"`
    return `<circle ${look} ${center} ${ring} fill="none" stroke="${hex(color)}"/>`
  }
  const isHollow = shape === 'hollowTriangleDown'
  const outline = (radius: number): string =>
    markerPolygon(isHollow ? 'triangleDown' : shape)
      .map((corner) => `${rounded(x + corner[0] * radius)},${rounded(y + corner[1] * radius)}`)
      .join('L')
  const inner = isHollow ? `M${outline(markerRadius / 2)}Z` : ''
  // A mark behind the end of a line has no rim, which would hide that end.
  const rim =
    fromColumn === undefined
      ? ` stroke="${hex(looks.background)}" stroke-width="${rounded(markerRadius * 0.9)}" paint-order="stroke"`
      : ''
  const path = `M${outline(markerRadius)}Z${inner}`
  return `<path ${look} fill="${hex(color)}" fill-rule="evenodd"${rim} d="${path}"/>`
}

function ruleElement({ from, to, color }: SheetRule): string {
  const ends = `x1="${rounded(from[0])}" y1="${rounded(from[1])}" x2="${rounded(to[0])}" y2="${rounded(to[1])}"`
  return `<line ${ends} stroke="${hex(color)}"/>`
}

function swatchElement({ x, y, line }: SheetSwatch, { looks }: ExportRequest): string {
  const look = lineLook(line)
  const color = hex(looks.colorOf(line.style.colorVariable))
  const dash = look.dash.length === 0 ? '' : ` stroke-dasharray="${look.dash.join(' ')}"`
  const width = rounded(looks.lineWidth * look.widthShare)
  const [left, middle] = [rounded(x), rounded(y)]
  const marker = markerPath(line.style.marker, { x: x + swatchWidth / 2, y }, looks.markerRadius)
  return (
    `<g data-part="swatch" opacity="${rounded(look.opacity)}">` +
    `<path stroke="${color}" stroke-width="${width}"${dash} d="M${left},${middle}h${swatchWidth}"/>` +
    `<path fill="${color}" d="${marker}"/></g>`
  )
}

function textElement({ x, y, text, size, anchor, color, isBold }: SheetText): string {
  const place = `x="${rounded(x)}" y="${rounded(y)}" font-size="${size}"`
  const side = anchor === 'start' ? '' : ` text-anchor="${anchor}"`
  const weight = isBold === true ? ' font-weight="600"' : ''
  return `<text ${place}${side}${weight} fill="${hex(color)}">${xmlText(text)}</text>`
}

/** Returns a colour as every program that reads SVG knows it. */
export function hex({ red, green, blue }: Color): string {
  const digits = [red, green, blue].map((part) =>
    Math.max(0, Math.min(255, Math.round(part)))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${digits.join('')}`
}
