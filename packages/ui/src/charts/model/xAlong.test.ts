import { defineSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { xAlong } from './xAlong.ts'

const tokens = defineSeries({ steps: [10, 20, 40], values: [100, 300, 500] })
const along = (...steps: readonly number[]): number[] => [
  ...xAlong(tokens, Float64Array.from(steps)),
]

describe('xAlong', () => {
  it('takes the logged value at a step, and the place on the line between two', () => {
    expect(along(10, 15, 20, 30, 40)).toEqual([100, 200, 300, 400, 500])
  })

  it('makes nothing up before the first point and behind the last', () => {
    expect(along(9, 41)).toEqual([NaN, NaN])
    expect([...xAlong(defineSeries([]), Float64Array.of(1))]).toEqual([NaN])
  })

  it('has no place beside a value that is not finite', () => {
    const broken = defineSeries({ steps: [0, 10, 20], values: [1, NaN, 3] })
    expect([...xAlong(broken, Float64Array.of(0, 5, 10, 15, 20))]).toEqual([1, NaN, NaN, NaN, 3])
  })

  it('gives each step the same, in whatever order a host has put them', () => {
    const wanted = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 20 })
    fc.assert(
      fc.property(wanted, (steps) => {
        expect(along(...steps)).toEqual(steps.flatMap((step) => along(step)))
      }),
    )
  })
})
