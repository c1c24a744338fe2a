import { describe, expect, it } from 'vitest'
import { pinched } from './pinch.ts'

const range = { from: 0, to: 100, low: 0, high: 10 }
const size = { width: 100, height: 100 }

describe('pinched', () => {
  it('zooms x about the middle between fingers that lie side by side', () => {
    const apart = pinched(
      range,
      [
        { x: 30, y: 50 },
        { x: 70, y: 50 },
      ],
      [
        { x: 10, y: 50 },
        { x: 90, y: 50 },
      ],
      size,
    )
    // Twice as far apart: half as much is shown, about 50.
    expect(apart).toEqual({ from: 25, to: 75, low: 0, high: 10 })
  })

  it('zooms both axes about the middle between fingers that lie one above the other', () => {
    const apart = pinched(
      range,
      [
        { x: 50, y: 30 },
        { x: 50, y: 70 },
      ],
      [
        { x: 50, y: 10 },
        { x: 50, y: 90 },
      ],
      size,
    )
    expect(apart).toEqual({ from: 25, to: 75, low: 2.5, high: 7.5 })
  })

  it('moves what is shown with fingers that stay as far apart', () => {
    const moved = pinched(
      range,
      [
        { x: 30, y: 50 },
        { x: 70, y: 50 },
      ],
      [
        { x: 50, y: 60 },
        { x: 90, y: 60 },
      ],
      size,
    )
    expect(moved).toEqual({ from: -20, to: 80, low: 1, high: 11 })
  })

  it('stays finite where fingers meet', () => {
    const met = pinched(
      range,
      [
        { x: 30, y: 50 },
        { x: 70, y: 50 },
      ],
      [
        { x: 50, y: 50 },
        { x: 50, y: 50 },
      ],
      size,
    )
    expect(met.to - met.from).toBeCloseTo(100 * (40 / 24))
  })
})
