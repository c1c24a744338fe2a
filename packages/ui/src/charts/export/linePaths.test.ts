import { buildPyramid, defineSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place } from '../../geometry/clipSegment.ts'
import type { Viewport } from '../../geometry/viewport.ts'
import { bandOutlines, lineStrokes, pathOf, type Stroke } from './linePaths.ts'

const size = { width: 20, height: 10 }
const viewport: Viewport = { from: 0, to: 20, low: 0, high: 10 }

const seriesOf = (values: readonly number[], every = 1): MetricSeries =>
  defineSeries({ steps: values.map((_, at) => at * every), values })
const strokesOf = (series: MetricSeries, view = viewport): readonly Stroke[] =>
  lineStrokes(buildPyramid(series), view, size)

/** How far up and down a polyline reaches between two x, by every segment of it. */
function reach(strokes: readonly Stroke[], left: number, right: number): readonly number[] | null {
  const ys = strokes.flatMap((stroke) =>
    stroke.flatMap((place, at) => {
      const next = stroke[at + 1] ?? place
      const [from, to] = [Math.max(place.x, left), Math.min(next.x, right)]
      if (from > to) return []
      const y = (x: number): number =>
        next.x === place.x
          ? place.y
          : place.y + ((next.y - place.y) * (x - place.x)) / (next.x - place.x)
      return next.x === place.x ? [place.y, next.y] : [y(from), y(to)]
    }),
  )
  return ys.length === 0 ? null : [Math.min(...ys), Math.max(...ys)]
}

const rounded = (ends: readonly number[] | null | undefined): readonly number[] | undefined =>
  ends?.map((end) => Math.round(end * 1e6) / 1e6 + 0)

/** Every point of a series, in pixels of the viewport, broken at what is not finite. */
function allStrokes({ steps, values }: MetricSeries): readonly Stroke[] {
  const strokes: Place[][] = []
  let isOpen = false
  steps.forEach((x, at) => {
    const value = values[at] ?? NaN
    if (!Number.isFinite(value)) {
      isOpen = false
      return
    }
    if (!isOpen) strokes.push([])
    isOpen = true
    strokes.at(-1)?.push({ x, y: size.height - value })
  })
  return strokes
}

const odd = fc.constantFrom(NaN, Infinity, -Infinity)
const anyValue = fc.oneof(
  { weight: 12, arbitrary: fc.double({ min: 0, max: 10, noNaN: true }) },
  { weight: 1, arbitrary: odd },
)

describe('lineStrokes', () => {
  it('has every point where there are few', () => {
    expect(strokesOf(seriesOf([1, 5, 2]))).toEqual([
      [
        { x: 0, y: 9 },
        { x: 1, y: 5 },
        { x: 2, y: 8 },
      ],
    ])
  })

  it('breaks at what is not finite, and keeps a lone point', () => {
    const strokes = strokesOf(seriesOf([1, NaN, 2, Infinity, 3, 4]))
    expect(strokes.map((stroke) => stroke.length)).toEqual([1, 1, 2])
  })

  it('has no stroke of no points, nor of points that are all not finite', () => {
    expect(strokesOf(seriesOf([]))).toEqual([])
    expect(strokesOf(seriesOf([NaN, NaN]))).toEqual([])
  })

  it('reaches in each pixel as far as every point does, however many there are', () => {
    const values = fc.array(anyValue, { minLength: 1, maxLength: 1500, size: 'max' })
    fc.assert(
      fc.property(values, (given) => {
        const series = seriesOf(given, 20 / given.length)
        const [whole, thin] = [allStrokes(series), strokesOf(series)]
        for (let column = 0; column < size.width; column++) {
          const [wanted, found] = [whole, thin].map((each) => reach(each, column, column + 1))
          expect(rounded(found)).toEqual(rounded(wanted))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('writes no more than eight places to a pixel of a million points', () => {
    const values = Float64Array.from({ length: 1_000_000 }, (_, at) => (at * 7919) % 10)
    const steps = values.map((_, at) => (at * 20) / 1_000_000)
    const [stroke = []] = strokesOf(defineSeries({ steps, values }))
    expect(stroke.length).toBeLessThanOrEqual(size.width * 8 + 2)
    expect(stroke.length).toBeGreaterThan(size.width * 2)
  })

  it('leads to the borders of the plot from points beyond it', () => {
    const zoomed = { from: 1.2, to: 1.4, low: 0, high: 10 }
    const strokes = strokesOf(seriesOf([0, 0, 10, 10]), zoomed)
    expect(reach(strokes, 0, 0)?.[0]).toBeCloseTo(8)
    expect(reach(strokes, 20, 20)?.[0]).toBeCloseTo(6)
  })

  it('writes no place far beyond the plot, whatever the values', () => {
    const values = fc.array(fc.oneof(fc.double({ noNaN: false }), fc.double({ min: 0, max: 10 })), {
      maxLength: 400,
      size: 'max',
    })
    fc.assert(
      fc.property(values, (given) => {
        const places = strokesOf(seriesOf(given, 20 / Math.max(1, given.length))).flat()
        for (const { x, y } of places) {
          expect(Math.abs(x)).toBeLessThan(30)
          expect(Math.abs(y)).toBeLessThan(20)
        }
      }),
    )
  })
})

describe('bandOutlines', () => {
  it('goes along the upper line and back along the lower, once for each stretch', () => {
    const low = buildPyramid(seriesOf([1, 1, NaN, 2, 2], 5))
    const high = buildPyramid(seriesOf([3, 3, NaN, 4, 4], 5))
    const outlines = bandOutlines({ low, high }, viewport, size)
    expect(outlines).toHaveLength(2)
    const ys = outlines.map((outline) => new Set(outline.map(({ y }) => y)))
    expect(ys).toEqual([new Set([7, 9]), new Set([6, 8])])
    const [first = []] = outlines
    expect(Math.min(...first.map(({ x }) => x))).toBe(0)
    // The last point lies at the left border of its column of half a pixel.
    expect(Math.max(...first.map(({ x }) => x))).toBe(5.5)
  })
})

describe('pathOf', () => {
  it('writes two decimals, and a lone place as a stroke of no length', () => {
    const strokes = [
      [
        { x: 1.234567, y: -0.001 },
        { x: 2, y: 3 },
      ],
      [{ x: 5, y: 6 }],
    ]
    expect(pathOf(strokes)).toBe('M1.23,0L2,3M5,6h0')
  })

  it('writes a place once where the next is not to be told from it', () => {
    expect(
      pathOf([
        [
          { x: 1, y: 1 },
          { x: 1.001, y: 1.001 },
          { x: 2, y: 2 },
        ],
      ]),
    ).toBe('M1,1L2,2')
  })
})
