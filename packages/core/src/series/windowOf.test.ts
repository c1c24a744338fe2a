import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { series as anySeries, values as anyValue } from '../testdata/arbitraries.ts'
import { defineSeries } from './defineSeries.ts'
import { buildPyramid, growPyramid, holdsNaN, holdsPositiveInfinity } from './pyramid.ts'
import type { MetricSeries } from './series.ts'
import { columnBorder, windowOf, type SeriesWindow } from './windowOf.ts'

const ranges = fc
  .tuple(fc.integer({ min: -5, max: 35 }), fc.double({ min: 0.25, max: 40, noNaN: true }))
  .map(([from, length]) => ({ from, to: from + length }))

/** As on an axis of time: uneven, fractional, and some twice or more; long enough for buckets. */
const unevenSeries = fc
  .array(fc.tuple(fc.constantFrom(0, 0.125, 0.3, 1, 1, 1, 40), anyValue), {
    minLength: 1,
    maxLength: 900,
    size: 'max',
  })
  .map((points): MetricSeries => {
    let step = -20
    return {
      ...defineSeries([]),
      steps: Float64Array.from(points, ([gap]) => (step += gap)),
      values: Float64Array.from(points, ([, value]) => value),
      total: points.length,
    }
  })

function shortened(series: MetricSeries, length: number): MetricSeries {
  return {
    ...series,
    steps: series.steps.subarray(0, length),
    values: series.values.subarray(0, length),
    total: length,
  }
}

/** `0` and `-0` are the same value. */
const plain = (column: Float64Array): number[] => Array.from(column, (value) => value + 0)
const columnsOf = ({ starts, flags, ...window }: SeriesWindow) => ({
  starts: [...starts],
  flags: [...flags],
  values: [window.first, window.min, window.max, window.last].map(plain),
})

describe('windowOf', () => {
  it('keeps the first, lowest, highest and last finite value of every pixel column', () => {
    fc.assert(
      fc.property(anySeries, ranges, fc.integer({ min: 1, max: 9 }), (series, range, pixels) => {
        const window = windowOf(buildPyramid(series), { ...range, pixels })
        for (let column = 0; column < pixels; column++) {
          const left = columnBorder(range.from, range.to, column / pixels)
          const isLast = column === pixels - 1
          const right = isLast
            ? range.to
            : columnBorder(range.from, range.to, (column + 1) / pixels)
          const within = Array.from(series.values).filter((_, i) => {
            const step = Number(series.steps[i])
            return step >= left && (isLast ? step <= right : step < right)
          })
          const finite = within.filter(Number.isFinite)
          expect(window.first[column]).toBe(finite[0] ?? NaN)
          expect(window.last[column]).toBe(finite.at(-1) ?? NaN)
          expect(window.min[column]! + 0).toBe(finite.length > 0 ? Math.min(...finite) + 0 : NaN)
          expect(window.max[column]! + 0).toBe(finite.length > 0 ? Math.max(...finite) + 0 : NaN)
          expect((Number(window.flags[column]) & holdsNaN) > 0).toBe(within.some(Number.isNaN))
          expect(Number(window.starts[column + 1]) - Number(window.starts[column])).toBe(
            within.length,
          )
        }
      }),
      { numRuns: 300 },
    )
  })

  it('loses no extreme and invents no value, at any zoom, where steps are uneven and repeat', () => {
    const zooms = fc.tuple(
      fc.double({ min: -50, max: 3000, noNaN: true }),
      fc.double({ min: 0.01, max: 9000, noNaN: true }),
    )
    fc.assert(
      fc.property(unevenSeries, zooms, fc.integer({ min: 1, max: 60 }), (series, zoom, pixels) => {
        const [from, to] = [zoom[0], zoom[0] + zoom[1]]
        const window = windowOf(buildPyramid(series), { from, to, pixels })
        const isWithin = (step: number): boolean => step >= from && step <= to
        expect(Number(window.starts[pixels]) - Number(window.starts[0])).toBe(
          series.steps.filter(isWithin).length,
        )
        for (let column = 0; column < pixels; column++) {
          const [start, end] = [window.starts[column], window.starts[column + 1]]
          const finite = Array.from(series.values.subarray(start, end)).filter(Number.isFinite)
          const sorted = finite.toSorted((a, b) => a - b)
          const held = [window.first, window.min, window.max, window.last].map(
            (values) => Number(values[column]) + 0,
          )
          const wanted = [finite[0], sorted[0], sorted.at(-1), finite.at(-1)]
          expect(held).toEqual(wanted.map((value) => (value ?? NaN) + 0))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is the same whether points were there from the start or came one batch after the other', () => {
    fc.assert(
      fc.property(unevenSeries, fc.array(fc.nat(900), { maxLength: 5 }), (series, given) => {
        const length = series.steps.length
        const cuts = given.map((at) => at % (length + 1)).toSorted((a, b) => a - b)
        const start = buildPyramid(shortened(series, 0))
        const grown = [...cuts, length].reduce(
          (pyramid, cut) => growPyramid(pyramid, shortened(series, cut)),
          start,
        )
        const range = { from: -20, to: Number(series.steps.at(-1)) + 1, pixels: 37 }
        expect(columnsOf(windowOf(grown, range))).toEqual(
          columnsOf(windowOf(buildPyramid(series), range)),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('keeps a spike of one point among 100 000 at its own column', () => {
    const length = 100_000
    const values = new Float64Array(length).fill(1)
    values[50_250] = 42
    values[70_250] = Infinity
    const pyramid = buildPyramid(defineSeries({ steps: values.map((_, i) => i), values }))
    const window = windowOf(pyramid, { from: 0, to: length, pixels: 200 })
    expect(window.max.indexOf(42)).toBe(100)
    expect(window.flags.indexOf(holdsPositiveInfinity)).toBe(140)
    expect(window.max[140]).toBe(1)
  })

  it('writes into the window it is given, when that is as wide', () => {
    const pyramid = buildPyramid(defineSeries([{ step: 1, value: 2 }]))
    const window = windowOf(pyramid, { from: 0, to: 2, pixels: 2 })
    expect(windowOf(pyramid, { from: 5, to: 6, pixels: 2, reuse: window })).toBe(window)
    expect([...window.max]).toEqual([NaN, NaN])
    expect(windowOf(pyramid, { from: 0, to: 2, pixels: 3, reuse: window })).not.toBe(window)
  })

  it.each([
    { from: 1, to: 1, pixels: 10 },
    { from: 2, to: 1, pixels: 10 },
    { from: NaN, to: 1, pixels: 10 },
    { from: 0, to: Infinity, pixels: 10 },
    { from: 0, to: 1, pixels: 0 },
    { from: 0, to: 1, pixels: 1.5 },
  ])('refuses a range or a width that is none: %o', (options) => {
    const pyramid = buildPyramid(defineSeries([]))
    expect(() => windowOf(pyramid, options)).toThrow(RunoffError)
  })
})
