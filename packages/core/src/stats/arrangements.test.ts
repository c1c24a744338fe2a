import { expect, it } from 'vitest'
import { roundingSlack } from './arrangements.ts'
import { near } from './testdata/near.ts'

it('allows for the rounding of sums, and of the values they came from', () => {
  // 1e-12 of the largest term, and three times the last digit of the largest value.
  expect(roundingSlack([1, -4, 3], [0, 0, 0])).toEqual(near(4e-12))
  expect(roundingSlack([0, 0, 0], [1e6, -2e6, 3])).toEqual(near(3 * 2e6 * 2 ** -52))
  expect(roundingSlack([1], [1e6])).toEqual(near(1e-12 + 1e6 * 2 ** -52))
})
