import { buildPyramid, defineSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createLinePainter } from './painter.ts'
import type { Picture, PictureLine } from './picture.ts'
import {
  canvasOf,
  lineOf,
  painted as paintedPicture,
  pictureOf,
  pixelsOf,
} from './testdata/picture.ts'

const width = 120
const height = 80
const blue = { red: 0, green: 0, blue: 255 }

/** The colour of a pixel, by column and row. */
type PixelAt = (column: number, row: number) => Uint8ClampedArray

const readerOf =
  (image: ImageData): PixelAt =>
  (column, row) =>
    image.data.slice((row * image.width + column) * 4, (row * image.width + column) * 4 + 4)

const painted = (
  lines: readonly PictureLine[],
  inset = 0,
  options: Partial<Picture> = {},
): PixelAt =>
  readerOf(paintedPicture({ width: width + 2 * inset, height }, lines, { inset, ...options }))

const seriesOf = (steps: readonly number[], values: readonly number[]): MetricSeries =>
  defineSeries({ steps, values })

/** Where the polyline is lowest and highest within a column, by every segment. */
function extentByHand({ steps, values }: MetricSeries, left: number, right: number): number[] {
  const ys: number[] = []
  for (let i = 0; i < steps.length; i++) {
    const [x, y] = [Number(steps[i]), Number(values[i])]
    if (x >= left && x < right && Number.isFinite(y)) ys.push(y)
    const [x0, y0] = [steps[i - 1] ?? NaN, values[i - 1] ?? NaN]
    const [from, to] = [Math.max(x0, left), Math.min(x, right)]
    if (!(from <= to) || !Number.isFinite(y - y0) || x0 === right) continue
    for (const at of [from, to]) ys.push(y0 + ((y - y0) * (at - x0)) / (x - x0))
  }
  return ys
}

