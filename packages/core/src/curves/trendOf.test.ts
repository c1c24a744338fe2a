import { expect, it } from 'vitest'
import { defineSeries } from '../series/defineSeries.ts'
import { columnsOf, defined, normals, seriesOf } from './testdata/curves.ts'
import { theilSen } from './theilSen.ts'
import { trendOf } from './trendOf.ts'

it('is the slope between two steps, both included', () => {
  const curve = seriesOf([90, 50, 5, 4, 3, 2, 1, 70, 80])
  const trend = defined(trendOf(curve, [3, 7]))
  expect(trend).toEqual({ kind: 'defined', slope: -1, interval: [-1, -1], n: 5 })
  expect(trendOf(curve, [3.5, 7])).toEqual({ kind: 'undefined', reason: 'too-few-points' })
  expect(trendOf(curve, [3, 6.5])).toEqual({ kind: 'undefined', reason: 'too-few-points' })
  expect(trendOf(curve, [20, 30])).toEqual({ kind: 'undefined', reason: 'too-few-points' })
})

it('leaves out what is not finite', () => {
  const curve = seriesOf([5, NaN, 3, Infinity, 1, 0, -1])
  expect(defined(trendOf(curve, [1, 7]))).toMatchObject({ slope: -1, n: 5 })
})

it('passes the level on', () => {
  const curve = seriesOf([4, 3, 2, 1])
  expect(trendOf(curve, [1, 4]).kind).toBe('undefined')
  expect(trendOf(curve, [1, 4], { level: 0.9 }).kind).toBe('defined')
})

it('uses every point up to 200, and beyond that the median of each of 200 bins', () => {
  const next = normals()
  const noisy = (length: number): number[] => Array.from({ length }, (_, i) => next() - i / 10)
  const places = (length: number): number[] => Array.from({ length }, (_, i) => i + 1)
  const short = noisy(200)
  expect(trendOf(seriesOf(short), [1, 200])).toEqual(theilSen(places(200), short))
  const long = noisy(600)
  const bin = (column: readonly number[]): number[] =>
    Array.from(
      { length: 200 },
      (_, i) => column.slice(3 * i, 3 * i + 3).sort((a, b) => a - b)[1] ?? NaN,
    )
  expect(trendOf(seriesOf(long), [1, 600])).toEqual(theilSen(bin(places(600)), bin(long)))
  expect(defined(trendOf(seriesOf(noisy(201)), [1, 201])).n).toBe(200)
})

it('is per step, however far apart these are, and over a restart', () => {
  const steps = [0, 100, 200, 300, 400]
  const values = [8, 6, 4, 2, 0]
  expect(defined(trendOf(defineSeries({ steps, values }), [0, 400])).slope).toBe(-0.02)
  const back = columnsOf([0, 100, 200, 200, 300, 400], [8, 6, 4, 4, 2, 0])
  expect(defined(trendOf(back, [0, 400])).slope).toBe(-0.02)
})
