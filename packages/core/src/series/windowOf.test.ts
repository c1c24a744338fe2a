import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { series as anySeries } from '../testdata/arbitraries.ts'
import { defineSeries } from './defineSeries.ts'
import { buildPyramid, holdsNaN, holdsPositiveInfinity } from './pyramid.ts'
import { columnBorder, windowOf } from './windowOf.ts'

const ranges = fc
  .tuple(fc.integer({ min: -5, max: 35 }), fc.double({ min: 0.25, max: 40, noNaN: true }))
  .map(([from, length]) => ({ from, to: from + length }))

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
