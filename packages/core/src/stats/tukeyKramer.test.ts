import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { sample } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'
import { a, b, c } from './testdata/seeds.ts'
import { tukeyKramer } from './tukeyKramer.ts'
import { welch } from './welch.ts'

describe('tukeyKramer', () => {
  it('finds what scipy finds', () => {
    // scipy.stats.tukey_hsd(a, b, c)
    const test = definedOf(tukeyKramer([a, b, c]))
    expect(test.df).toBe(12)
    expect(test.pairs).toMatchObject([
      { a: 0, b: 1, df: 12, difference: near(-0.0322), p: near(4.899981276754728e-4, 1e-6) },
      { a: 0, b: 2, df: 12, difference: near(-0.006), p: near(0.5953419042031224, 1e-6) },
      { a: 1, b: 2, df: 12, difference: near(0.0262), p: near(0.002586412744585931, 1e-6) },
    ])
  })

  it('says what it compared with', () => {
    // scipy.stats.studentized_range.ppf(0.95, 3, 12), and the root of the mean of three variances
    const test = definedOf(tukeyKramer([a, b, c]))
    expect(test.critical).toEqual(near(3.7729289576, 1e-8))
    const sd = Math.sqrt((7.15e-5 + 1.142e-4 + 8.85e-5) / 3)
    expect(test.sd).toEqual(near(sd))
    const [first] = test.pairs
    expect(first?.standardError).toEqual(near(sd * Math.sqrt(2 / 5)))
    const reach = (3.7729289576 / Math.SQRT2) * sd * Math.sqrt(2 / 5)
    expect(first?.interval).toEqual([near(-0.0322 - reach, 1e-8), near(-0.0322 + reach, 1e-8)])
  })

  it('lends the spread of the others to a single value', () => {
    // Variance 1 on two degrees of freedom; a difference of 5 has a standard error of √(1/3 + 1).
    const [pair] = definedOf(tukeyKramer([[1, 2, 3], [7]])).pairs
    expect(pair).toMatchObject({
      difference: -5,
      df: 2,
      standardError: near(Math.sqrt(4 / 3)),
    })
  })

  it('gives narrower intervals for a lower level', () => {
    const [wide] = definedOf(tukeyKramer([a, b, c])).pairs
    const test = definedOf(tukeyKramer([a, b, c], { level: 0.8 }))
    expect(test.pairs[0]?.interval[0]).toBeGreaterThan(wide?.interval[0] ?? NaN)
    expect(test.pairs[0]?.p).toBe(wide?.p)
    expect(test.critical).toBeLessThan(3.7)
  })

  it.each([
    ['too-few-groups', [[1, 2]]],
    ['too-few-groups', []],
    ['too-few-values', [[1, 2], []]],
    ['not-finite', [[1, NaN], [1]]],
    ['not-finite', [[], [NaN]]],
    ['no-noise', [[1], [2]]],
    [
      'no-variance',
      [
        [1, 1],
        [2, 2],
      ],
    ],
    ['not-finite', [[1e300, -1e300], [2]]],
    ['not-finite', [[1.7e308], [-1.7e308], [1, 2, 3]]],
  ] as const)('says %s of %j', (reason, groups) => {
    expect(tukeyKramer(groups)).toEqual({ kind: 'undefined', reason })
  })

  it('refuses a level that is no share', () => {
    expect(() => tukeyKramer([a, b], { level: 1.5 })).toThrow(RunoffError)
  })

  it('compares every pair, and more carefully than the pair alone', () => {
    const groups = fc.array(sample, { minLength: 3, maxLength: 4 })
    fc.assert(
      fc.property(groups, (groups) => {
        const { pairs } = definedOf(tukeyKramer(groups))
        expect(pairs).toHaveLength((groups.length * (groups.length - 1)) / 2)
        const [only] = definedOf(tukeyKramer(groups.slice(0, 2))).pairs
        expect(only?.difference).toBe(pairs[0]?.difference)
      }),
      { numRuns: 10 },
    )
  })

  it('of two groups of equal size is the t test with a pooled spread', () => {
    const [pair] = definedOf(tukeyKramer([a, b])).pairs
    const test = definedOf(welch(a, b))
    expect(pair?.standardError).toEqual(near(test.standardError))
    // scipy.stats.ttest_ind(a, b)
    expect(pair?.p).toEqual(near(0.0007429101975354102, 1e-8))
  })
})
