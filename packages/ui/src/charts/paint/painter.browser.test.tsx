import { defineSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildPyramid } from '@runoff/core'
import { createLinePainter, type PictureLine } from './painter.ts'

const width = 120
const height = 80
const red = { red: 255, green: 0, blue: 0 }
const blue = { red: 0, green: 0, blue: 255 }

function lineOf(series: MetricSeries, options: Partial<PictureLine> = {}): PictureLine {
  return {
    pyramid: buildPyramid(series),
    viewport: { from: 0, to: width, low: 0, high: height },
    color: red,
    opacity: 1,
    width: 1,
    dash: [],
    marker: 'circle',
    markerRadius: 3,
    markerPlaces: 'none',
    markerPhase: 0,
    ...options,
  }
}

/** The alpha of each pixel, by column and row. */
function painted(
  lines: readonly PictureLine[],
  inset = 0,
): (column: number, row: number) => Uint8ClampedArray {
  const canvas = document.createElement('canvas')
  canvas.width = width + 2 * inset
  canvas.height = height
  createLinePainter().paint({ canvas, inset, lines })
  const image = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, height)
  if (image === undefined) throw new Error('no picture')
  return (column, row) =>
    image.data.slice((row * canvas.width + column) * 4, (row * canvas.width + column) * 4 + 4)
}

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

  it('keeps lines within the plot and lets markers reach beyond it', () => {
    const series = seriesOf([-50, 0, 120, 200], [40, 40, 40, 40])
    const pixel = painted([lineOf(series, { markerPlaces: 'end' })], 6)
    expect(pixel(3, 40)[3]).toBe(0)
    expect(pixel(6, 40)[3]).toBeGreaterThan(0)
    expect(pixel(6 + width + 1, 40)[3]).toBe(255)
  })
})