describe('createLinePainter', () => {
  it('paints each column of a dense line from its lowest to its highest place and no further', () => {
    const value = fc.oneof(
      { weight: 20, arbitrary: fc.double({ min: 20, max: 60, noNaN: true }) },
      { weight: 1, arbitrary: fc.constantFrom(NaN, 12, 78) },
    )
    const values = fc.array(value, { minLength: 400, maxLength: 900 })
    const zooms = fc.tuple(
      fc.double({ min: 0, max: 0.4, noNaN: true }),
      fc.double({ min: 0.4, max: 1, noNaN: true }),
    )
    fc.assert(
      fc.property(values, zooms, (given, [start, length]) => {
        const series = seriesOf(
          given.map((_, i) => i),
          given,
        )
        const viewport = {
          from: start * given.length,
          to: (start + length) * given.length,
          low: 0,
          high: height,
        }
        const pixel = painted([lineOf(series, { viewport, markerRadius: 0.5 })])
        const columnX = (viewport.to - viewport.from) / width
        for (let column = 0; column < width; column += 7) {
          const left = viewport.from + column * columnX
          const ys = extentByHand(series, left, left + columnX)
          const top = height - Math.max(...ys) - 0.5
          const bottom = height - Math.min(...ys) + 0.5
          // The lowest rows hold the marks of what is not finite.
          const rows = Array.from({ length: height - 4 }, (_, row) => row)
          const inside = rows.filter((row) => row >= top + 1e-6 && row + 1 <= bottom - 1e-6)
          const outside = rows.filter((row) => row + 1 < top - 1e-6 || row > bottom + 1e-6)
          expect(inside.filter((row) => pixel(column, row)[3] !== 255)).toEqual([])
          expect(outside.filter((row) => pixel(column, row)[3] !== 0)).toEqual([])
        }
      }),
      { numRuns: 30 },
    )
  })

  it('draws a line between two points that are far apart, and nothing beside it', () => {
    const pixel = painted([lineOf(seriesOf([0, 120], [0, 80]), { width: 2 })])
    for (let column = 10; column < 110; column += 10) {
      const row = Math.round(height - (column + 0.5) * (80 / 120) - 0.5)
      expect(pixel(column, row)[3]).toBeGreaterThan(200)
      expect(pixel(column, row - 5)[3]).toBe(0)
      expect(pixel(column, row + 5)[3]).toBe(0)
    }
  })

  it('lifts the pen over a value that is not a number', () => {
    const pixel = painted([lineOf(seriesOf([0, 40, 60, 80, 120], [40, 40, NaN, 40, 40]))])
    const alphas = (column: number): number[] =>
      [39, 40].map((row) => Number(pixel(column, row)[3]))
    expect(Math.max(...alphas(20))).toBeGreaterThan(100)
    expect(Math.max(...alphas(100))).toBeGreaterThan(100)
    for (let column = 46; column < 75; column++) expect(alphas(column)).toEqual([0, 0])
  })

  it('marks a point that stands alone, and what is not finite at the edges', () => {
    const steps = [20, 40, 60, 80, 100]
    const pixel = painted([lineOf(seriesOf(steps, [NaN, 40, NaN, Infinity, -Infinity]))])
    expect(pixel(40, 40)[3]).toBe(255)
    const edge = (column: number, rows: readonly number[]): number =>
      Math.max(...rows.map((row) => Number(pixel(column, row)[3])))
    const [top, bottom] = [
      [2, 3, 4, 5, 6],
      [73, 74, 75, 76, 77, 78],
    ]
    expect(edge(20, bottom)).toBeGreaterThan(100)
    expect(edge(80, top)).toBe(255)
    expect(edge(100, bottom)).toBe(255)
    expect(edge(20, top)).toBe(0)
  })

  it('thins a dashed line in its gaps and never cuts it off', () => {
    const pixel = painted([lineOf(seriesOf([0, 120], [40.5, 40.5]), { dash: [10, 10], width: 3 })])
    const alphas = Array.from({ length: width }, (_, column) => Number(pixel(column, 39)[3]))
    expect(Math.max(...alphas)).toBe(255)
    expect(Math.min(...alphas)).toBeGreaterThan(40)
    expect(Math.min(...alphas)).toBeLessThan(100)
  })

  it('draws the later line over the earlier', () => {
    const flat = seriesOf([0, 120], [40, 40])
    const pixel = painted([lineOf(flat, { width: 4 }), lineOf(flat, { width: 4, color: blue })])
    expect([...pixel(60, 40)]).toEqual([0, 0, 255, 255])
  })

  it('mixes a see-through line with what lies under it, and with nothing keeps its colour', () => {
    const flat = seriesOf([0, 120], [40, 40])
    const over = lineOf(flat, { width: 4, color: blue, opacity: 0.5 })
    expect([...painted([over])(60, 40)]).toEqual([0, 0, 255, 128])
    expect([...painted([lineOf(flat, { width: 4 }), over])(60, 40)]).toEqual([127, 0, 128, 255])
  })

  it('keeps lines within the plot, and marks behind it one that goes on there', () => {
    const series = seriesOf([-50, 0, 120, 200], [40, 40, 40, 40])
    const pixel = painted([lineOf(series, { markerPlaces: 'end' })], 8)
    expect(pixel(3, 40)[3]).toBe(0)
    expect(pixel(8, 40)[3]).toBeGreaterThan(0)
    expect(pixel(8 + width + 4, 40)[3]).toBe(255)
  })

  it('marks the end of a line behind its last point, and rings one that is live', () => {
    const series = seriesOf([0, 40, 80, 100], [40, 40, 40, NaN])
    const ended = painted([lineOf(series, { markerPlaces: 'end' })], 8)
    const live = painted([lineOf(series, { markerPlaces: 'end', isLive: true })], 8)
    expect(ended(8 + 84, 40)[3]).toBe(255)
    expect(ended(8 + 84, 45)[3]).toBe(0)
    expect(live(8 + 84, 40)[3]).toBe(255)
    expect(live(8 + 84, 45)[3]).toBeGreaterThan(100)
  })

  it('marks nothing of a line that has no marker to mark with', () => {
    const series = seriesOf([20, 40, 60], [NaN, 40, Infinity])
    const pixel = painted([lineOf(series, { markerRadius: 0, markerPlaces: 'some', isLive: true })])
    const rows = Array.from({ length: height }, (_, row) => row)
    expect(rows.filter((row) => Number(pixel(20, row)[3]) + Number(pixel(60, row)[3]) > 0)).toEqual(
      [],
    )
  })

  it('marks where the plot cuts a line off, only where asked to', () => {
    const series = seriesOf([0, 50, 60, 70, 120], [40, 40, 200, 40, 40])
    const cut = painted([lineOf(series)], 0, { marksCuts: true })
    const bare = painted([lineOf(series)])
    const beside = (pixel: PixelAt): number =>
      Math.max(...[1, 2, 3, 4, 5, 6].map((row) => Number(pixel(50, row)[3])))
    expect(beside(cut)).toBeGreaterThan(100)
    expect(beside(bare)).toBe(0)
    expect(Number(cut(60, height - 3)[3])).toBe(0)
  })

  it('fills a band behind its line, and leaves it out where one of its borders is missing', () => {
    const steps = [0, 40, 80, 120]
    const band = {
      low: buildPyramid(seriesOf(steps, [20, 20, NaN, NaN])),
      high: buildPyramid(seriesOf(steps, [60, 60, 60, 60])),
      opacity: 0.5,
    }
    const pixel = painted([lineOf(seriesOf(steps, [40, 40, 40, 40]), { band })])
    expect([...pixel(20, 30)]).toEqual([255, 0, 0, 128])
    expect(pixel(20, 18)[3]).toBe(0)
    expect(pixel(20, 62)[3]).toBe(0)
    expect(Number(pixel(20, 40)[3])).toBeGreaterThan(128)
    expect(pixel(90, 30)[3]).toBe(0)
  })
})

