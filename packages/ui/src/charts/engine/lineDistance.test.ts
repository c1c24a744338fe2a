import { defineSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { lineDistance } from './lineDistance.ts'

/** One pixel for each step and value; values grow upwards from the lower border. */
const viewport = { from: 0, to: 100, low: 0, high: 100 }
const size = { width: 100, height: 100 }
const from = (x: number, y: number) => ({ place: { x, y }, viewport, size })

const rising = defineSeries({ steps: [0, 40, 80], values: [0, 30, 30] })

describe('lineDistance', () => {
  it('is 0 on a point and on the segments beside it', () => {
    expect(lineDistance(rising, 1, from(40, 70))).toBe(0)
    expect(lineDistance(rising, 1, from(20, 85))).toBeCloseTo(0)
    expect(lineDistance(rising, 1, from(60, 70))).toBe(0)
  })

  it('is measured at a right angle, not along y', () => {
    // The first segment rises 3 for 4 along: 10 above it are 8 away from it.
    expect(lineDistance(rising, 1, from(20, 75))).toBeCloseTo(8)
  })

  it('is measured from the point at the end of a line', () => {
    expect(lineDistance(rising, 2, from(83, 66))).toBeCloseTo(5)
  })

  it('knows a line of one point, and none where the point is not a number', () => {
    expect(lineDistance(defineSeries({ steps: [10], values: [50] }), 0, from(13, 46))).toBeCloseTo(
      5,
    )
    const gone = defineSeries({ steps: [0, 10], values: [50, NaN] })
    expect(lineDistance(gone, 1, from(5, 50))).toBe(Infinity)
    expect(lineDistance(gone, 0, from(3, 50))).toBeCloseTo(3)
  })
})
