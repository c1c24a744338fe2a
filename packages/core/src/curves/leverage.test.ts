import { expect, it } from 'vitest'
import { leverageOf } from './leverage.ts'

it('is the root of g (J J)^-1 g', () => {
  // J'J = [[3, 6], [6, 14]], its inverse [[14, -6], [-6, 3]] / 6.
  const leverage = leverageOf([
    [1, 1, 1],
    [1, 2, 3],
  ])
  expect(leverage?.([1, 0])).toBeCloseTo(Math.sqrt(14 / 6), 12)
  expect(leverage?.([0, 1])).toBeCloseTo(Math.sqrt(3 / 6), 12)
  expect(leverage?.([1, 5])).toBeCloseTo(Math.sqrt((14 - 60 + 75) / 6), 12)
})

it('does not lose a third column, or one of another size', () => {
  // numpy: g @ inv(J.T @ J) @ g for J = [[1,1,1],[1,2,4],[1,3,9],[1,4,16]], g = [1,5,25]: 7.75
  const columns = [
    [1, 1, 1, 1],
    [1, 2, 3, 4],
    [1, 4, 9, 16],
  ]
  expect(leverageOf(columns)?.([1, 5, 25])).toBeCloseTo(Math.sqrt(7.75), 10)
  const scaled = columns.map((column, j) => column.map((value) => value * 1e8 ** j))
  expect(leverageOf(scaled)?.([1, 5e8, 25e16])).toBeCloseTo(Math.sqrt(7.75), 10)
})

it('has no answer where a column is made of the others', () => {
  expect(
    leverageOf([
      [1, 1, 1],
      [2, 2, 2],
    ]),
  ).toBeNull()
  expect(
    leverageOf([
      [1, 2, 3],
      [3, 1, 2],
      [4, 3, 5],
    ]),
  ).toBeNull()
  expect(
    leverageOf([
      [1, 1],
      [0, 0],
    ]),
  ).toBeNull()
})
