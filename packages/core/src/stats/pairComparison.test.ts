import { describe, expect, it } from 'vitest'
import { comparePair, groupsFault, pairsOf, spreadFault } from './pairComparison.ts'
import { studentQuantile, studentTwoSidedP } from './student.ts'
import { near } from './testdata/near.ts'

describe('comparePair', () => {
  it("is Student's t where there are only two groups", () => {
    const pair = { a: 0, b: 1, difference: -3, standardError: 2, df: 5 }
    const reach = 2 * studentQuantile(0.95, 5)
    expect(comparePair({ ...pair, groups: 2, level: 0.9 })).toEqual({
      ...pair,
      p: near(studentTwoSidedP(1.5, 5), 1e-8),
      interval: [near(-3 - reach), near(-3 + reach)],
    })
  })
})

describe('pairsOf', () => {
  it('names every pair once, in order', () => {
    expect(pairsOf(3)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ])
    expect(pairsOf(1)).toEqual([])
  })
})

describe('groupsFault', () => {
  it('needs two groups of enough finite values', () => {
    expect(groupsFault([[1, 2]], 1)).toBe('too-few-groups')
    expect(groupsFault([[1], [2]], 1)).toBeNull()
    expect(groupsFault([[1, 2], [2]], 2)).toBe('too-few-values')
    expect(groupsFault([[], [NaN]], 1)).toBe('not-finite')
  })
})

describe('spreadFault', () => {
  it('refuses what cannot be divided by', () => {
    expect(spreadFault(1e-300)).toBeNull()
    expect(spreadFault(0)).toEqual({ kind: 'undefined', reason: 'no-variance' })
    expect(spreadFault(Infinity)).toEqual({ kind: 'undefined', reason: 'not-finite' })
    expect(spreadFault(NaN)).toEqual({ kind: 'undefined', reason: 'not-finite' })
  })
})
