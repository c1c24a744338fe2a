import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { expectedMaximum } from './expectedMaximum.ts'
import { near } from './testdata/near.ts'

describe('expectedMaximum', () => {
  it.each([
    // scipy.integrate.quad of x k φ(x) Φ(x)^(k - 1); 1 / √π for two
    [2, 0.5641895835477566],
    [3, 0.8462843753216347],
    [5, 1.1629644736405196],
    [10, 1.538752730835173],
    [20, 1.8674750597983216],
    [50, 2.2490736293898523],
    [100, 2.507593636441689],
    [500, 3.03669934592896],
  ])('of %d normal numbers the largest lies %d above the mean', (k, expected) => {
    expect(expectedMaximum(k)).toEqual(near(expected))
  })

  it('of a single number is its mean', () => {
    expect(expectedMaximum(1)).toBe(0)
    expect(expectedMaximum(1 + 1e-9)).toEqual(near(0, 1e-8, 1))
  })

  it('reaches out as far as a million needs', () => {
    // scipy.integrate.quad
    expect(expectedMaximum(1e6)).toEqual(near(4.862897486196473))
  })

  it('rises with the count, whole or not', () => {
    const count = fc.double({ min: 1, max: 1e4, noNaN: true })
    fc.assert(
      fc.property(count, (k) => {
        expect(expectedMaximum(k * 1.01)).toBeGreaterThan(expectedMaximum(k))
        // At most √(2 log k), as the mean of a maximum of normals is.
        expect(expectedMaximum(k)).toBeLessThanOrEqual(Math.sqrt(2 * Math.log(k)) + 1e-12)
      }),
    )
  })

  it.each([0.99, 0, -3, NaN, Infinity])('refuses the largest of %d', (k) => {
    expect(() => expectedMaximum(k)).toThrow(RunoffError)
    expect(() => expectedMaximum(k)).toThrow(`got ${k}`)
  })
})
