import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chatterjeeXi } from './chatterjeeXi.ts'
import { seededRandom } from './random.ts'
import { sample } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

function noise(count: number, seed: number): { readonly x: number[]; readonly y: number[] } {
  const random = seededRandom(seed)
  return { x: Array.from({ length: count }, random), y: Array.from({ length: count }, random) }
}

describe('chatterjeeXi', () => {
  it('sees the U-shape over learning rates that a rank correlation misses', () => {
    // 1 - 3 * 9 / 35; 150 of the 720 orders have as large a xi.
    const rates = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2]
    expect(chatterjeeXi(rates, [2.9, 2.5, 2.2, 2.1, 2.3, 3.5])).toEqual({
      kind: 'defined',
      xi: near(8 / 35),
      p: near(150 / 720),
      method: 'exact',
    })
  })

  it('is the mean over all orders of equal x', () => {
    // y = 1, 2, 3 with the last two at one x: distances 1 + 1 and 2 + 1, 2.5 in the mean.
    expect(definedOf(chatterjeeXi([0, 1, 1], [1, 2, 3])).xi).toEqual(near(1 - (3 * 2.5) / 8))
    expect(definedOf(chatterjeeXi([0, 1, 1], [1, 3, 2])).xi).toEqual(near(1 - (3 * 2.5) / 8))
  })

  it('counts equal y, as the paper does', () => {
    // y = 1, 1, 2: r = 2, 2, 3 and l = 3, 3, 1: 1 - 3 * 1 / (2 * 1 * 2).
    expect(definedOf(chatterjeeXi([1, 2, 3], [1, 1, 2])).xi).toEqual(near(0.25))
  })

  it('looks at every order of eight pairs, draws from nine, and is normal from thirty', () => {
    const methodOf = (n: number): string => definedOf(chatterjeeXi(upTo(n), upTo(n))).method
    expect([8, 9, 29, 30].map(methodOf)).toEqual(['exact', 'permutation', 'permutation', 'normal'])
  })

  it('never says 0 of drawn orders, and counts the order at hand', () => {
    expect(definedOf(chatterjeeXi(upTo(20), upTo(20))).p).toBe(1 / 4001)
    expect(definedOf(chatterjeeXi(upTo(20), upTo(20), { draws: 99 })).p).toBe(0.01)
  })

  it('draws the same each time, and other orders from another generator', () => {
    const { x, y } = noise(15, 3)
    const first = definedOf(chatterjeeXi(x, y))
    expect(definedOf(chatterjeeXi(x.toReversed(), y.toReversed()))).toEqual(first)
    const other = definedOf(chatterjeeXi(x, y, { random: seededRandom(2) }))
    expect(other.p).not.toBe(first.p)
    expect(other.p).toEqual(near(first.p, 0.04, 1))
  })

  it('goes over from drawn orders to the normal p without a jump', () => {
    const random = seededRandom(11)
    const x = Array.from({ length: 30 }, random)
    const y = x.map((value) => (value - 0.5) ** 2 + 0.5 * random())
    const [drawn, normal] = [
      definedOf(chatterjeeXi(x.slice(1), y.slice(1))),
      definedOf(chatterjeeXi(x, y)),
    ]
    expect([drawn.method, normal.method]).toEqual(['permutation', 'normal'])
    expect(Math.log10(normal.p)).toEqual(near(Math.log10(drawn.p), 0.4))
  })

  it('finds the normal p from the variance over all orders', () => {
    // Without ties the variance of xi is (n - 2)(4 n - 7) / (10 (n + 1)(n - 1)²): Zhang (2023), 1.1.
    const { x, y } = noise(40, 5)
    const { xi, p } = definedOf(chatterjeeXi(x, y))
    const sd = Math.sqrt((38 * 153) / (10 * 41 * 39 ** 2))
    expect(p).toEqual(near(0.24211648869314772))
    expect(xi / sd).toEqual(near(0.6995106216987453))
  })

  it('says nothing of noise in about 95 of 100 cases, ties or not', () => {
    const calls = [12, 40].flatMap((n) =>
      upTo(200).map((seed) => {
        const { x, y } = noise(n, seed)
        const few = x.map((value) => Math.floor(4 * value))
        const options = { draws: 400 }
        return [chatterjeeXi(x, y, options), chatterjeeXi(few, y, options)].map(
          (test) => definedOf(test).p <= 0.05,
        )
      }),
    )
    const share = calls.flat().filter(Boolean).length / calls.flat().length
    expect(share).toBeGreaterThan(0.02)
    expect(share).toBeLessThan(0.065)
  })

  it.each([
    ['unequal-lengths', [1, 2], [1, 2, 3]],
    ['too-few-values', [1], [2]],
    ['not-finite', [1, NaN, 2], [1, 2, 3]],
    ['no-variance', [1, 1, 1], [1, 2, 3]],
    ['no-variance', [1, 2, 3], [4, 4, 4]],
  ] as const)('says %s of %j and %j', (reason, x, y) => {
    expect(chatterjeeXi(x, y)).toEqual({ kind: 'undefined', reason })
  })

  it('does not depend on the order of pairs, nor on the scale', () => {
    fc.assert(
      fc.property(sample, (x) => {
        const y = x.map((value, i) => Math.round(value) + (i % 3))
        fc.pre(new Set(y).size > 1)
        const test = definedOf(chatterjeeXi(x, y))
        expect(definedOf(chatterjeeXi(x.toReversed(), y.toReversed()))).toMatchObject({
          xi: near(test.xi, 1e-12, 1),
          p: near(test.p),
        })
        const bent = x.map((value) => Math.exp(value))
        expect(definedOf(chatterjeeXi(bent, y)).xi).toEqual(near(test.xi, 1e-12, 1))
      }),
      { numRuns: 30 },
    )
  })
})
