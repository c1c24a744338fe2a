import { expect, it } from 'vitest'
import { lastDecimal } from './lastDecimal.ts'

const last = (...values: number[]): number => lastDecimal(Float64Array.from(values))

it('is the last place that any value is written with', () => {
  expect(last(0.5, 0.25, 3)).toBe(0.01)
  expect(last(3, 40, 500)).toBe(1)
  expect(last(-0.125)).toBe(0.001)
})

it('reads numbers that are written with an exponent', () => {
  expect(last(1e-7)).toBe(1e-7)
  expect(last(1.5e-7)).toBe(1e-8)
  expect(last(1.25e25)).toBe(1)
})

it('passes over what is not finite', () => {
  expect(last(NaN, Infinity, 0.1)).toBe(0.1)
  expect(last()).toBe(1)
  expect(last(NaN)).toBe(1)
})

it('is next to nothing where values were not rounded, and stops looking there', () => {
  expect(last(Math.PI)).toBe(1e-15)
  expect(last(Math.PI, 1e-300)).toBe(1e-15)
  expect(last(0.25, 1e-14, 1e-20)).toBe(1e-20)
})
