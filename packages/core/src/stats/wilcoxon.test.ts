import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sample } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'
import { a, b, c } from './testdata/seeds.ts'
import { wilcoxon } from './wilcoxon.ts'

const zeros = (count: number): number[] => Array<number>(count).fill(0)
const rising = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1)

describe('wilcoxon', () => {
  it('finds what scipy finds', () => {
    // scipy.stats.wilcoxon
    expect(wilcoxon(a, b)).toEqual({ kind: 'defined', w: 0, p: 0.0625, isExact: true })
    expect(definedOf(wilcoxon(a, c)).p).toEqual(near(0.3125))
  })

  it.each([
    [4, 0.125],
    [5, 0.0625],
    [6, 0.03125],
  ])('cannot come below the smallest p of %d pairs', (n, smallest) => {
    expect(definedOf(wilcoxon(rising(n), zeros(n))).p).toBe(smallest)
    expect(definedOf(wilcoxon(zeros(n), rising(n))).p).toBe(smallest)
  })

  it('is exact up to fifty pairs, and up to thirteen with ties or pairs that do not differ', () => {
    expect(definedOf(wilcoxon(rising(50), zeros(50))).isExact).toBe(true)
    expect(definedOf(wilcoxon(rising(51), zeros(51))).isExact).toBe(false)
    const ones = (n: number): number[] => [...rising(n - 1), 1]
    expect(definedOf(wilcoxon(ones(13), zeros(13))).isExact).toBe(true)
    expect(definedOf(wilcoxon(ones(14), zeros(14))).isExact).toBe(false)
    const oneEqual = (n: number): number[] => [0, ...rising(n - 1)]
    expect(definedOf(wilcoxon(oneEqual(13), zeros(13))).isExact).toBe(true)
    expect(definedOf(wilcoxon(oneEqual(14), zeros(14))).isExact).toBe(false)
  })

  it('leaves out pairs that do not differ', () => {
    const test = definedOf(wilcoxon([5, 1, 2, 3], [5, 0, 0, 0]))
    expect(test).toMatchObject({ w: 0, p: 0.25 })
  })

  it('says 1 where rises and falls are alike', () => {
    expect(definedOf(wilcoxon([1, 0], [0, 1])).p).toBe(1)
  })

  it.each([
    ['unequal-lengths', [1], [1, 2]],
    ['too-few-values', [], []],
    ['not-finite', [Infinity], [1]],
    ['no-variance', [1, 2], [1, 2]],
  ] as const)('says %s of %j and %j', (reason, x, y) => {
    expect(wilcoxon(x, y)).toEqual({ kind: 'undefined', reason })
  })

  it('turns round with its sides', () => {
    fc.assert(
      fc.property(sample, (x) => {
        const y = x.map((value, i) => value + (i % 2 === 0 ? 1 : -2))
        expect(wilcoxon(x, y)).toEqual(wilcoxon(y, x))
      }),
    )
  })
})
