import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incompleteBeta, logGamma, upperIncompleteGamma } from './specialFunctions.ts'
import { near } from './testdata/near.ts'

describe('logGamma', () => {
  it.each([
    [1, 0],
    [2, 0],
    [5, Math.log(24)],
    [0.5, Math.log(Math.PI) / 2],
    [11, Math.log(3_628_800)],
    // scipy.special.gammaln
    [0.01, 4.599479878042022],
    [1234.5, 7550.550901077894],
  ])('of %d is %d', (x, expected) => {
    expect(logGamma(x)).toEqual(near(expected, 1e-13, 1))
  })

  it('rises by log x from x to x + 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 1000, noNaN: true }), (x) => {
        expect(logGamma(x + 1) - logGamma(x)).toEqual(near(Math.log(x), 1e-11, 1))
      }),
    )
  })
})

describe('incompleteBeta', () => {
  it('runs from 0 to 1', () => {
    expect(incompleteBeta(0, 1, 2, 3)).toBe(0)
    expect(incompleteBeta(1, 0, 2, 3)).toBe(1)
  })

  it.each([
    // I_x(a, 1) = x^a, I_x(1, b) = 1 - (1 - x)^b, I_x(2, 2) = 3x² - 2x³
    [0.3, 4, 1, 0.3 ** 4],
    [0.9, 4, 1, 0.9 ** 4],
    [0.3, 1, 4, 1 - 0.7 ** 4],
    [0.25, 2, 2, 0.15625],
    [0.75, 2, 2, 0.84375],
  ])('of %d with %d and %d is %d', (x, a, b, expected) => {
    expect(incompleteBeta(x, 1 - x, a, b)).toEqual(near(expected, 1e-13))
  })

  it('uses the digits that the complement has and x has not', () => {
    // I_x(1, b) = 1 - y^b, where x = 1 - 1e-20 cannot be told from 1
    expect(incompleteBeta(1, 1e-20, 1, 0.25)).toEqual(near(0.99999, 1e-13))
  })

  it('is the complement of its mirror image', () => {
    const part = fc.double({ min: 0.1, max: 50, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), part, part, (x, a, b) => {
        const sum = incompleteBeta(x, 1 - x, a, b) + incompleteBeta(1 - x, x, b, a)
        expect(sum).toEqual(near(1, 1e-11))
      }),
    )
  })
})

describe('upperIncompleteGamma', () => {
  it('is 1 at 0', () => {
    expect(upperIncompleteGamma(2, 0)).toBe(1)
  })

  it('is a sum of Poisson chances for a whole a', () => {
    // Q(3, x) = e^-x (1 + x + x²/2), on both sides of where the series ends
    for (const x of [0.01, 1, 3.99, 4, 4.01, 30, 700]) {
      const expected = Math.exp(-x) * (1 + x + (x * x) / 2)
      expect(upperIncompleteGamma(3, x)).toEqual(near(expected, 1e-12))
    }
  })
})
