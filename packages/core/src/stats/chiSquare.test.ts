import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
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

  it('ends for any number of degrees of freedom', () => {
    // scipy.stats.chi2.sf
    expect(chiSquareUpperP(1e9 + 2, 1e9)).toEqual(near(0.499976211678478, 1e-4))
    expect(chiSquareUpperP(2e9 + 1e5, 2e9)).toEqual(near(0.05692495616701592, 1e-4))
    expect(chiSquareUpperP(1e300, 1e300)).toEqual(near(0.5, 1e-9))
    expect(chiSquareUpperP(Infinity, 3)).toBe(0)
  })

  it.each([
    [NaN, 3],
    [1, NaN],
    [1, 0],
    [1, -2],
    [1, Infinity],
  ])('refuses %d on %d degrees of freedom', (x, df) => {
    expect(() => chiSquareUpperP(x, df)).toThrow(RunoffError)
  })
})
