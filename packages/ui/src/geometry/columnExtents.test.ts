import { buildPyramid, columnBorder, defineSeries, windowOf, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnExtents, type ColumnRange } from './columnExtents.ts'

const pixelCounts = fc.integer({ min: 1, max: 40 })
const value = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: -20, max: 20 }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity, 1000) },
)
const lines = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), value), { maxLength: 120 })
  .map((gaps) => {
    let step = 0
    return defineSeries(gaps.map(([gap, y]) => ({ step: (step += gap / 4), value: y })))
  })

interface Extent {
  readonly low: number
  readonly high: number
}

/** Every segment and every point, cut to the column by hand. */
function extentByHand(
  { steps, values }: MetricSeries,
  left: number,
  right: number,
  isLast: boolean,
): Extent {
  const ys: number[] = []
  for (let i = 0; i < steps.length; i++) {
    const [x, y] = [Number(steps[i]), Number(values[i])]
    const isWithin = x >= left && (isLast ? x <= right : x < right)
    if (isWithin && Number.isFinite(y)) ys.push(y)
    if (i > 0) ys.push(...clipped(Number(steps[i - 1]), Number(values[i - 1]), x, y, left, right))
  }
  return ys.length === 0 ? { low: NaN, high: NaN } : { low: Math.min(...ys), high: Math.max(...ys) }
}

function clipped(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  left: number,
  right: number,
): number[] {
  if (!Number.isFinite(y0) || !Number.isFinite(y1)) return []
  const from = Math.max(x0, left)
  const to = Math.min(x1, right)
  // What only touches the left border from outside is drawn in the column it ends in.
  if (from > to || x0 === right) return []
  const at = (x: number): number => y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
  return [at(from), at(to)]
}

function extentsOf(series: MetricSeries, range: ColumnRange, pixels: number) {
  return columnExtents(buildPyramid(series), range, pixels)
}

const isNear = (a: number | undefined, b: number): boolean =>
  Number.isNaN(b) ? Number.isNaN(a) : Math.abs(Number(a) - b) < 1e-6

describe('columnExtents', () => {
  it('reaches as far as the whole polyline in every column, at any zoom, past gaps and spikes', () => {
    const zooms = fc.tuple(
      fc.double({ min: -10, max: 300, noNaN: true }),
      fc.double({ min: 0.01, max: 600, noNaN: true }),
    )
    fc.assert(
      fc.property(lines, zooms, pixelCounts, (series, [from, length], pixels) => {
        const range = { from, to: from + length }
        const extents = extentsOf(series, range, pixels)
        const wrong = Array.from({ length: pixels }, (_, column) => column).filter((column) => {
          const byHand = extentByHand(
            series,
            columnBorder(range.from, range.to, column / pixels),
            columnBorder(range.from, range.to, (column + 1) / pixels),
            column === pixels - 1,
          )
          const isRight =
            isNear(extents.low[column], byHand.low) && isNear(extents.high[column], byHand.high)
          return !isRight
        })
        expect(wrong).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('leaves a gap empty in the columns between the two points beside it', () => {
    const series = defineSeries({ steps: [0, 1, 2, 3, 4], values: [1, 1, NaN, 2, 2] })
    const { low, high } = extentsOf(series, { from: 0, to: 4 }, 8)
    expect([...low]).toEqual([1, 1, 1, NaN, NaN, NaN, 2, 2])
    expect([...high]).toEqual([1, 1, 1, NaN, NaN, NaN, 2, 2])
  })

  it('draws a line whose points are all outside of the window', () => {
    const series = defineSeries({ steps: [0, 100], values: [0, 100] })
    const { low, high } = extentsOf(series, { from: 40, to: 60 }, 2)
    expect([...low]).toEqual([40, 50])
    expect([...high]).toEqual([50, 60])
  })

  it('keeps a spike of one point among 100 000', () => {
    const values = new Float64Array(100_000).fill(1)
    values[61_803] = 42
    const series = defineSeries({ steps: values.map((_, i) => i), values })
    const { high } = extentsOf(series, { from: 0, to: 100_000 }, 1140)
    expect(high.indexOf(42)).toBe(Math.floor((61_803 / 100_000) * 1140))
  })

  it('joins no line to an infinite value', () => {
    const series = defineSeries({ steps: [0, 1, 2], values: [1, Infinity, 3] })
    expect([...extentsOf(series, { from: 0, to: 2 }, 4).high]).toEqual([1, NaN, NaN, 3])
  })

  it('joins two values that are farther apart than a number can be', () => {
    const series = defineSeries({ steps: [0, 2], values: [1.6e308, -1.6e308] })
    const { low, high } = extentsOf(series, { from: 0, to: 2 }, 2)
    expect([...low]).toEqual([0, -1.6e308])
    expect([...high]).toEqual([1.6e308, 0])
  })

  it('holds both values of a step that repeats, and of the last one within the window', () => {
    const series: MetricSeries = {
      ...defineSeries([]),
      steps: Float64Array.of(0, 1, 1, 2, 2),
      values: Float64Array.of(5, 1, 9, 3, 7),
    }
    const { low, high } = extentsOf(series, { from: 0, to: 2 }, 2)
    expect([...low]).toEqual([1, 1])
    expect([...high]).toEqual([5, 9])
  })

  it('reads the same from buckets as from points, where steps are uneven and repeat', () => {
    const uneven = fc
      .array(fc.tuple(fc.constantFrom(0, 0, 0.125, 1, 1, 1, 60), value), {
        minLength: 200,
        maxLength: 900,
      })
      .map((gaps): MetricSeries => {
        let step = 0
        return {
          ...defineSeries([]),
          steps: Float64Array.from(gaps, ([gap]) => (step += gap)),
          values: Float64Array.from(gaps, ([, y]) => y),
        }
      })
    const borders = fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 4000 }))
    fc.assert(
      fc.property(
        uneven,
        borders,
        fc.integer({ min: 1, max: 12 }),
        (series, [from, way], columns) => {
          const pyramid = buildPyramid(series)
          const range = { from, to: from + way }
          const extents = columnExtents(pyramid, range, columns)
          const window = windowOf(pyramid, { ...range, pixels: columns })
          expect(extents.flags).toEqual(window.flags)
          for (let column = 0; column < columns; column++) {
            if (Number.isNaN(window.min[column])) continue
            expect(extents.low[column]).toBeLessThanOrEqual(Number(window.min[column]))
            expect(extents.high[column]).toBeGreaterThanOrEqual(Number(window.max[column]))
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('writes into what it is given, when that is as wide', () => {
    const pyramid = buildPyramid(defineSeries([{ step: 1, value: 2 }]))
    const extents = columnExtents(pyramid, { from: 0, to: 2 }, 2)
    expect(columnExtents(pyramid, { from: 5, to: 6 }, 2, extents)).toBe(extents)
    expect([...extents.low]).toEqual([NaN, NaN])
    expect(columnExtents(pyramid, { from: 0, to: 2 }, 3, extents)).not.toBe(extents)
  })
})
