import { describe, expect, it } from 'vitest'
import { farthestPointerPx, movedCursor, nearestPoint } from './costCursor.ts'

const points = [
  { id: 'a', x: 50, y: 10 },
  { id: 'b', x: 10, y: 90 },
  { id: 'c', x: 90, y: 50 },
]
const press = (key: string, shiftKey = false) => ({ key, shiftKey })

describe('nearestPoint', () => {
  it('finds the nearest, the earlier of two that are as near', () => {
    expect(nearestPoint(points, 48, 12)).toBe(0)
    expect(nearestPoint([...points, { id: 'd', x: 50, y: 10 }], 48, 12)).toBe(0)
  })

  it('finds none far away, or where there is none', () => {
    expect(nearestPoint(points, 90 - farthestPointerPx, 50)).toBe(2)
    expect(nearestPoint(points, 90 - farthestPointerPx - 0.1, 50)).toBeNull()
    expect(nearestPoint([], 0, 0)).toBeNull()
  })
})

describe('movedCursor', () => {
  it.each([
    ['ArrowRight', 0, 2],
    ['ArrowLeft', 0, 1],
    ['ArrowUp', 2, 0],
    ['ArrowDown', 2, 1],
    ['Home', 2, 1],
    ['End', 1, 2],
    ['ArrowRight', 2, 2],
    ['ArrowLeft', 1, 1],
  ])('%s goes from %d to %d', (key, from, to) => {
    expect(movedCursor(points, from, press(key))).toBe(to)
  })

  it.each([
    ['ArrowRight', 1],
    ['ArrowLeft', 2],
    ['ArrowDown', 0],
    ['ArrowUp', 1],
    ['Home', 1],
    ['End', 2],
  ])('%s comes to an end where the cursor was nowhere', (key, to) => {
    expect(movedCursor(points, null, press(key))).toBe(to)
  })

  it('goes by ten with Shift, and not beyond the end', () => {
    const many = Array.from({ length: 15 }, (_, x) => ({ id: String(x), x, y: 0 }))
    expect(movedCursor(many, 2, press('ArrowRight', true))).toBe(12)
    expect(movedCursor(many, 12, press('ArrowRight', true))).toBe(14)
    expect(movedCursor(many, 12, press('ArrowLeft', true))).toBe(2)
  })

  it('visits every point, also those that lie on one another', () => {
    const same = [
      { id: 'a', x: 5, y: 5 },
      { id: 'b', x: 5, y: 5 },
      { id: 'c', x: 5, y: 1 },
    ]
    expect(movedCursor(same, 2, press('ArrowRight'))).toBe(0)
    expect(movedCursor(same, 0, press('ArrowRight'))).toBe(1)
  })

  it('leaves other keys alone, and has nowhere to go without points', () => {
    expect(movedCursor(points, 0, press('a'))).toBeNull()
    expect(movedCursor([], null, press('Home'))).toBeNull()
  })
})
