import { describe, expect, it } from 'vitest'
import { judgeDifference } from './meanDifference.ts'
import { near } from './testdata/near.ts'

describe('judgeDifference', () => {
  it('has closed forms with one degree of freedom', () => {
    // Cauchy: half lies between -1 and 1.
    expect(judgeDifference(2, { standardError: 2, df: 1, level: 0.5 })).toEqual({
      kind: 'defined',
      difference: 2,
      standardError: 2,
      t: 1,
      df: 1,
      p: near(0.5),
      interval: [near(0, 1e-9, 1), near(4)],
    })
  })

  it.each([
    [1, 0, 'no-variance'],
    [0, 0, 'no-variance'],
    [1, Infinity, 'not-finite'],
    [1, NaN, 'not-finite'],
    [Infinity, 1, 'not-finite'],
    [1, 5e-324, 'not-finite'],
  ] as const)('of %d with a standard error of %d says %s', (difference, standardError, reason) => {
    const answer = judgeDifference(difference, { standardError, df: 3, level: 0.95 })
    expect(answer).toEqual({ kind: 'undefined', reason })
  })
})
