import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawnValue, numberScaleOf, paramAxis, shareOf, valueAt } from './axisScale.ts'

describe('numberScaleOf', () => {
  it('reads by factors what was varied by factors', () => {
    expect(numberScaleOf([1e-5, 3e-5, 1e-4, 3e-4, 1e-3])).toBe('log')
    expect(numberScaleOf([8, 16, 32, 64, 128])).toBe('log')
  })

  it('keeps linear what was varied in equal steps, however far', () => {
    expect(numberScaleOf([100, 200, 300, 400, 500, 600, 700, 800, 900, 1000])).toBe('linear')
    expect(numberScaleOf([1, 50, 100])).toBe('linear')
  })

  it('needs a factor of ten, exactly', () => {
    expect(numberScaleOf([1, 2, 10])).toBe('log')
    expect(numberScaleOf([1, 2, 9.99])).toBe('linear')
  })

  it('is linear where a value is not above zero, and where there is none', () => {
    expect(numberScaleOf([0, 0.01, 0.1])).toBe('linear')
    expect(numberScaleOf([-1, 10, 1000])).toBe('linear')
    expect(numberScaleOf([])).toBe('linear')
    expect(numberScaleOf([NaN, Infinity])).toBe('linear')
  })

  it('counts a value once and skips what is not finite', () => {
    expect(numberScaleOf([1, 1, 1, 1, 1, 55, 100, 100])).toBe('linear')
    expect(numberScaleOf([NaN, 1, 3, 10, Infinity])).toBe('log')
  })
})

describe('paramAxis', () => {
  it('reaches from the lowest to the highest finite value', () => {
    expect(paramAxis('linear', [3, NaN, 1, Infinity, 2])).toEqual({
      scale: 'linear',
      low: 1,
      high: 3,
    })
  })

  it('leaves a share of its length free at both ends', () => {
    expect(paramAxis('linear', [0, 10], { padding: 0.1 })).toMatchObject({ low: -1, high: 11 })
  })

  it('has its ends in powers of ten on a log axis, past what that has no place for', () => {
    expect(paramAxis('log', [0.01, 100, 0, -5])).toEqual({ scale: 'log', low: -2, high: 2 })
  })

  it('puts equal values in the middle', () => {
    expect(paramAxis('linear', [5, 5])).toMatchObject({ low: 4.5, high: 5.5 })
    expect(paramAxis('linear', [0])).toMatchObject({ low: -1, high: 1 })
    expect(paramAxis('log', [1])).toMatchObject({ low: -1, high: 1 })
  })

  it('goes from 0 to 1 where there is no value', () => {
    expect(paramAxis('linear', [])).toMatchObject({ low: 0, high: 1 })
    expect(paramAxis('linear', [NaN])).toMatchObject({ low: 0, high: 1 })
  })

  it('gives each category the same room', () => {
    const axis = paramAxis('category', [0, 1, 2, 3], { count: 4 })
    expect(axis).toEqual({ scale: 'category', low: -0.5, high: 3.5 })
    expect([0, 1, 2, 3].map((place) => shareOf(axis, place))).toEqual([0.125, 0.375, 0.625, 0.875])
    expect(paramAxis('category', [], { count: 0 })).toMatchObject({ low: -0.5, high: 0.5 })
  })
})

describe('shareOf and valueAt', () => {
  it('measure a log axis by factors', () => {
    const axis = paramAxis('log', [1e-4, 1])
    expect(shareOf(axis, 0.01)).toBeCloseTo(0.5)
    expect(valueAt(axis, 0.25)).toBeCloseTo(1e-3)
  })

  it('have no place for what is missing or not above zero', () => {
    expect(shareOf(paramAxis('linear', [0, 1]), NaN)).toBeNaN()
    expect(shareOf(paramAxis('linear', [0, 1]), Infinity)).toBeNaN()
    expect(shareOf(paramAxis('log', [1, 10]), 0)).toBeNaN()
    expect(drawnValue('log', -1)).toBeNaN()
    expect(drawnValue('linear', -1)).toBe(-1)
  })

  it('end at the first and the last category', () => {
    const axis = paramAxis('category', [], { count: 3 })
    expect([0, 0.3, 0.5, 0.7, 1].map((share) => valueAt(axis, share))).toEqual([0, 0, 1, 2, 2])
  })

  it('undo each other', () => {
    const numbers = fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(numbers, fc.constantFrom('linear' as const, 'log' as const), (values, scale) => {
        const axis = paramAxis(scale, values, { padding: 0.05 })
        for (const value of values) {
          const share = shareOf(axis, value)
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
          expect(valueAt(axis, share) - value).toBeCloseTo(0, 5)
        }
      }),
    )
  })
})
