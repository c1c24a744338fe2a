import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tooltipPlace } from './tooltipPlace.ts'

const visible = { left: -50, top: -100, right: 650, bottom: 500 }
const room = { size: { width: 200, height: 100 }, plotWidth: 600, visible }

describe('tooltipPlace', () => {
  it('lies right of the crosshair in the left half, and left of it in the right half', () => {
    expect(tooltipPlace({ x: 100, y: 50 }, room)).toEqual({ left: 110, top: 4 })
    expect(tooltipPlace({ x: 500, y: 50 }, room)).toEqual({ left: 290, top: 4 })
  })

  it('takes the other side where it would leave the page', () => {
    const narrow = { ...room, visible: { ...visible, left: 400 } }
    expect(tooltipPlace({ x: 420, y: 50 }, narrow)).toEqual({ left: 430, top: 4 })
  })

  it('lies below or above the point where there is no room beside it', () => {
    const small = {
      size: { width: 200, height: 100 },
      plotWidth: 220,
      visible: { left: 0, top: 0, right: 220, bottom: 300 },
    }
    expect(tooltipPlace({ x: 110, y: 50 }, small)).toEqual({ left: 16, top: 60 })
    expect(tooltipPlace({ x: 110, y: 250 }, small)).toEqual({ left: 16, top: 140 })
    expect(tooltipPlace({ x: 110, y: NaN }, small)).toEqual({ left: 16, top: 4 })
  })

  it('comes down with the page where the top of the plot has been scrolled away', () => {
    const scrolled = { ...room, visible: { ...visible, top: 80 } }
    expect(tooltipPlace({ x: 100, y: 150 }, scrolled).top).toBe(84)
  })

  it('never leaves a page that is larger than it, and covers no point that has room beside it', () => {
    const number = fc.integer({ min: 0, max: 400 })
    fc.assert(
      fc.property(number, number, fc.integer({ min: 20, max: 380 }), (x, y, width) => {
        const size = { width, height: 90 }
        const page = { left: 0, top: 0, right: 400, bottom: 400 }
        const { left, top } = tooltipPlace({ x, y }, { size, plotWidth: 400, visible: page })
        expect(left).toBeGreaterThanOrEqual(0)
        expect(left + width).toBeLessThanOrEqual(400)
        expect(top).toBeGreaterThanOrEqual(0)
        expect(top + 90).toBeLessThanOrEqual(400)
        const covers = x > left && x < left + width && y > top && y < top + 90
        expect(covers).toBe(false)
      }),
    )
  })
})
