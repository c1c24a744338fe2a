import { expect, it } from 'vitest'
import { undefinedFor } from '../answer.ts'
import { definedOf, near } from './near.ts'

it('matches a number near the expected one, and no other', () => {
  expect(1.0009).toEqual(near(1, 1e-3))
  expect(1.0011).not.toEqual(near(1, 1e-3))
  expect({ p: [0.9] }).not.toEqual({ p: [near(1, 1e-3)] })
  expect({ p: [1] }).toMatchObject({ p: [near(1, 1e-3)] })
  expect(NaN).not.toEqual(near(1))
  expect(1).not.toEqual(near(NaN))
  expect('1').not.toEqual(near(1))
})

it('measures by the scale, where the expected number is smaller', () => {
  expect(0.001).toEqual(near(0, 1e-3, 1))
  expect(0.0011).not.toEqual(near(0, 1e-3, 1))
})

it('says why there is no answer', () => {
  expect(() => definedOf(undefinedFor('no-variance'))).toThrow('no-variance')
})
