import fc from 'fast-check'
import { expect, it } from 'vitest'
import { series } from '../testdata/arbitraries.ts'
import { firstAbove, firstAtLeast } from './findStep.ts'

it('finds the places that a search from the beginning finds', () => {
  fc.assert(
    fc.property(series, fc.double({ noNaN: true }), fc.nat(), ({ steps }, other, place) => {
      for (const step of [other, steps[place % (steps.length + 1)] ?? Infinity]) {
        const inside = [...steps].filter((own) => own < step).length
        expect(firstAtLeast(steps, step)).toBe(inside)
        expect(firstAbove(steps, step)).toBe(inside + (steps.includes(step) ? 1 : 0))
      }
    }),
  )
})

it('counts the points before an x, in columns where one x stands more than once', () => {
  const columns = fc
    .array(fc.integer({ min: -20, max: 20 }), { maxLength: 20 })
    .map((xs) => Float64Array.from(xs.toSorted((a, b) => a - b)))
  fc.assert(
    fc.property(columns, fc.integer({ min: -30, max: 30 }), (xs, x) => {
      expect(firstAtLeast(xs, x)).toBe(xs.filter((at) => at < x).length)
    }),
  )
})
