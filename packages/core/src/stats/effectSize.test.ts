import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hedgesG } from './effectSize.ts'
import { sample } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'
import { a, b, c } from './testdata/seeds.ts'

describe('hedgesG', () => {
  it('is the difference in pooled spreads, corrected for small samples', () => {
    expect(definedOf(hedgesG(a, b)).g).toEqual(near(-3.0182920176848436))
    expect(definedOf(hedgesG(a, c)).g).toEqual(near(-0.6040176755655436))
    // Means 1 and 5, pooled variance (2 + 8) / 4: 4 / sqrt(2.5), times 1 - 3 / 15.
    const { g, d } = definedOf(hedgesG([3, 5, 7], [0, 1, 2]))
    expect(d).toEqual(near(4 / Math.sqrt(2.5)))
    expect(g).toEqual(near((0.8 * 4) / Math.sqrt(2.5)))
  })

  it.each([
    ['too-few-values', [1], [1, 2]],
    ['too-few-values', [1, 2], [1]],
    ['not-finite', [1, NaN], [1, 2]],
    ['no-variance', [1, 1], [2, 2]],
    ['not-finite', [1e300, -1e300], [1, 2]],
    ['not-finite', [1.7e308, 1.7e308], [1, 2]],
  ] as const)('says %s of %j and %j', (reason, x, y) => {
    expect(hedgesG(x, y)).toEqual({ kind: 'undefined', reason })
  })

  it('measures against the side that varies, where one does not', () => {
    expect(definedOf(hedgesG([2, 2], [0, 1])).d).toEqual(near(1.5 / 0.5))
  })

  it('turns round with its sides, and g is nearer to 0 than d', () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const { g, d } = definedOf(hedgesG(x, y))
        expect(definedOf(hedgesG(y, x)).g).toBe(-g)
        expect(Math.abs(g)).toBeLessThanOrEqual(Math.abs(d))
      }),
    )
  })
})
