import { describe, expect, it } from 'vitest'
import { strokeSegment, type Pixels, type Segment } from './strokeSegment.ts'

const black = { red: 0, green: 0, blue: 0 }
const picture = (width: number, height: number): Pixels => ({
  width,
  height,
  pixels: new Uint32Array(width * height),
})

/** The alpha of each pixel, row by row. */
function alphas(target: Pixels, segment: Segment, width = 1, opacity = 1): number[][] {
  strokeSegment(target, segment, { color: black, opacity, width })
  const alpha = Array.from(target.pixels, (pixel) => pixel >>> 24)
  return Array.from({ length: target.height }, (_, row) =>
    alpha.slice(row * target.width, (row + 1) * target.width),
  )
}

describe('strokeSegment', () => {
  it('fills the columns from one end up to the other', () => {
    expect(alphas(picture(4, 3), { x0: 1, y0: 1.5, x1: 3, y1: 1.5 })).toEqual([
      [0, 0, 0, 0],
      [0, 255, 255, 0],
      [0, 0, 0, 0],
    ])
  })

  it('covers a pixel by the share of it that the line takes', () => {
    expect(alphas(picture(1, 3), { x0: 0, y0: 1, x1: 1, y1: 1 })).toEqual([[128], [128], [0]])
    expect(alphas(picture(1, 3), { x0: 0, y0: 1.5, x1: 1, y1: 1.5 }, 2)).toEqual([
      [128],
      [255],
      [128],
    ])
    expect(alphas(picture(1, 1), { x0: 0, y0: 0.5, x1: 1, y1: 0.5 }, 1, 0.2)).toEqual([[51]])
  })

  it('covers no column twice where two pieces meet', () => {
    const target = picture(4, 1)
    alphas(target, { x0: 0, y0: 0.5, x1: 1.7, y1: 0.5 }, 1, 0.5)
    expect(alphas(target, { x0: 1.7, y0: 0.5, x1: 4, y1: 0.5 }, 1, 0.5)).toEqual([
      [128, 128, 128, 128],
    ])
  })

  it('is thicker upright where it is steep, so that it has no gaps', () => {
    const rows = alphas(picture(2, 20), { x0: 0, y0: 0, x1: 2, y1: 20 })
    const inked = rows.map((row) => row.reduce((sum, alpha) => sum + alpha, 0))
    expect(inked.slice(1, -1).every((sum) => sum > 100)).toBe(true)
    // Two columns of a line 1 wide with a slope of 10: 2 × √101 pixels, less what is cut off.
    const total = inked.reduce((sum, each) => sum + each, 0) / 255
    expect(total).toBeGreaterThan(19)
    expect(total).toBeLessThan(20.2)
  })

  it('draws nothing beyond the picture', () => {
    expect(alphas(picture(2, 2), { x0: -5, y0: 0.5, x1: 9, y1: 0.5 })).toEqual([
      [255, 255],
      [0, 0],
    ])
    expect(alphas(picture(2, 2), { x0: 0, y0: -9, x1: 2, y1: -9 }).flat()).toEqual([0, 0, 0, 0])
    expect(alphas(picture(2, 2), { x0: 0, y0: 9, x1: 2, y1: 9 }).flat()).toEqual([0, 0, 0, 0])
  })
})
