import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interquartileMean } from './interquartileMean.ts'
import { value } from './testdata/arbitraries.ts'
import { definedOf, near } from './testdata/near.ts'

describe('interquartileMean', () => {
  it.each([
    [[1, 2, 3, 4, 100], 3, 3],
    [[1, 2, 3, 4, 5, 6, 7, 100], 4.5, 4],
    // rliable's own unit tests
    [[1, 2, 2, 2, 1, 1, 2, 1], 1.5, 4],
    [[1, 1, 2, 2, 3, 3], 2, 4],
  ])('of %j is %d, the mean of %d', (values, expected, kept) => {
    expect(interquartileMean(values)).toEqual({ kind: 'defined', value: near(expected), kept })
  })

  it('of fewer than four values is the plain mean, and drops two of four', () => {
    expect(interquartileMean([3, 1, 2])).toEqual({ kind: 'defined', value: 2, kept: 3 })
    expect(interquartileMean([-50, 1, 2, 90])).toEqual({ kind: 'defined', value: 1.5, kept: 2 })
    expect(interquartileMean([7])).toEqual({ kind: 'defined', value: 7, kept: 1 })
  })

  it.each([
    ['too-few-values', []],
    ['not-finite', [1, NaN]],
  ] as const)('says %s of %j', (reason, values) => {
    expect(interquartileMean(values)).toEqual({ kind: 'undefined', reason })
  })

  it('holds for values whose sum is past the largest number', () => {
    expect(interquartileMean([1.7e308, 1.6e308])).toMatchObject({ value: near(1.65e308) })
  })

  it('lies between the ends and does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const result = definedOf(interquartileMean(values))
        expect(interquartileMean(values.toReversed())).toEqual(result)
        expect(result.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12)
        expect(result.value).toBeLessThanOrEqual(Math.max(...values) + 1e-12)
      }),
    )
  })
})
