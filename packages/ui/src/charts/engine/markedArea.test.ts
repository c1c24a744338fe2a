import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markedArea } from './markedArea.ts'

const start = { x: 100, y: 100 }

describe('markedArea', () => {
  it('takes a hand that trembles for a click', () => {
    expect(markedArea(start, start)).toBeNull()
    expect(markedArea(start, { x: 103, y: 97 })).toBeNull()
  })

  it('marks x alone where the drag was mostly horizontal', () => {
    expect(markedArea(start, { x: 160, y: 110 })).toEqual({ x: [100, 160], y: null })
    // 30 up is less than a third of 120 along.
    expect(markedArea(start, { x: 220, y: 70 })).toEqual({ x: [100, 220], y: null })
  })

  it('marks y alone where it was mostly vertical', () => {
    expect(markedArea(start, { x: 105, y: 40 })).toEqual({ x: null, y: [40, 100] })
  })

  it('marks a rectangle where it went both ways', () => {
    expect(markedArea(start, { x: 60, y: 130 })).toEqual({ x: [60, 100], y: [100, 130] })
  })

  it('marks x where both sides are as long, but too short for a rectangle', () => {
    expect(markedArea(start, { x: 110, y: 110 })).toEqual({ x: [100, 110], y: null })
  })

  it('marks the same whichever end the drag began at', () => {
    const place = fc.record({
      x: fc.integer({ max: 999, min: 0 }),
      y: fc.integer({ max: 999, min: 0 }),
    })
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(markedArea(a, b)).toEqual(markedArea(b, a))
      }),
    )
  })
})
