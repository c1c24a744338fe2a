import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { benjaminiHochberg, holm } from './adjust.ts'
import { near } from './testdata/near.ts'

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 })

const all = (expected: readonly number[]): number[] => expected.map((p) => near(p, 1e-12))

describe('holm', () => {
  // statsmodels.stats.multitest.multipletests(…, method='holm')
  it.each([
    [
      [0.01, 0.04, 0.03],
      [0.03, 0.06, 0.06],
    ],
    [
      [0.02, 0.02, 0.02, 0.02, 0.02],
      [0.1, 0.1, 0.1, 0.1, 0.1],
    ],
    [
      [0.6, 0.7],
      [1, 1],
    ],
    [[0.04], [0.04]],
    [[], []],
  ])('corrects %j to %j', (given, expected) => {
    expect(holm(given)).toEqual(all(expected))
  })

  it('keeps the order of size', () => {
    fc.assert(
      fc.property(ps, (given) => {
        const adjusted = holm(given.toSorted((a, b) => a - b))
        expect(adjusted).toEqual(adjusted.toSorted((a, b) => a - b))
        expect(holm(given).toSorted((a, b) => a - b)).toEqual(adjusted)
      }),
    )
  })

  it('lies between p and Bonferroni', () => {
    fc.assert(
      fc.property(ps, (given) => {
        const adjusted = holm(given)
        for (const [i, p] of given.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p)
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * given.length))
        }
      }),
    )
  })
})

describe('benjaminiHochberg', () => {
  // statsmodels.stats.multitest.multipletests(…, method='fdr_bh')
  it.each([
    [
      [0.01, 0.04, 0.03, 0.005],
      [0.02, 0.04, 0.04, 0.02],
    ],
    [
      [0.9, 0.5],
      [0.9, 0.9],
    ],
    [[0.04], [0.04]],
    [[], []],
  ])('corrects %j to %j', (given, expected) => {
    expect(benjaminiHochberg(given)).toEqual(all(expected))
  })

  it('is never larger than Holm', () => {
    fc.assert(
      fc.property(ps, (given) => {
        const cautious = holm(given)
        for (const [i, p] of benjaminiHochberg(given).entries()) {
          expect(p).toBeLessThanOrEqual((cautious[i] ?? NaN) * (1 + 1e-12))
        }
      }),
    )
  })
})

it.each([-0.001, 1.001, NaN])('refuses %d as a p value, and says so', (p) => {
  for (const adjust of [holm, benjaminiHochberg]) {
    expect(() => adjust([0.5, p])).toThrow(RunoffError)
    expect(() => adjust([0.5, p])).toThrow(`one is ${p}`)
    expect(() => adjust([0, 1])).not.toThrow()
  }
})
