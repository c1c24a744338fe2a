import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { seededRandom } from './random.ts'
import { signFlipTest } from './signFlipTest.ts'
import { sample } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'
import { a, b, c } from './testdata/seeds.ts'

const zeros = (count: number): number[] => Array<number>(count).fill(0)
const rising = (count: number): number[] => Array.from({ length: count }, (_, i) => 1 + i / 10)

describe('signFlipTest', () => {
  it('counts every choice of signs', () => {
    // 2 and 10 of 2⁵ = 32
    const test = definedOf(signFlipTest(a, b))
    expect(test).toMatchObject({ p: 2 / 32, arrangements: 32, isExact: true })
    expect(test.difference).toEqual(near(-0.0322))
    expect(definedOf(signFlipTest(a, c)).p).toBe(0.3125)
  })

  it.each([
    [1, 1],
    [4, 0.125],
    [5, 0.0625],
    [6, 0.03125],
  ])('cannot come below the smallest p of %d pairs', (n, smallest) => {
    expect(definedOf(signFlipTest(rising(n), zeros(n))).p).toBe(smallest)
  })

  it('takes flips for equal that are so on paper', () => {
    // 0.1 + 0.2 - 0.3: two of eight sums are 0 on paper, none in floating point.
    expect(definedOf(signFlipTest([0.1, 0.2, 0], [0, 0, 0.3])).p).toBe(1)
    expect(definedOf(signFlipTest([1e-9, 2e-9, 0], [0, 0, 3e-9])).p).toBe(1)
  })

  it('says 1 where no pair differs', () => {
    expect(definedOf(signFlipTest([1, 2], [1, 2])).p).toBe(1)
  })

  it('looks at all flips of seventeen pairs, and draws for eighteen', () => {
    expect(definedOf(signFlipTest(rising(17), zeros(17)))).toMatchObject({
      p: 2 / 2 ** 17,
      isExact: true,
    })
    expect(definedOf(signFlipTest(rising(18), zeros(18)))).toMatchObject({
      p: 1 / 10_001,
      arrangements: 10_000,
      isExact: false,
    })
  })

  it('draws near the exact p, the same each time', () => {
    const x = Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? -1 : 1) * (1 + i / 7))
    const first = definedOf(signFlipTest(x, zeros(20)))
    expect(definedOf(signFlipTest(x.toReversed(), zeros(20)))).toEqual(first)
    const again = definedOf(signFlipTest(x, zeros(20), { random: seededRandom(5), draws: 500 }))
    expect(again.arrangements).toBe(500)
    expect(again.p).not.toBe(first.p)
    // The exact p over all 2²⁰ flips, counted with numpy; the drawn one is right to ± 0.015.
    expect(first.p).toEqual(near(0.18238258361816406, 0.015, 1))
  })

  it.each([
    ['unequal-lengths', [1], [1, 2]],
    ['too-few-values', [], []],
    ['not-finite', [NaN], [1]],
    ['not-finite', [1.7e308, 1.7e308], [1, 1]],
  ] as const)('says %s of %j and %j', (reason, x, y) => {
    expect(signFlipTest(x, y)).toEqual({ kind: 'undefined', reason })
  })

  it('refuses no draws', () => {
    expect(() => signFlipTest([1], [2], { draws: 0.5 })).toThrow(RunoffError)
  })

  it('turns round with its sides', () => {
    fc.assert(
      fc.property(sample, (x) => {
        const y = x.toReversed()
        expect(definedOf(signFlipTest(x, y)).p).toBe(definedOf(signFlipTest(y, x)).p)
      }),
    )
  })
})
