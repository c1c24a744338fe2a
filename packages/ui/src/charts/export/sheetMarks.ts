import { markerPath } from '../../geometry/markerPolygon.ts'
import { valueToPixel, xToPixel, type Viewport } from '../../geometry/viewport.ts'
import { firstLanePx, lanePx, lanes, ringRadius, starRadius } from '../marks/MarkSymbols.tsx'
import { placeMarks, type PlacedMark } from '../marks/placeMarks.ts'
import { viewportOf } from '../model/viewportOf.ts'
import type { Color } from '../paint/raster.ts'
import type { ExportRequest } from './exportRequest.ts'

/** A mark over the lines, in pixels of the plot. */
export interface SheetMark {
  /** An SVG path. */
  readonly path: string
  readonly color: Color
  readonly isFilled: boolean
  /** Words beside it; `null` where its shape is enough. */
  readonly words: {
    readonly text: string
    readonly x: number
    readonly y: number
    readonly anchor: 'start' | 'end'
  } | null
  /** What happened, with the name of the line. */
  readonly title: string
}

interface Place {
  readonly x: number
  readonly y: number
}

interface PlotSize {
  readonly width: number
  readonly height: number
}

/** Returns the marks of the lines that are seen, where they lie on the plot; the most important last. */
export function sheetMarks(request: ExportRequest, size: PlotSize): readonly SheetMark[] {
  const { model, marks, shown, messages, formatters, looks } = request
  const viewport = viewportOf(model, shown)
  if (viewport === null) return []
  const { hiddenRunIds } = shown
  const placed = placeMarks(model.lines, marks, {
    toDrawn: model.y.toDrawn,
    messages,
    formatters,
    hiddenRunIds,
  }).marks.filter((mark) => isWithin(mark, viewport))
  const upright = placed.filter(({ y }) => y === null)
  return placed.toReversed().flatMap((mark) => {
    const drop = firstLanePx + (upright.indexOf(mark) % lanes) * lanePx
    const at = {
      x: xToPixel(viewport, mark.x, size.width),
      y: mark.y === null ? drop : valueToPixel(viewport, mark.y, size.height),
    }
    const color = looks.colorOf(mark.colorVariable)
    const title = messages.marks.ofLine(mark.name, mark.label)
    return shapesOf(mark, at, size).map((shape) => ({ ...shape, color, title }))
  })
}

function isWithin({ x, y }: PlacedMark, { from, to, low, high }: Viewport): boolean {
  return x >= from && x <= to && (y === null || (y >= low && y <= high))
}

type Shape = Pick<SheetMark, 'path' | 'isFilled' | 'words'>

/** The end of a live run is drawn with its line. */
function shapesOf({ kind, label }: PlacedMark, at: Place, size: PlotSize): readonly Shape[] {
  const line = { path: `M${at.x},${at.y}V${size.height}`, isFilled: false, words: null }
  switch (kind) {
    case 'best':
      return [{ path: markerPath('star', at, starRadius), isFilled: true, words: null }]
    case 'spike':
      return [{ path: circlePath(at, ringRadius), isFilled: false, words: null }]
    case 'end':
      return []
    case 'restart':
      return [{ ...line, words: wordsOf(label, at, size) }]
    default:
      return [
        line,
        {
          path: `M${at.x},${at.y}l9,4l-9,4Z`,
          isFilled: true,
          words: wordsOf(label, at, size),
        },
      ]
  }
}

function circlePath({ x, y }: Place, radius: number): string {
  const arc = `a${radius},${radius} 0 1 0`
  return `M${x - radius},${y}${arc} ${2 * radius},0${arc} ${-2 * radius},0Z`
}

/** On the side with more room. */
function wordsOf(text: string, { x, y }: Place, { width }: PlotSize): SheetMark['words'] {
  const isLeft = x > width / 2
  return { text, x: isLeft ? x - 4 : x + 12, y: y + 8, anchor: isLeft ? 'end' : 'start' }
}
