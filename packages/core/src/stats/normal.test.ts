import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { normalCdf, normalQuantile, normalUpperP, normalUpperQuantile } from './normal.ts'
import { share } from './testdata/arbitraries.ts'
import { near } from './testdata/near.ts'

describe('normalCdf', () => {
  it.each([
    // scipy.stats.norm.cdf
    [-37, 5.725571222524576e-300],
    [-8, 6.22096057427174e-16],
    [-5.66, 7.568649751997682e-9],
    [-5.64, 8.502508215475058e-9],
    [-1.96, 0.024997895148220435],
    [-0.68, 0.24825223045357048],
    [-0.67, 0.25142889509531013],
    [0, 0.5],
    [1, 0.8413447460685429],
    [9, 1],
  ])('below %d lies %d', (z, p) => {
    expect(normalCdf(z)).toEqual(near(p, 1e-13))
    expect(normalUpperP(-z)).toEqual(near(p, 1e-13))
  })

  it('has no jump where one formula takes over from another', () => {
    for (const z of [0.67448975, 5.65]) {
      const [before, after] = [normalUpperP(z - 1e-12), normalUpperP(z + 1e-12)]
      expect(after).toBeLessThan(before)
      expect(after).toEqual(near(before, 3e-11))
    }
  })

  it('rises', () => {
    const z = fc.double({ min: -30, max: 30, noNaN: true })
    fc.assert(
      fc.property(z, z, (a, b) => {
        expect(normalCdf(Math.min(a, b))).toBeLessThanOrEqual(
          normalCdf(Math.max(a, b)) * (1 + 1e-14),
        )
      }),
    )
  })
})

describe('normalCdf of NaN', () => {
  it('is refused', () => {
    expect(() => normalCdf(NaN)).toThrow(RunoffError)
  })
})

describe('normalQuantile', () => {
  it('answers for the smallest share there is', () => {
    // scipy.stats.norm.ppf(5e-324); there are no shares beside it to come nearer by
    expect(normalQuantile(5e-324)).toEqual(near(-38.467405617144344, 5e-3))
  })

  it('is 0 in the middle', () => {
    expect(normalQuantile(0.5)).toBe(0)
  })

  it.each([
    // scipy.stats.norm.ppf
    [0.975, 1.959963984540054],
    [0.025, -1.959963984540054],
    [1e-300, -37.0470962993612],
    [0.49, -0.02506890825871106],
  ])('%d lie below %d', (p, z) => {
    expect(normalQuantile(p)).toEqual(near(z, 1e-13))
  })

  it('turns normalCdf round', () => {
    fc.assert(
      fc.property(share, (p) => {
        expect(normalCdf(normalQuantile(p))).toEqual(near(p, 1e-12))
        expect(normalUpperQuantile(p / 2)).toEqual(near(-normalQuantile(p / 2), 1e-14))
      }),
    )
  })

  it.each([0, 1, NaN])('refuses the share %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RunoffError)
  })
})
