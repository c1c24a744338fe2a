import { describe, expect, it } from 'vitest'
import { paintParallel, type ParallelPaint, type ParallelPicture } from './paintParallel.ts'
import type { Pixels } from './strokeSegment.ts'

const layout = { xs: [0, 20], top: 0, height: 10, width: 20 }
/** Tone 3 is red 3, so that a pixel tells its tone; runs outside the ranges are red 100. */
const colors = [100, 1, 2, 3, 4, 5, 6, 7].map((red) => ({ red, green: 0, blue: 0 }))
const paint: ParallelPaint = { colors, lineWidth: 2, density: 1 }

/** Level lines, each at a height of its own; the best first. */
function pictureOf(
  heights: readonly number[],
  more: Partial<ParallelPicture> = {},
): ParallelPicture {
  const runs = heights.length
  return {
    lines: { runs, axes: 2, shares: Float64Array.from(heights.flatMap((each) => [each, each])) },
    layout,
    height: 10,
    within: new Uint8Array(runs).fill(1),
    tones: Uint8Array.from(heights, (_, run) => (run % 7) + 1),
    order: heights.map((_, run) => run),
    ...more,
  }
}

function painted(picture: ParallelPicture, given = paint): Pixels & { readonly turns: number } {
  const width = 20 * given.density
  const height = 10 * given.density
  const target = { width, height, pixels: new Uint32Array(width * height) }
  const turns = [...paintParallel(target, picture, given)].length
  return { ...target, turns }
}

const red = ({ pixels, width }: Pixels, row: number, column = 10): number =>
  (pixels[row * width + column] as number) & 255
const alpha = ({ pixels, width }: Pixels, row: number, column = 10): number =>
  (pixels[row * width + column] as number) >>> 24

describe('paintParallel', () => {
  it('draws each run in its tone, where it lies', () => {
    const picture = painted(pictureOf([0.9, 0.5]))
    expect([red(picture, 1), alpha(picture, 1)]).toEqual([1, 255])
    expect([red(picture, 5), alpha(picture, 5)]).toEqual([2, 255])
    expect(alpha(picture, 8)).toBe(0)
  })

  it('lays the best over all others, and runs outside the ranges under all', () => {
    expect(red(painted(pictureOf([0.5, 0.5])), 5)).toBe(1)
    expect(red(painted(pictureOf([0.5, 0.5], { order: [1, 0] })), 5)).toBe(2)
    const within = new Uint8Array([0, 1])
    expect(red(painted(pictureOf([0.5, 0.5], { within })), 5)).toBe(2)
    expect(red(painted(pictureOf([0.9, 0.5], { within })), 1)).toBe(100)
  })

  it('grows with the pixels of the screen', () => {
    const picture = painted(pictureOf([0.5]), { ...paint, density: 2 })
    expect([8, 9, 10, 11].map((row) => alpha(picture, row, 20))).toEqual([255, 255, 255, 255])
    expect(alpha(picture, 7, 20)).toBe(0)
  })

  it('lets many lines be seen through, and thins them', () => {
    const opacityOf = (count: number): number => {
      const heights = Array.from({ length: count }, () => -9)
      return alpha(painted(pictureOf([0.55, ...heights])), 4)
    }
    expect(opacityOf(59)).toBe(255)
    expect(opacityOf(119)).toBe(128)
    expect(opacityOf(3000)).toBe(38)
  })

  it('stops after every sixteen lines, so that the page is never held up', () => {
    const turns = (count: number): number =>
      painted(pictureOf(Array.from({ length: count }, () => 0.5))).turns
    expect(turns(15)).toBe(0)
    expect(turns(16)).toBe(1)
    expect(turns(2000)).toBe(125)
  })

  it('draws nothing of no runs', () => {
    expect(painted(pictureOf([])).pixels.every((pixel) => pixel === 0)).toBe(true)
  })
})
