import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clipSegment } from './clipSegment.ts'

const box = { left: 0, right: 10, bottom: 0, top: 4 }
const place = fc.record({
  x: fc.integer({ min: -20, max: 30 }),
  y: fc.integer({ min: -20, max: 30 }),
})

describe('clipSegment', () => {
  it('ends on the borders that it crosses', () => {
    expect(clipSegment({ x: -5, y: 2 }, { x: 5, y: 2 }, box)).toEqual([
      { x: 0, y: 2 },
      { x: 5, y: 2 },
    ])
    expect(clipSegment({ x: 2, y: 8 }, { x: 2, y: -4 }, box)).toEqual([
      { x: 2, y: 4 },
      { x: 2, y: 0 },
    ])
  })

  it('is nothing of a segment outside, even one that passes a corner', () => {
    expect(clipSegment({ x: -5, y: 2 }, { x: -1, y: 3 }, box)).toBeNull()
    expect(clipSegment({ x: -3, y: 2 }, { x: 2, y: 9 }, box)).toBeNull()
  })

  it('keeps a single point, and on a border too', () => {
    expect(clipSegment({ x: 10, y: 4 }, { x: 10, y: 4 }, box)).toEqual([
      { x: 10, y: 4 },
      { x: 10, y: 4 },
    ])
  })

  it('keeps every part of a segment that lies within the box', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const seen = clipSegment(a, b, box)
        for (let share = 0; share <= 1; share += 1 / 64) {
          const x = a.x + (b.x - a.x) * share
          const y = a.y + (b.y - a.y) * share
          if (x < 0 || x > 10 || y < 0 || y > 4) continue
          const [xs, ys] = [seen?.map((end) => end.x) ?? [], seen?.map((end) => end.y) ?? []]
          expect(x).toBeGreaterThanOrEqual(Math.min(...xs) - 1e-9)
          expect(x).toBeLessThanOrEqual(Math.max(...xs) + 1e-9)
          expect(y).toBeGreaterThanOrEqual(Math.min(...ys) - 1e-9)
          expect(y).toBeLessThanOrEqual(Math.max(...ys) + 1e-9)
        }
      }),
    )
  })

  it('loses nothing of a segment that ends as far away as numbers reach', () => {
    expect(clipSegment({ x: 3, y: 1 }, { x: 4, y: 1e300 }, box)).toEqual([
      { x: 3, y: 1 },
      { x: 3, y: 4 },
    ])
    expect(clipSegment({ x: 0, y: 1.7e308 }, { x: 10, y: -1.7e308 }, box)).toEqual([
      { x: 5, y: 4 },
      { x: 5, y: 0 },
    ])
  })
})
