import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kendall } from './kendall.ts'
import { sample } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

describe('kendall', () => {
  it('counts pairs of pairs, ties apart', () => {
    // scipy.stats.kendalltau([1, 2, 2, 3, 4], [2, 2, 1, 5, 4])
    const test = definedOf(kendall([1, 2, 2, 3, 4], [2, 2, 1, 5, 4]))
    expect(test.tau).toEqual(near(0.4444444444444444))
    expect(test.method).toBe('normal')
  })

  it.each([
    [2, 1],
    [3, 2 / 6],
    [4, 2 / 24],
    [5, 2 / 120],
  ])('counts every order of %d points in perfect order', (n, p) => {
    const ordered = { tau: 1, p: near(p), n, method: 'exact' }
    expect(kendall(upTo(n), upTo(n))).toMatchObject(ordered)
    expect(kendall(upTo(n), upTo(n).toReversed())).toMatchObject({ ...ordered, tau: -1 })
  })

  it('says 1 where as many pairs agree as do not', () => {
    expect(kendall([1, 2, 3, 4], [2, 4, 1, 3])).toMatchObject({ tau: 0, p: 1 })
  })

  it('is exact without ties up to 33 points, and past them for a nearly perfect order', () => {
    const mixed = (n: number): number[] => upTo(n).map((i) => (i * 7) % n)
    const turned = (n: number, places: number): number[] => [
      ...upTo(places + 1).toReversed(),
      ...upTo(n).slice(places + 1),
    ]
    const methodOf = (y: number[]): string => definedOf(kendall(upTo(y.length), y)).method
    expect(methodOf(mixed(33))).toBe('exact')
    expect(methodOf(mixed(34))).toBe('normal')
    expect(methodOf(turned(34, 1))).toBe('exact')
    expect(methodOf(turned(34, 1).toReversed())).toBe('exact')
    // Three points turned round are three pairs.
    expect(methodOf(turned(34, 2))).toBe('normal')
    expect(methodOf([0, 0, 1])).toBe('normal')
    expect(definedOf(kendall([0, 0, 1], [0, 1, 2])).method).toBe('normal')
  })

  it('does not lose pairs whose differences are too small to multiply', () => {
    expect(kendall([0, 1e-200, 2e-200], [0, 1e-200, 2e-200])).toMatchObject({ tau: 1 })
  })

  describe('interval', () => {
    it('is all there is below five points', () => {
      expect(definedOf(kendall(upTo(4), upTo(4))).interval).toEqual([-1, 1])
    })

    it('takes a perfect order for half a pair short of one', () => {
      // Five points are ten pairs: tanh(atanh(0.9) - 1.959964 sqrt(0.437)), and up to tau itself.
      const low = Math.tanh(Math.atanh(0.9) - 1.959963984540054 * Math.sqrt(0.437))
      expect(definedOf(kendall(upTo(5), upTo(5))).interval).toEqual([near(low), 1])
      expect(definedOf(kendall(upTo(5), upTo(5).toReversed())).interval).toEqual([-1, near(-low)])
      expect(low).toBeLessThan(0.2)
    })

    it('comes above 0.6 for six points in perfect order, and not for five', () => {
      expect(definedOf(kendall(upTo(6), upTo(6))).interval[0]).toBeGreaterThan(0.6)
    })

    it("is Fisher's z otherwise", () => {
      // tau 0.6 of six points: 12 pairs agree, 3 do not.
      const { tau, interval } = definedOf(kendall(upTo(6), [2, 1, 0, 3, 4, 5]))
      expect(tau).toEqual(near(0.6))
      const reach = 1.959963984540054 * Math.sqrt(0.437 / 2)
      expect(interval[0]).toEqual(near(Math.tanh(Math.atanh(0.6) - reach)))
      expect(interval[1]).toEqual(near(Math.tanh(Math.atanh(0.6) + reach)))
    })
  })

  it.each([
    ['unequal-lengths', [1, 2], [1, 2, 3]],
    ['too-few-values', [1], [2]],
    ['not-finite', [1, NaN, 2], [1, 2, 3]],
    ['no-variance', [1, 1, 1], [1, 2, 3]],
    ['no-variance', [1, 2, 3], [4, 4, 4]],
  ] as const)('says %s of %j and %j', (reason, x, y) => {
    expect(kendall(x, y)).toEqual({ kind: 'undefined', reason })
  })

  it('does not depend on the order of points, nor on which column is first', () => {
    fc.assert(
      fc.property(sample, (x) => {
        const y = x.map((value, i) => Math.round(value) + (i % 3))
        fc.pre(new Set(y).size > 1)
        const test = definedOf(kendall(x, y))
        expect(definedOf(kendall(x.toReversed(), y.toReversed()))).toEqual(test)
        expect(definedOf(kendall(y, x))).toMatchObject({ tau: test.tau, p: near(test.p) })
        expect(test.interval[0]).toBeLessThanOrEqual(test.tau)
        expect(test.interval[1]).toBeGreaterThanOrEqual(test.tau)
        expect(test.p).toBeLessThanOrEqual(1)
      }),
    )
  })
})
