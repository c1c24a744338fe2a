import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averageRanks, tiedPlaces, tieSizes } from './ranks.ts'
import { tied, value } from './testdata/arbitraries.ts'

describe('averageRanks', () => {
  it('counts from 1, smallest first', () => {
    expect(averageRanks([30, 10, 20])).toEqual([3, 1, 2])
  })

  it('gives equal values the mean of their ranks', () => {
    expect(averageRanks([2, 1, 2, 5, 2])).toEqual([3, 1, 3, 5, 3])
  })

  it('takes -0 and 0 for the same', () => {
    expect(averageRanks([0, -0])).toEqual([1.5, 1.5])
  })

  it('of nothing is nothing', () => {
    expect(averageRanks([])).toEqual([])
  })

  it('always sums to n (n + 1) / 2', () => {
    fc.assert(
      fc.property(fc.oneof(tied, fc.array(value)), (values) => {
        const sum = averageRanks(values).reduce((total, rank) => total + rank, 0)
        expect(sum).toBe((values.length * (values.length + 1)) / 2)
      }),
    )
  })
})

describe('tieSizes', () => {
  it('counts each distinct value, smallest first', () => {
    expect(tieSizes([3, 1, 3, 2, 3, 1])).toEqual([2, 1, 3])
  })
})

describe('tiedPlaces', () => {
  it('puts the places of equal values together', () => {
    expect(tiedPlaces([3, 1, 3, 2])).toEqual([[1], [3], [0, 2]])
  })
})
