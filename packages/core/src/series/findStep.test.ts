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
