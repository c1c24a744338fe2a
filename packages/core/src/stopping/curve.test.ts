import { describe, expect, it } from 'vitest'
import { defineSeries } from '../series/defineSeries.ts'
import { bestsOf, bestUpTo, isWorse, lastStepOf } from './curve.ts'

const series = defineSeries({ steps: [10, 20, 30, 40], values: [NaN, 3, NaN, 5] })
const empty = defineSeries([])

describe('bestUpTo', () => {
  it('is the best finite value at or before a step', () => {
    expect([19, 20, 39, 40].map((step) => bestUpTo(series, step, 'max'))).toEqual([null, 3, 3, 5])
    expect(bestUpTo(series, 40, 'min')).toBe(3)
    expect(bestUpTo(empty, 40, 'min')).toBeNull()
  })
})

describe('bestsOf', () => {
  it('follows the best value, past values that are not finite', () => {
    const values = Float64Array.of(NaN, 2, 3, -Infinity, 1, Infinity)
    expect(bestsOf(values, 'min')).toEqual([null, 2, 2, 2, 1, 1])
    expect(bestsOf(values, 'max')).toEqual([null, 2, 3, 3, 3, 3])
    expect(bestsOf(Float64Array.of(), 'min')).toEqual([])
  })
})

describe('isWorse', () => {
  it('looks to the worse end, and takes equal values for neither', () => {
    expect([isWorse(2, 1, 'min'), isWorse(1, 2, 'min'), isWorse(1, 1, 'min')]).toEqual([
      true,
      false,
      false,
    ])
    expect([isWorse(2, 1, 'max'), isWorse(1, 2, 'max'), isWorse(1, 1, 'max')]).toEqual([
      false,
      true,
      false,
    ])
  })
})

describe('lastStepOf', () => {
  it('is the last step, whether its value is finite or not', () => {
    expect(lastStepOf(series)).toBe(40)
    expect(lastStepOf(defineSeries({ steps: [7], values: [NaN] }))).toBe(7)
    expect(lastStepOf(empty)).toBeNull()
  })
})
