import { describe, expect, it } from 'vitest'
import { chiSquareUpperP } from './chiSquare.ts'
import { normalUpperP } from './normal.ts'
import { near } from './testdata/near.ts'

describe('chiSquareUpperP', () => {
  it('is 1 at 0, and of what is rounded below it', () => {
    expect(chiSquareUpperP(0, 3)).toBe(1)
    expect(chiSquareUpperP(-1e-16, 3)).toBe(1)
  })

  it('is e^(-x/2) with two degrees of freedom, however small', () => {
    for (const x of [0.01, 1, 3.9, 4.1, 50, 1000]) {
      expect(chiSquareUpperP(x, 2)).toEqual(near(Math.exp(-x / 2), 1e-13))
    }
  })

  it('is the square of a normal with one', () => {
    for (const z of [0.1, 1, 1.7, 1.8, 6, 20]) {
      expect(chiSquareUpperP(z * z, 1)).toEqual(near(2 * normalUpperP(z), 1e-12))
    }
  })
})
