import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spearman } from './spearman.ts'
import { sample } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

describe('spearman', () => {
  it('shares ranks between ties', () => {
    // scipy.stats.spearmanr([1, 2, 2, 3, 4], [2, 2, 1, 5, 4])
    const { rho } = definedOf(spearman([1, 2, 2, 3, 4], [2, 2, 1, 5, 4]))
    expect(rho).toEqual(near(0.6578947368421054))
  })

  it('sees nothing in a U-shape', () => {
    const rates = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2]
    const test = definedOf(spearman(rates, [2.9, 2.5, 2.2, 2.1, 2.3, 3.5]))
    expect(test.rho).toEqual(near(0.028571428571428574))
    expect(test.p).toBe(1)
  })

  it.each([
    [2, 1],
    [3, 2 / 6],
    [5, 2 / 120],
    [6, 2 / 720],
    [8, 2 / 40_320],
  ])('counts every order of %d pairs in perfect order', (n, p) => {
    const ordered = { kind: 'defined', rho: 1, p: near(p), n, method: 'exact' }
    expect(spearman(upTo(n), upTo(n))).toEqual(ordered)
    expect(spearman(upTo(n), upTo(n).toReversed())).toEqual({ ...ordered, rho: -1 })
  })

  it('takes Student from nine pairs, which makes a perfect order certain', () => {
    expect(spearman(upTo(9), upTo(9))).toEqual({
      kind: 'defined',
      rho: 1,
      p: 0,
      n: 9,
      method: 'student',
    })
  })

  it.each([
    ['unequal-lengths', [1, 2], [1, 2, 3]],
    ['too-few-values', [1], [2]],
    ['not-finite', [1, NaN, 2], [1, 2, 3]],
    ['not-finite', [1, 2, 3], [1, 2, Infinity]],
    ['no-variance', [1, 1, 1], [1, 2, 3]],
    ['no-variance', [1, 2, 3], [4, 4, 4]],
  ] as const)('says %s of %j and %j', (reason, x, y) => {
    expect(spearman(x, y)).toEqual({ kind: 'undefined', reason })
  })

  it('knows only the order of values', () => {
    fc.assert(
      fc.property(sample, (x) => {
        const y = x.map((value, i) => value + i)
        fc.pre(new Set(y).size > 1)
        const test = definedOf(spearman(x, y))
        const bent = x.map((value) => Math.exp(3 * value))
        const turned = y.map((value) => -value)
        expect(definedOf(spearman(bent, y))).toEqual(test)
        expect(definedOf(spearman(y, x))).toMatchObject({ rho: near(test.rho), p: near(test.p) })
        expect(definedOf(spearman(x, turned))).toMatchObject({
          rho: near(-test.rho),
          p: near(test.p),
        })
      }),
    )
  })
})
