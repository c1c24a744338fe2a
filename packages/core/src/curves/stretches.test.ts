import fc from 'fast-check'
import { expect, it } from 'vitest'
import { series } from '../testdata/arbitraries.ts'
import { countEvaluations, stretchesOf } from './stretches.ts'
import { columnsOf, seriesOf } from './testdata/curves.ts'

it('is one stretch where nothing is missing, and none where nothing is', () => {
  expect(stretchesOf(seriesOf([3, 2, 1]))).toEqual([{ start: 0, end: 3 }])
  expect(stretchesOf(seriesOf([]))).toEqual([])
  expect(stretchesOf(seriesOf([NaN, Infinity]))).toEqual([])
})

it('ends at each value that is not finite', () => {
  expect(stretchesOf(seriesOf([NaN, 3, 2, NaN, -Infinity, 1, NaN]))).toEqual([
    { start: 1, end: 3 },
    { start: 5, end: 6 },
  ])
})

it('ends where the step goes back or stands still, and not where it rises after a gap', () => {
  expect(stretchesOf(columnsOf([1, 2, 3, 2, 3, 3], [1, 2, 3, 4, 5, 6]))).toEqual([
    { start: 0, end: 3 },
    { start: 3, end: 5 },
    { start: 5, end: 6 },
  ])
  expect(stretchesOf(columnsOf([1, 2, 50], [1, 2, 3]))).toEqual([{ start: 0, end: 3 }])
  expect(stretchesOf(columnsOf([3, 2, 1, 2], [1, NaN, 3, 4]))).toEqual([
    { start: 0, end: 1 },
    { start: 2, end: 4 },
  ])
})

it('counts the finite values', () => {
  expect(countEvaluations(seriesOf([NaN, 3, Infinity, 1]))).toBe(2)
  expect(countEvaluations(seriesOf([]))).toBe(0)
})

it('holds every finite point once, in order', () => {
  fc.assert(
    fc.property(series, (curve) => {
      const places = stretchesOf(curve).flatMap(({ start, end }) =>
        Array.from({ length: end - start }, (_, i) => start + i),
      )
      const finite = Array.from(curve.values.keys()).filter((i) => Number.isFinite(curve.values[i]))
      expect(places).toEqual(finite)
      expect(countEvaluations(curve)).toBe(finite.length)
    }),
  )
})
