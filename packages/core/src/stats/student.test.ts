import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { studentQuantile, studentTwoSidedP } from './student.ts'
import { share } from './testdata/arbitraries.ts'
import { near } from './testdata/near.ts'

describe('studentTwoSidedP', () => {
  it('is 1 at 0 and 0 past all numbers', () => {
    expect(studentTwoSidedP(0, 3)).toBe(1)
    expect(studentTwoSidedP(Infinity, 3)).toBe(0)
    expect(studentTwoSidedP(1e200, 3)).toBe(0)
  })

  it("is Cauchy's tail with one degree of freedom, at any distance", () => {
    for (const t of [1e-6, 0.5, 1, 30, 1e6, 1e12]) {
      expect(studentTwoSidedP(t, 1)).toEqual(near((2 / Math.PI) * Math.atan(1 / t), 1e-12))
    }
  })

  it('has a closed form with two degrees of freedom', () => {
    // 1 - t / sqrt(2 + t²), without its cancellation
    for (const t of [0.1, 1, 4, 1000, 1e7]) {
      const root = Math.sqrt(2 + t * t)
      expect(studentTwoSidedP(t, 2)).toEqual(near(2 / (root * (root + t)), 1e-12))
    }
  })

  it('goes over into the normal distribution without a jump', () => {
    // scipy: 2 * norm.sf(2), and t.sf(8, 1e6) * 2
    expect(studentTwoSidedP(2, 1e12)).toEqual(near(0.04550026389635842))
    for (const t of [0.1, 2, 8]) {
      expect(studentTwoSidedP(t, 1e6 + 1)).toEqual(near(studentTwoSidedP(t, 1e6), 1e-7))
      expect(studentTwoSidedP(-t, 1e6 + 1)).toBe(studentTwoSidedP(t, 1e6 + 1))
    }
  })

  it('keeps a tail whose t has no square', () => {
    // Cauchy's tail: 2 / (pi t)
    expect(studentTwoSidedP(1e200, 1)).toEqual(near(2e-200 / Math.PI, 1e-10))
    // On both sides of where the tail is taken for a power; scipy: 2 * t.sf(4e8, 3)
    for (const t of [4e8 * (1 - 1e-12), 4e8 * (1 + 1e-12)]) {
      expect(studentTwoSidedP(t, 3)).toEqual(near(3.445805596386199e-26, 1e-10))
    }
    expect(studentTwoSidedP(1e200, 1e300)).toBe(0)
  })

  it('refuses NaN', () => {
    expect(() => studentTwoSidedP(NaN, 3)).toThrow('got NaN')
  })

  it.each([0, -1, 9e-101, NaN, Infinity])('refuses %d degrees of freedom', (df) => {
    expect(() => studentTwoSidedP(1, df)).toThrow(RunoffError)
    expect(() => studentQuantile(0.9, df)).toThrow(`are ${df}`)
  })
})

describe('studentQuantile', () => {
  it.each([
    // scipy.stats.t.ppf(0.975, df)
    [1, 12.706204736174694],
    [2, 4.302652729749462],
    [2.3, 3.807163208232131],
    [3, 3.1824463052837078],
    [4, 2.7764451051977934],
    [9, 2.262157162798205],
  ])('leaves 2.5 %% above, with %d degrees of freedom', (df, t) => {
    expect(studentQuantile(0.975, df)).toEqual(near(t, 1e-12))
    expect(studentQuantile(0.025, df)).toEqual(near(-t, 1e-12))
  })

  it('is 0 in the middle, and keeps its digits beside it', () => {
    expect(studentQuantile(0.5, 7)).toBe(0)
    // Cauchy: tan(pi (p - 1/2))
    expect(studentQuantile(0.5 + 2 ** -20, 1)).toEqual(near(Math.tan(Math.PI * 2 ** -20), 1e-9))
    expect(studentQuantile(0.75, 1)).toEqual(near(1, 1e-12))
    expect(studentQuantile(0.7499, 1)).toEqual(near(Math.tan(Math.PI * 0.2499), 1e-12))
  })

  it('has the far tail, to where there are no numbers left', () => {
    // p = 1 / (2 t²) far out with two degrees of freedom, 1 / (pi t) with one
    expect(studentQuantile(1e-300, 2)).toEqual(near(-Math.sqrt(0.5e300), 1e-10))
    expect(studentQuantile(1e-200, 1)).toEqual(near(-1e200 / Math.PI, 1e-10))
    expect(studentQuantile(0.99, 0.001)).toBe(Infinity)
    expect(studentQuantile(0.01, 0.001)).toBe(-Infinity)
    // brentq on scipy.special.betainc(5, .5, 10 / (10 + t²)) = 2e-300; scipy.stats.t.ppf(1e-100, 5)
    expect(studentQuantile(1e-300, 10)).toEqual(near(-2.564525718948198e30, 1e-9))
    expect(studentQuantile(1e-100, 5)).toEqual(near(-1.5683925590993378e20, 1e-9))
  })

  it('goes over into the normal distribution without a jump', () => {
    // scipy.stats.norm.ppf(0.975), t.ppf(0.975, 1e6 + 1)
    expect(studentQuantile(0.975, 1e300)).toEqual(near(1.959963984540054, 1e-12))
    expect(studentQuantile(0.6, 1e300)).toEqual(near(0.2533471031357997, 1e-9))
    expect(studentQuantile(0.975, 1e6 + 1)).toEqual(near(1.9599663568117347, 1e-10))
  })

  it.each([0, 1, -0.1, 1.1, NaN])('refuses the share %d', (p) => {
    expect(() => studentQuantile(p, 3)).toThrow(RunoffError)
    expect(() => studentQuantile(p, 3)).toThrow(`is ${p}`)
  })

  it('turns studentTwoSidedP round', () => {
    fc.assert(
      fc.property(share, fc.double({ min: 0.6, max: 200, noNaN: true }), (p, df) => {
        const tail = 2 * Math.min(p, 1 - p)
        expect(studentTwoSidedP(studentQuantile(p, df), df)).toEqual(near(tail, 1e-9))
      }),
    )
  })
})
