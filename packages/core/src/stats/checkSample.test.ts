import { describe, expect, it } from 'vitest'
import { isConstant, pairFault, sampleFault, twoSampleFault } from './checkSample.ts'

describe('sampleFault', () => {
  it('finds no fault with as many values as are needed', () => {
    expect(sampleFault([1, 2], 2)).toBeNull()
    expect(sampleFault([], 0)).toBeNull()
  })

  it('says that one too few are too few', () => {
    expect(sampleFault([1], 2)).toBe('too-few-values')
    expect(sampleFault([], 1)).toBe('too-few-values')
  })

  it.each([NaN, Infinity, -Infinity])('refuses %d, however many there are', (odd) => {
    expect(sampleFault([1, odd, 2], 2)).toBe('not-finite')
    expect(sampleFault([odd], 2)).toBe('not-finite')
  })
})

describe('twoSampleFault', () => {
  it('finds a fault on either side, and what is not finite first', () => {
    expect(twoSampleFault([1, 2], [3, 4], 2)).toBeNull()
    expect(twoSampleFault([1], [3, 4], 2)).toBe('too-few-values')
    expect(twoSampleFault([1, 2], [3], 2)).toBe('too-few-values')
    expect(twoSampleFault([1], [NaN, 4], 2)).toBe('not-finite')
  })
})

describe('pairFault', () => {
  it('says that sides of unequal length are no pairs, before all else', () => {
    expect(pairFault([1, NaN], [1], 2)).toBe('unequal-lengths')
    expect(pairFault([1, NaN], [1, 2], 2)).toBe('not-finite')
    expect(pairFault([1], [1], 2)).toBe('too-few-values')
    expect(pairFault([1, 2], [1, 2], 2)).toBeNull()
  })
})

describe('isConstant', () => {
  it('is true of equal values and of none', () => {
    expect(isConstant([2, 2, 2])).toBe(true)
    expect(isConstant([])).toBe(true)
    expect(isConstant([2, 2, 3])).toBe(false)
  })
})
