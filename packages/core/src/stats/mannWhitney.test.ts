import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mannWhitney } from './mannWhitney.ts'
import { sample, tied } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'
import { a, b, c } from './testdata/seeds.ts'

const upTo = (count: number, from = 0): number[] =>
  Array.from({ length: count }, (_, i) => from + i)

describe('mannWhitney', () => {
  it('finds what scipy finds', () => {
    // scipy.stats.mannwhitneyu, exact
    expect(definedOf(mannWhitney(a, b))).toMatchObject({ u: 0, isExact: true, probability: 1 })
    expect(definedOf(mannWhitney(a, b)).p).toEqual(near(0.007936507936507936))
    const other = definedOf(mannWhitney(a, c))
    expect(other.u).toBe(8)
    expect(other.p).toEqual(near(0.42063492063492064))
    expect(other.probability).toEqual(near(0.68))
  })

  it.each([
    [2, 1 / 3],
    [3, 0.1],
    [4, 2 / 70],
  ])('cannot come below the smallest p of %d against as many', (n, smallest) => {
    expect(definedOf(mannWhitney(upTo(n), upTo(n, 50))).p).toEqual(near(smallest))
    expect(definedOf(mannWhitney(upTo(n, 50), upTo(n))).p).toEqual(near(smallest))
  })

  it('counts ties half', () => {
    const test = definedOf(mannWhitney([1, 2], [2, 3]))
    expect(test).toMatchObject({ u: 0.5, isExact: false, probability: 0.875 })
  })

  it('corrects the normal p for ties and for continuity', () => {
    // scipy.stats.mannwhitneyu([1, 1], [1, 2]) and ([1, 1], [1, 2, 2])
    expect(definedOf(mannWhitney([1, 1], [1, 2])).p).toEqual(near(0.6170750774519738))
    expect(definedOf(mannWhitney([1, 1], [1, 2, 2])).p).toEqual(near(0.31731050786291415))
  })

  it('is exact while a side has eight values, and not for nine', () => {
    expect(definedOf(mannWhitney(upTo(8), upTo(30, 100))).isExact).toBe(true)
    expect(definedOf(mannWhitney(upTo(30, 100), upTo(8))).isExact).toBe(true)
    expect(definedOf(mannWhitney(upTo(9), upTo(9, 100))).isExact).toBe(false)
    expect(definedOf(mannWhitney([1, 1], [2, 3])).isExact).toBe(false)
  })

  it('says 1 where the samples are as mixed as can be, or all the same', () => {
    expect(definedOf(mannWhitney([1, 4], [2, 3])).p).toBe(1)
    expect(definedOf(mannWhitney([1, 4], [1, 4])).p).toBe(1)
    expect(definedOf(mannWhitney([5, 5], [5]))).toMatchObject({ p: 1, probability: 0.5 })
  })

  it.each([
    ['too-few-values', [], [1]],
    ['too-few-values', [1], []],
    ['not-finite', [NaN], [1]],
  ] as const)('says %s of %j and %j', (reason, x, y) => {
    expect(mannWhitney(x, y)).toEqual({ kind: 'undefined', reason })
  })

  it('turns round with its sides, ties or not', () => {
    fc.assert(
      fc.property(fc.oneof(sample, tied), fc.oneof(sample, tied), (x, y) => {
        const [test, turned] = [definedOf(mannWhitney(x, y)), definedOf(mannWhitney(y, x))]
        expect(test.u + turned.u).toBe(x.length * y.length)
        expect(turned.p).toEqual(near(test.p))
        expect(test.probability + turned.probability).toEqual(near(1))
        expect(test.p).toBeLessThanOrEqual(1)
      }),
    )
  })
})
