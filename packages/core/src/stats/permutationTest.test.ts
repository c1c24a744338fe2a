import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { permutationTest } from './permutationTest.ts'
import { seededRandom } from './random.ts'
import { sample } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'
import { a, b, c } from './testdata/seeds.ts'

const upTo = (count: number, from = 0): number[] =>
  Array.from({ length: count }, (_, i) => from + i * i)

describe('permutationTest', () => {
  it('counts every division of the values', () => {
    // 2 of C(10, 5) = 252 divisions, and 84.
    const test = definedOf(permutationTest(a, b))
    expect(test.p).toEqual(near(2 / 252))
    expect(test.difference).toEqual(near(-0.0322))
    expect(test.arrangements).toBe(252)
    expect(test.isExact).toBe(true)
    expect(definedOf(permutationTest(a, c)).p).toEqual(near(84 / 252))
  })

  it.each([
    [2, 1 / 3],
    [3, 0.1],
    [4, 2 / 70],
  ])('cannot come below the smallest p of %d against as many', (n, smallest) => {
    expect(definedOf(permutationTest(upTo(n), upTo(n, 100))).p).toEqual(near(smallest))
  })

  it('takes divisions for equally far apart that are so on paper', () => {
    // In floating point 0.1 + 0.2 is more than 0.3.
    expect(definedOf(permutationTest([0.1, 0.2], [0.3, 0])).p).toEqual(near(1))
    // 1, 2 | 3, 4 and 3, 4 | 1, 2 of 6, at any scale and on top of any number.
    for (const [factor, start] of [
      [1, 0],
      [1e-9, 0],
      [0.1, 1e6],
    ] as const) {
      const [x, y] = [
        [1, 2].map((value) => start + factor * value),
        [3, 4].map((value) => start + factor * value),
      ] as const
      expect(definedOf(permutationTest(x, y)).p).toEqual(near(1 / 3))
    }
  })

  it('says 1 where all values are equal, and of one value against one', () => {
    expect(definedOf(permutationTest([2, 2], [2, 2, 2])).p).toBe(1)
    expect(definedOf(permutationTest([1], [2]))).toMatchObject({ p: 1, arrangements: 2 })
  })

  it('looks at all divisions of ten against ten, and draws for ten against eleven', () => {
    const even = definedOf(permutationTest(upTo(10), upTo(10)))
    expect(even).toMatchObject({ isExact: true, arrangements: 184_756 })
    const odd = definedOf(permutationTest(upTo(10), upTo(11)))
    expect(odd).toMatchObject({ isExact: false, arrangements: 10_000 })
  })

  it('counts the division at hand among those drawn, so that p is never 0', () => {
    const test = definedOf(permutationTest(upTo(12), upTo(12, 1e4), { draws: 99 }))
    expect(test).toMatchObject({ p: 0.01, arrangements: 99, isExact: false })
    expect(definedOf(permutationTest(Array(12).fill(1), Array(12).fill(1), { draws: 9 })).p).toBe(1)
  })

  it('draws near the exact p, the same each time', () => {
    // The last number is the exact p, over all 705 432 divisions, counted with numpy.
    const random = seededRandom(3)
    const x = Array.from({ length: 11 }, random)
    const y = Array.from({ length: 11 }, () => random() + 0.2)
    const first = definedOf(permutationTest(x, y))
    expect(definedOf(permutationTest(x.toReversed(), y.toReversed()))).toEqual(first)
    const again = definedOf(permutationTest(x, y, { random: seededRandom(9), draws: 20_000 }))
    expect(Math.abs(again.p - first.p)).toBeLessThan(0.02)
    expect(again.p).not.toBe(first.p)
    expect(first.p).toEqual(near(0.10795370779890903, 0.02, 1))
  })

  it.each([
    ['too-few-values', [], [1]],
    ['too-few-values', [1], []],
    ['not-finite', [1, NaN], [1, 2]],
    ['not-finite', [1.7e308, 1.6e308], [-1.7e308, -1.6e308]],
  ] as const)('says %s of %j and %j', (reason, x, y) => {
    expect(permutationTest(x, y)).toEqual({ kind: 'undefined', reason })
  })

  it('refuses no draws', () => {
    expect(() => permutationTest([1], [2], { draws: 0 })).toThrow(RunoffError)
  })

  it('turns round with its sides', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const [test, turned] = [definedOf(permutationTest(x, y)), definedOf(permutationTest(y, x))]
        expect(turned.p).toEqual(near(test.p))
        expect(turned.difference).toBe(-test.difference)
      }),
    )
  })
})
