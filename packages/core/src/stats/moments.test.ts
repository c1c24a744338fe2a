import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mean, sortedNumbers, squaredDeviations, variance } from './moments.ts'
import { value } from './testdata/arbitraries.ts'
import { near } from './testdata/near.ts'

describe('mean', () => {
  it('is the middle of two', () => {
    expect(mean([1, 4])).toBe(2.5)
  })

  it('of equal values is that value, to the last digit', () => {
    expect(mean([0.1, 0.1, 0.1])).toBe(0.1)
    expect(mean([0.7, 0.7, 0.7, 0.7, 0.7, 0.7])).toBe(0.7)
  })

  it('keeps what a plain sum loses', () => {
    expect(mean([1e16, 1, -1e16])).toBeCloseTo(1 / 3, 12)
  })

  it('takes a column', () => {
    expect(mean(new Float64Array([1, 2, 6]))).toBe(3)
  })

  it('does not depend on the order, nor change what it was given', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const given = values.slice()
        expect(mean(values.toReversed())).toBe(mean(values))
        expect(values).toEqual(given)
      }),
    )
  })
})

describe('variance', () => {
  it('is over n - 1', () => {
    expect(variance([1, 2, 3])).toBe(1)
    expect(squaredDeviations([1, 2, 3])).toBe(2)
  })

  it('of equal values is 0, whatever they are', () => {
    expect(variance([0.1, 0.1, 0.1])).toBe(0)
    expect(variance([1e300, 1e300, 1e300, 1e300, 1e300])).toBe(0)
  })

  it('keeps the digits of small steps on a large number', () => {
    // statistics.variance([100000001, 100000002, 100000004]), exact in Python
    expect(variance([1e8 + 1, 1e8 + 2, 1e8 + 4])).toEqual(near(7 / 3, 1e-14))
  })

  it('does not change with the order', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 2 }), (values) => {
        expect(variance(values.toReversed())).toBe(variance(values))
      }),
    )
  })
})

describe('mean of values whose sum is past the largest number', () => {
  it('lies between them', () => {
    expect(mean([1.7e308, 1.6e308])).toEqual(near(1.65e308, 1e-15))
    expect(mean([Number.MAX_VALUE, Number.MAX_VALUE, 1.7e308])).toBeLessThan(Infinity)
    expect(mean([1.7e308, -1.7e308, 3])).toBe(1)
  })
})

describe('sortedNumbers', () => {
  it('sorts by size, not by text, into a new list', () => {
    const given = [10, 9, -1]
    expect(sortedNumbers(given)).toEqual([-1, 9, 10])
    expect(given).toEqual([10, 9, -1])
  })
})
