import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { sample } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'
import { a, b, c } from './testdata/seeds.ts'
import { welch } from './welch.ts'

describe('welch', () => {
  it('finds what scipy finds', () => {
    // scipy.stats.ttest_ind(a, b, equal_var=False) and its confidence_interval()
    const test = definedOf(welch(a, b))
    expect(test.t).toEqual(near(-5.283660714304804))
    expect(test.df).toEqual(near(7.633327043151569))
    expect(test.p).toEqual(near(8.652978454876402e-4))
    expect(test.interval[0]).toEqual(near(-0.046371763823058104))
    expect(test.interval[1]).toEqual(near(-0.018028236176941912))
    expect(test.difference).toEqual(near(-0.0322))
    expect(test.standardError).toEqual(near(-0.0322 / -5.283660714304804))
    expect(test.n).toEqual([5, 5])
    const other = definedOf(welch(a, c))
    expect(other.t).toEqual(near(-1.057361065275362))
    expect(other.df).toEqual(near(7.921763380066469))
    expect(other.p).toEqual(near(0.3215216166416705))
    expect(other.interval[0]).toEqual(near(-0.01910795962456213))
    expect(other.interval[1]).toEqual(near(0.007107959624562118))
  })

  it('gives a wider interval for a higher level', () => {
    const narrow = definedOf(welch(a, b, { level: 0.5 })).interval
    const usual = definedOf(welch(a, b)).interval
    expect(usual[0]).toBeLessThan(narrow[0])
    expect(usual[1]).toBeGreaterThan(narrow[1])
    // scipy: .confidence_interval(0.5)
    expect(narrow[0]).toEqual(near(-0.0365146142756529))
  })

  it('compares with a side that does not vary', () => {
    // scipy.stats.ttest_ind([2, 2], [1, 2, 3, 4], equal_var=False): df 3
    const test = definedOf(welch([2, 2], [1, 2, 3, 4]))
    expect(test.df).toEqual(near(3))
    expect(test.n).toEqual([2, 4])
  })

  it.each([
    ['too-few-values', [1], [1, 2]],
    ['too-few-values', [1, 2], [1]],
    ['too-few-values', [], []],
    ['not-finite', [1, NaN], [1, 2]],
    ['not-finite', [1, 2], [Infinity]],
    ['no-variance', [1, 1], [2, 2]],
    ['no-variance', [0.1, 0.1, 0.1], [0.3, 0.3, 0.3]],
    ['not-finite', [1e300, -1e300], [1, 2]],
    ['not-finite', [1.7e308, 1.6e308], [1, 2]],
  ] as const)('says %s of %j and %j', (reason, x, y) => {
    expect(welch(x, y)).toEqual({ kind: 'undefined', reason })
  })

  it('refuses a level that is no share, before it looks at the data', () => {
    expect(() => welch([], [], { level: 1 })).toThrow(RunoffError)
  })

  it('turns round with its sides, and does not depend on the order of values', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const test = definedOf(welch(x, y))
        const turned = definedOf(welch(y.toReversed(), x.toReversed()))
        expect(turned.difference).toBe(-test.difference)
        expect(turned.p).toBe(test.p)
        expect(turned.interval[0]).toBe(-test.interval[1])
      }),
    )
  })

  it('holds 0 in its interval just where p is above 5 %', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const { p, interval } = definedOf(welch(x, y))
        fc.pre(Math.abs(p - 0.05) > 1e-9)
        expect(interval[0] < 0 && interval[1] > 0).toBe(p > 0.05)
      }),
    )
  })

  it('does not change with the unit', () => {
    fc.assert(
      fc.property(sample, sample, fc.constantFrom(1e-8, 8, 1e8), (x, y, factor) => {
        const scaled = welch(
          x.map((value) => value * factor),
          y.map((value) => value * factor),
        )
        expect(definedOf(scaled).p).toEqual(near(definedOf(welch(x, y)).p, 1e-8))
      }),
    )
  })
})
