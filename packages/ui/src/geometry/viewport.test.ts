import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paddedRange, pixelToX, valueToPixel, xToPixel, zoomedRange } from './viewport.ts'

const view = { from: 100, to: 300, low: 0, high: 2 }

describe('viewport', () => {
  it('puts the left border at 0, the right one at the width, and high values on top', () => {
    expect(xToPixel(view, 100, 400)).toBe(0)
    expect(xToPixel(view, 300, 400)).toBe(400)
    expect(valueToPixel(view, 2, 50)).toBe(0)
    expect(valueToPixel(view, 0.5, 50)).toBe(37.5)
  })

  it('finds the x under a pixel again', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (x) => {
        expect(pixelToX(view, xToPixel(view, x, 640), 640)).toBeCloseTo(x, 6)
      }),
    )
  })
})

describe('paddedRange', () => {
  it('holds every pair of values between borders that differ', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [min, max] = [Math.min(a, b), Math.max(a, b)]
        const { low, high } = paddedRange(min, max)
        expect(low).toBeLessThan(high)
        expect(Number.isFinite(high - low)).toBe(true)
        const limit = Number.MAX_VALUE / 4
        expect(low).toBeLessThanOrEqual(Math.min(limit, Math.max(min, -limit)))
        expect(high).toBeGreaterThanOrEqual(Math.max(-limit, Math.min(max, limit)))
      }),
    )
  })

  it('puts a single value in the middle', () => {
    expect(paddedRange(0, 0)).toEqual({ low: -0.5, high: 0.5 })
    expect(paddedRange(2, 2)).toEqual({ low: 1.9, high: 2.1 })
  })

  it('shows 0 to 1 where there is no value', () => {
    expect(paddedRange(Infinity, -Infinity)).toEqual({ low: 0, high: 1 })
  })
})

describe('zoomedRange', () => {
  it('keeps the x under the pointer where it is', () => {
    expect(zoomedRange({ from: 0, to: 100 }, 25, 0.5)).toEqual({ from: 12.5, to: 62.5 })
  })

  it('stops before the borders cannot be told apart', () => {
    const range = { from: 1e6, to: 1e6 + 1e-6 }
    expect(zoomedRange(range, 1e6, 0.5)).toBe(range)
  })
})