describe('highlight', () => {
  const flat = (value: number): MetricSeries => seriesOf([0, 120], [value, value])
  const others = [lineOf(flat(20), { width: 4 }), lineOf(flat(60), { width: 4, color: blue })]
  const front = [lineOf(flat(20), { width: 4 })]

  it('fades the others behind what it lays over them, and brings them back', () => {
    const canvas = canvasOf(width, height)
    const painter = createLinePainter()
    painter.paint(pictureOf(canvas, others))
    const before = pixelsOf(canvas).data
    painter.highlight(front, 0.2)
    const pixel = readerOf(pixelsOf(canvas))
    expect([...pixel(60, 60)]).toEqual([255, 0, 0, 255])
    expect([...pixel(60, 20)]).toEqual([0, 0, 255, 51])
    painter.highlight([], 0.2)
    expect(pixelsOf(canvas).data).toEqual(before)
  })

  it('looks the same however it came to be', () => {
    const canvas = canvasOf(width, height)
    const painter = createLinePainter()
    painter.paint(pictureOf(canvas, others))
    painter.highlight([lineOf(flat(60), { width: 8 })], 0.5)
    painter.highlight(front, 0.2)
    const atOnce = paintedPicture({ width, height }, others, { front })
    expect(pixelsOf(canvas).data).toEqual(atOnce.data)
  })

  it('forgets the lines of before once others are painted', () => {
    const canvas = canvasOf(width, height)
    const painter = createLinePainter()
    painter.paint(pictureOf(canvas, others, { front }))
    painter.paint(pictureOf(canvas, [lineOf(flat(40), { width: 4 })]))
    painter.highlight(front, 0.2)
    const pixel = readerOf(pixelsOf(canvas))
    expect(pixel(60, 20)[3]).toBe(0)
    expect(pixel(60, 40)[3]).toBe(51)
  })

  it('does nothing before there is a picture', () => {
    expect(() => createLinePainter().highlight(front, 0.2)).not.toThrow()
  })
})
