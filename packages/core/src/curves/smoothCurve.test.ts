import fc from 'fast-check'
import { expect, it } from 'vitest'
import { series } from '../testdata/arbitraries.ts'
import { defaultWindow, smoothCurve, subtractRollingMedian } from './smoothCurve.ts'
import { columnsOf, seriesOf } from './testdata/curves.ts'

const smooth = (values: readonly number[], window?: number): number[] =>
  Array.from(smoothCurve(seriesOf(values), window).values)

it('averages three around each point, and what is left of them at the ends', () => {
  const smoothed = smoothCurve(seriesOf([0, 2, 7, 3]))
  expect(Array.from(smoothed.values)).toEqual([1, 3, 4, 5])
  expect(Array.from(smoothed.counts)).toEqual([2, 3, 3, 2])
  expect(smoothed.window).toBe(3)
  expect(smoothed.evals).toBe(4)
})

it('averages five from 15 evaluations on, missing ones not counted', () => {
  expect([0, 14, 15, 1000].map(defaultWindow)).toEqual([3, 3, 5, 5])
  const values = Array.from({ length: 15 }, (_, i) => (i === 7 ? 15 : 0))
  expect(smooth(values).slice(4, 11)).toEqual([0, 3, 3, 3, 3, 3, 0])
  expect(smoothCurve(seriesOf([...values, NaN])).window).toBe(5)
  expect(smoothCurve(seriesOf([...values.slice(1), NaN])).window).toBe(3)
  expect(smoothCurve(seriesOf([...values.slice(1), NaN])).evals).toBe(14)
})

it('uses the window that it is given', () => {
  expect(smooth([0, 0, 30, 0, 0], 5)).toEqual([10, 7.5, 6, 7.5, 10])
})

it('averages nothing across a missing value, and gives none to a value that stands alone', () => {
  const { values, counts } = smoothCurve(seriesOf([4, 2, NaN, 9, Infinity, 1, 1, 4]))
  expect(Array.from(values)).toEqual([3, 3, NaN, NaN, NaN, 1, 2, 2.5])
  expect(Array.from(counts)).toEqual([2, 2, 0, 0, 0, 2, 3, 2])
})

it('averages nothing across a restart', () => {
  const { values } = smoothCurve(columnsOf([1, 2, 2, 3], [4, 2, 100, 50]))
  expect(Array.from(values)).toEqual([3, 3, 75, 75])
})

it('gives equal values back to the last bit', () => {
  expect(smooth(Array.from({ length: 20 }, () => 0.1))).toEqual(
    Array.from({ length: 20 }, () => 0.1),
  )
})

it('gives nothing where a mean is too large for a number', () => {
  const { values, counts } = smoothCurve(seriesOf([1.7e308, -1.7e308, 1, 1]))
  expect(Array.from(values).slice(0, 2)).toEqual([NaN, NaN])
  expect(Array.from(counts).slice(0, 2)).toEqual([0, 0])
})

it.each([1, 2, 4, 3.5, NaN, Infinity, 0, -3])('refuses a window of %d', (window) => {
  expect(() => smooth([1, 2, 3], window)).toThrow(
    expect.objectContaining({ code: 'bad-option', message: expect.stringContaining('odd whole') }),
  )
})

it('stays between the lowest and the highest value, and changes nothing', () => {
  fc.assert(
    fc.property(series, (curve) => {
      const before = curve.values.slice()
      const finite = Array.from(curve.values.filter(Number.isFinite))
      const { values } = smoothCurve(curve)
      expect(values.length).toBe(curve.values.length)
      expect(curve.values).toEqual(before)
      const size = Math.max(...finite.map(Math.abs))
      for (const value of values.filter((value) => !Number.isNaN(value))) {
        expect(value).toBeGreaterThanOrEqual(Math.min(...finite) - 1e-15 * size)
        expect(value).toBeLessThanOrEqual(Math.max(...finite) + 1e-15 * size)
      }
    }),
  )
})

it('takes the rolling median off', () => {
  expect(subtractRollingMedian([1, 5, 2, 8, 3], 3)).toEqual([-2, 3, -3, 5, -2.5])
  expect(subtractRollingMedian([], 3)).toEqual([])
})
