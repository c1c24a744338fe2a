import { appendPoints, defineSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { hasOrderedSteps } from './orderedSteps.ts'

const of = (...steps: number[]): Float64Array => Float64Array.from(steps)

describe('hasOrderedSteps', () => {
  it('is true of steps that rise or repeat, of one and of none', () => {
    for (const steps of [of(), of(3), of(-2, 0, 0.5), of(1, 1, 2), of(-Number.MAX_VALUE, 1)]) {
      expect(hasOrderedSteps(steps)).toBe(true)
    }
  })

  it('is false where a step goes back or is no place, wherever that is', () => {
    for (const steps of [of(2, 1), of(0, 1, 0.5), of(NaN), of(0, NaN, 1), of(0, Infinity)]) {
      expect(hasOrderedSteps(steps)).toBe(false)
    }
    expect(hasOrderedSteps(of(-Infinity, 0))).toBe(false)
  })

  it('reads of a view that grows what was added, also beside another view of the same memory', () => {
    const short = appendPoints(defineSeries({ steps: [1, 2], values: [0, 0] }), [
      { step: 3, value: 0 },
    ])
    expect(hasOrderedSteps(short.steps)).toBe(true)
    const memory = of(1, 2, 3, 2, 5, 4)
    expect(hasOrderedSteps(memory.subarray(0, 3))).toBe(true)
    expect(hasOrderedSteps(memory.subarray(0, 4))).toBe(false)
    expect(hasOrderedSteps(memory.subarray(0, 5))).toBe(false)
    expect(hasOrderedSteps(memory.subarray(3, 5))).toBe(true)
    expect(hasOrderedSteps(memory.subarray(3))).toBe(false)
    expect(hasOrderedSteps(memory.subarray(0, 2))).toBe(true)
  })
})
