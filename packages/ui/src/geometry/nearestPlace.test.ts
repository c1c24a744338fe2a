import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nearestPlace } from './nearestPlace.ts'

const columns = fc
  .array(fc.integer({ min: -20, max: 20 }), { maxLength: 20 })
  .map((xs) => Float64Array.from(xs.toSorted((a, b) => a - b)))

it('finds a point that no other is nearer than', () => {
  fc.assert(
    fc.property(columns, fc.double({ min: -30, max: 30, noNaN: true }), (xs, x) => {
      const distances = Array.from(xs, (at) => Math.abs(at - x))
      expect(distances[nearestPlace(xs, x)]).toBe(
        xs.length === 0 ? undefined : Math.min(...distances),
      )
    }),
  )
})

it('finds none where there is no point', () => {
  expect(nearestPlace(new Float64Array(0), 1)).toBe(-1)
})

it('takes the earlier of two that are as near', () => {
  expect(nearestPlace(Float64Array.of(1, 3), 2)).toBe(0)
})
