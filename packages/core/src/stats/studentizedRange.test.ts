import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { studentTwoSidedP } from './student.ts'
import { studentizedRangeQuantile, studentizedRangeUpperP } from './studentizedRange.ts'
import { near } from './testdata/near.ts'

describe('studentizedRangeUpperP', () => {
  it('finds what scipy finds', () => {
    // 1 - scipy.stats.studentized_range.cdf
    expect(studentizedRangeUpperP(3.5, 3, 10)).toEqual(near(1 - 0.9228966891615896, 1e-9))
    expect(studentizedRangeUpperP(3.5, 3, 4.7)).toEqual(near(1 - 0.8754842681, 1e-8))
  })

  it("is Student's t for two groups, down to a small p", () => {
    for (const [t, df] of [
      [0.01, 2],
      [2, 2],
      [3, 4.7],
      [9, 30],
      [40, 9],
      [1e3, 2],
    ] as const) {
      const p = studentTwoSidedP(t, df)
      expect(studentizedRangeUpperP(t * Math.SQRT2, 2, df)).toEqual(near(p, 1e-8))
    }
  })

  it('is 1 for no difference, and never more', () => {
    expect(studentizedRangeUpperP(0, 5, 3)).toBe(1)
    expect(studentizedRangeUpperP(-1, 5, 3)).toBe(1)
    for (const q of [1e-300, 1e-9, 1e-3, 0.1]) {
      expect(studentizedRangeUpperP(q, 9, 3)).toBeLessThanOrEqual(1)
      expect(studentizedRangeUpperP(q, 9, 3)).toBeGreaterThan(0.99)
    }
  })

  it('is 0 past all numbers', () => {
    expect(studentizedRangeUpperP(Infinity, 3, 10)).toBe(0)
  })

  it('falls with the distance and rises with the groups', () => {
    const q = fc.double({ min: 1.5, max: 20, noNaN: true })
    fc.assert(
      fc.property(
        q,
        fc.integer({ min: 2, max: 12 }),
        fc.integer({ min: 1, max: 60 }),
        (q, k, df) => {
          const p = studentizedRangeUpperP(q, k, df)
          expect(studentizedRangeUpperP(q * 1.1, k, df)).toBeLessThan(p)
          expect(studentizedRangeUpperP(q, k + 1, df)).toBeGreaterThan(p)
        },
      ),
      { numRuns: 30 },
    )
  })

  it.each([1, 0, 2.5, NaN, Infinity])('refuses %d groups', (groups) => {
    expect(() => studentizedRangeUpperP(3, groups, 10)).toThrow(RunoffError)
    expect(() => studentizedRangeQuantile(0.9, groups, 10)).toThrow(`got ${groups}`)
  })

  it.each([0, -1, NaN, Infinity])('refuses %d degrees of freedom', (df) => {
    expect(() => studentizedRangeUpperP(3, 3, df)).toThrow(RunoffError)
    expect(() => studentizedRangeQuantile(0.95, 3, df)).toThrow(RunoffError)
  })
})

describe('studentizedRangeQuantile', () => {
  it('finds what scipy finds', () => {
    // scipy.stats.studentized_range.ppf
    expect(studentizedRangeQuantile(0.95, 3, 10)).toEqual(near(3.876776750013158, 1e-9))
    expect(studentizedRangeQuantile(0.95, 4, 4.7)).toEqual(near(5.349380612052154, 1e-9))
  })

  it('gives the same for the same, and keeps answers apart', () => {
    const first = studentizedRangeQuantile(0.95, 5, 8)
    const others = [
      studentizedRangeQuantile(0.9, 5, 8),
      studentizedRangeQuantile(0.95, 6, 8),
      studentizedRangeQuantile(0.95, 5, 9),
    ]
    expect(studentizedRangeQuantile(0.95, 5, 8)).toBe(first)
    expect(new Set([first, ...others]).size).toBe(4)
  })

  it('answers as before after more questions than it keeps', () => {
    const first = studentizedRangeQuantile(0.95, 2, 3)
    for (let df = 1; df <= 120; df++) studentizedRangeQuantile(0.9, 2, df)
    expect(studentizedRangeQuantile(0.95, 2, 3)).toBe(first)
    expect(first).toEqual(near(Math.SQRT2 * 3.1824463052837078, 1e-12))
  })

  it('turns the tail round', () => {
    const p = fc.double({ min: 0.01, max: 0.9999, noNaN: true })
    const df = fc.double({ min: 0.8, max: 200, noNaN: true })
    fc.assert(
      fc.property(p, fc.integer({ min: 2, max: 60 }), df, (p, groups, df) => {
        const q = studentizedRangeQuantile(p, groups, df)
        expect(studentizedRangeUpperP(q, groups, df)).toEqual(near(1 - p, 1e-6))
      }),
      { numRuns: 20 },
    )
  })

  it.each([0, 1, NaN])('refuses the share %d', (p) => {
    expect(() => studentizedRangeQuantile(p, 3, 10)).toThrow(RunoffError)
  })

  it('ends for any number of degrees of freedom', () => {
    // scipy.stats.studentized_range.ppf(0.95, 3, inf)
    expect(studentizedRangeQuantile(0.95, 3, 1e300)).toEqual(near(3.314493, 1e-6))
    expect(studentizedRangeUpperP(3.314493, 3, 1e300)).toEqual(near(0.05, 1e-5))
    expect(studentizedRangeQuantile(0.999999, 2, 1e-5)).toBe(Infinity)
    expect(studentizedRangeQuantile(0.999999, 20, 0.01)).toBe(Infinity)
    expect(studentizedRangeUpperP(Infinity, 10, 1e-6)).toBe(0)
  })

  it('refuses NaN', () => {
    expect(() => studentizedRangeUpperP(NaN, 3, 10)).toThrow(RunoffError)
  })
})
