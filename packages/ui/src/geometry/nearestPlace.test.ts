import fc from 'fast-check'
import { expect, it } from 'vitest'
import { firstAtLeast, nearestPlace } from './nearestPlace.ts'

const columns = fc
  .array(fc.integer({ min: -20, max: 20 }), { maxLength: 20 })
  .map((xs) => Float64Array.from(xs.toSorted((a, b) => a - b)))

it('finds a point that no other is nearer than', () => {
  fc.assert(
    fc.property(columns, fc.double({ min: -30, max: 30, noNaN: true }), (xs, x) => {
      const place = nearestPlace(xs, x)
      if (xs.length === 0) expect(place).toBe(-1)
      else
        expect(Math.abs(Number(xs[place]) - x)).toBe(Math.min(...xs.map((at) => Math.abs(at - x))))
    }),
  )
})

it('takes the earlier of two that are as near', () => {
  expect(nearestPlace(Float64Array.of(1, 3), 2)).toBe(0)
})

it('counts the points before an x', () => {
  fc.assert(
    fc.property(columns, fc.integer({ min: -30, max: 30 }), (xs, x) => {
      expect(firstAtLeast(xs, x)).toBe(xs.filter((at) => at < x).length)
    }),
  )
})
