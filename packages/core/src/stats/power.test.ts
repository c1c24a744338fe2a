import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { noetherPairs, seedsNeeded, smallestDifference } from './power.ts'
import { definedOf, near } from './testdata/near.ts'

describe('seedsNeeded', () => {
  it.each([
    // statsmodels.stats.power.TTestIndPower().solve_power(effect, power=0.8, alpha=0.05), rounded up
    [0.5, 64],
    [0.8, 26],
    [1, 17],
    [1.5, 9],
    [2, 6],
    [3, 4],
    [0.01, 156_979],
  ])('for a difference of %d spreads is %d', (effect, n) => {
    expect(seedsNeeded(effect)).toEqual({ kind: 'defined', n })
    expect(seedsNeeded(-effect)).toEqual({ kind: 'defined', n })
  })

  it('is never below two', () => {
    expect(definedOf(seedsNeeded(1000)).n).toBe(2)
    expect(definedOf(seedsNeeded(0.5, { power: 0.05 })).n).toBe(2)
    // Contenders whose seeds nearly agree lie this far apart.
    for (const effect of [1e5, 1e9, 1e308]) expect(definedOf(seedsNeeded(effect)).n).toBe(2)
  })

  it('rises with the power and falls with alpha', () => {
    // statsmodels: 85.03, 38.19
    expect(definedOf(seedsNeeded(0.5, { power: 0.9 })).n).toBe(86)
    expect(definedOf(seedsNeeded(0.8, { alpha: 0.01 })).n).toBe(39)
  })

  it('ends for a power near 1 and an alpha near 0', () => {
    // 1 - power is 2^-40; scipy: the first n with nctdtr(2n - 2, 10 √(n/2), t.isf(.025, 2n - 2)) <= 2^-40
    expect(definedOf(seedsNeeded(10, { power: 1 - 2 ** -40 })).n).toBe(4)
    expect(definedOf(seedsNeeded(1e308, { alpha: 1e-300 })).n).toBe(2)
  })

  it('is just enough: one seed fewer finds only larger differences', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 5, noNaN: true }), (effect) => {
        const { n } = definedOf(seedsNeeded(effect))
        fc.pre(n > 2)
        expect(definedOf(smallestDifference(n)).effect).toBeLessThanOrEqual(effect * (1 + 1e-9))
        expect(definedOf(smallestDifference(n - 1)).effect).toBeGreaterThan(effect)
      }),
      { numRuns: 20 },
    )
  })

  it.each([
    [0, 'not-positive'],
    [0.000999, 'not-positive'],
    [NaN, 'not-finite'],
    [Infinity, 'not-finite'],
  ] as const)('says of an effect of %d that it is %s', (effect, reason) => {
    expect(seedsNeeded(effect)).toEqual({ kind: 'undefined', reason })
  })

  it('still answers for a thousandth', () => {
    // 2 ((1.959964 + 0.841621) / 0.001)² + 1.959964² / 4
    expect(definedOf(seedsNeeded(0.001)).n).toEqual(near(15_697_760, 1e-5))
  })

  it.each([0, 1, NaN])('refuses a power or an alpha of %d', (share) => {
    for (const ask of [seedsNeeded, smallestDifference, noetherPairs]) {
      expect(() => ask(1, { power: share })).toThrow(RunoffError)
      expect(() => ask(1, { power: share })).toThrow(`power lies between 0 and 1, and got ${share}`)
      expect(() => ask(1, { alpha: share })).toThrow(`alpha lies between 0 and 1, and got ${share}`)
    }
  })
})

describe('smallestDifference', () => {
  it.each([
    // statsmodels, as above, solved for the effect
    [2, 5.65],
    [3, 3.07],
    [5, 2.02],
    [8, 1.51],
    [10, 1.32],
    [20, 0.91],
  ])('that %d seeds an arm find is %d spreads', (n, effect) => {
    expect(definedOf(smallestDifference(n)).effect).toBeCloseTo(effect, 2)
  })

  it('is 0 where chance alone is power enough', () => {
    expect(smallestDifference(5, { power: 0.05, alpha: 0.05 })).toEqual({
      kind: 'defined',
      effect: 0,
    })
    expect(definedOf(smallestDifference(5, { power: 0.051 })).effect).toBeGreaterThan(0)
  })

  it('says that one seed is too few', () => {
    expect(smallestDifference(1)).toEqual({ kind: 'undefined', reason: 'too-few-values' })
    expect(smallestDifference(0)).toEqual({ kind: 'undefined', reason: 'too-few-values' })
    expect(smallestDifference(2).kind).toBe('defined')
  })

  it.each([2.5, NaN, Infinity])('refuses %d seeds', (seeds) => {
    expect(() => smallestDifference(seeds)).toThrow(RunoffError)
    expect(() => smallestDifference(seeds)).toThrow(`got ${seeds}`)
  })
})

describe('noetherPairs', () => {
  it.each([
    // ((norm.ppf(.95) - norm.ppf(.05)) / (√6 (.5 - gamma)))² with scipy
    [0.6, 180.369563606361, 181],
    [0.7, 45.09239090159025, 46],
    [0.75, 28.859130177017747, 29],
    [0.8, 20.041062622928983, 21],
    [0.9, 11.273097725397557, 12],
  ])('to show a chance of %d are %d', (gamma, unrounded, pairs) => {
    expect(noetherPairs(gamma)).toEqual({ kind: 'defined', pairs, unrounded: near(unrounded) })
    expect(definedOf(noetherPairs(1 - gamma)).unrounded).toEqual(near(unrounded))
  })

  it('take power and alpha from the options', () => {
    // (norm.ppf(.99) + norm.ppf(.8))² / (6 * .25²)
    const { unrounded } = definedOf(noetherPairs(0.75, { power: 0.8, alpha: 0.01 }))
    expect(unrounded).toEqual(near(26.762742044786908))
  })

  it('are none where chance alone finds so much', () => {
    expect(definedOf(noetherPairs(0.7, { power: 0.01 })).pairs).toBe(0)
    expect(definedOf(noetherPairs(0.7, { power: 5e-324, alpha: 0.4 })).pairs).toBe(0)
  })

  it('answer for certainty on either side', () => {
    expect(definedOf(noetherPairs(0)).pairs).toBe(definedOf(noetherPairs(1)).pairs)
  })

  it.each([
    [0.5, 'not-positive'],
    [NaN, 'not-finite'],
  ] as const)('for a chance of %d are %s', (gamma, reason) => {
    expect(noetherPairs(gamma)).toEqual({ kind: 'undefined', reason })
  })

  it.each([-0.01, 1.01])('refuses a chance of %d', (gamma) => {
    expect(() => noetherPairs(gamma)).toThrow(RunoffError)
    expect(() => noetherPairs(gamma)).toThrow(`got ${gamma}`)
  })
})
