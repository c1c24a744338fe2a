import { describe, expect, it } from 'vitest'
import { carriedValue } from './carriedValue.ts'
import { defineSeries } from './defineSeries.ts'

const series = defineSeries({ steps: [10, 20, 30, 40], values: [NaN, 3, NaN, 5] })
const empty = defineSeries([])

describe('carriedValue', () => {
  it('carries the last finite value forward, and knows none before the first', () => {
    const steps = [10, 19, 20, 25, 30, 39, 40, 99]
    expect(steps.map((step) => carriedValue(series, step))).toEqual([null, null, 3, 3, 3, 3, 5, 5])
    expect(carriedValue(empty, 10)).toBeNull()
  })
})
