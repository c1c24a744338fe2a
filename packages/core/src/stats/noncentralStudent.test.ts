import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { noncentralStudentCdf } from './noncentralStudent.ts'
import { normalCdf } from './normal.ts'
import { studentTwoSidedP } from './student.ts'
import { near } from './testdata/near.ts'

describe('noncentralStudentCdf', () => {
  it("is Student's t without a shift", () => {
    expect(noncentralStudentCdf(2, 5, 0)).toEqual(near(1 - studentTwoSidedP(2, 5) / 2, 1e-9))
  })

  it('is the chance of a normal number below minus the shift at 0, whatever the spread', () => {
    for (const df of [1, 4.7, 300]) {
      expect(noncentralStudentCdf(0, df, 1.5)).toEqual(near(normalCdf(-1.5), 1e-12))
    }
  })

  it('mirrors', () => {
    const sum = noncentralStudentCdf(3, 4, 2) + noncentralStudentCdf(-3, 4, -2)
    expect(sum).toEqual(near(1, 1e-10))
  })

  it('keeps up with large shifts, which make a narrow step', () => {
    // scipy.integrate.quad of chi.pdf(s √df, df) √df norm.cdf(t s - shift)
    expect(noncentralStudentCdf(100, 2, 120)).toEqual(near(0.2369722940105358, 1e-8))
  })

  it.each([
    // the same integral, with its narrow step given to quad as a point
    [1000, 2, 1200, 0.23692820410559903],
    [150, 1, 201, 0.1802550258559696],
    [150, 3, 260, 0.029126496909815593],
    [3000, 30, 2900, 0.5686700621085501],
    [5000, 400, 5100, 0.2784978109139346],
    [4.3, 2, 250, 0.0],
  ])('of t %d on %d degrees of freedom, shifted by %d, is %d', (t, df, shift, expected) => {
    expect(noncentralStudentCdf(t, df, shift)).toEqual(near(expected, 1e-9, 1e-9))
    expect(noncentralStudentCdf(-t, df, -shift)).toEqual(near(1 - expected, 1e-9, 1e-9))
  })

  it('ends for numbers of any size', () => {
    expect(noncentralStudentCdf(4.3, 2, 1e308)).toBe(0)
    expect(noncentralStudentCdf(-4.3, 2, Infinity)).toBe(0)
    expect(noncentralStudentCdf(0, 2, -1e9)).toBe(1)
    expect(noncentralStudentCdf(Infinity, 2, 5)).toBe(1)
    expect(noncentralStudentCdf(-Infinity, 2, 5)).toBe(0)
    expect(noncentralStudentCdf(2, 1e300, 0.5)).toEqual(near(normalCdf(1.5), 1e-12))
  })

  it.each([
    [NaN, 3, 1],
    [1, NaN, 1],
    [1, 0, 1],
    [1, 3, NaN],
  ])('refuses a t of %d, %d degrees of freedom and a shift of %d', (t, df, shift) => {
    expect(() => noncentralStudentCdf(t, df, shift)).toThrow(RunoffError)
  })
})
