import { expect, it } from 'vitest'
import { medianOf, medianOfSorted } from './median.ts'

it('takes the middle value in the order of size, not of text', () => {
  expect(medianOf([10, 9, 100])).toBe(10)
  expect(medianOf([-2, -10, 1])).toBe(-2)
})

it('takes the mean of the middle two, however large', () => {
  expect(medianOf([4, 1, 3, 2])).toBe(2.5)
  expect(medianOf([1.5e308, 1.7e308])).toBe(1.6e308)
  expect(medianOf([Infinity, Infinity])).toBe(Infinity)
})

it('has none of nothing, and changes nothing', () => {
  expect(medianOf([])).toBeNaN()
  const values = [3, 1, 2]
  medianOf(values)
  expect(values).toEqual([3, 1, 2])
})

it('looks at the first numbers only, where it is told how many', () => {
  expect(medianOfSorted([1, 2, 3, 100, 200], 3)).toBe(2)
  expect(medianOfSorted([1, 2, 3, 100, 200], 4)).toBe(2.5)
  expect(medianOfSorted([1, 2], 0)).toBeNaN()
})
