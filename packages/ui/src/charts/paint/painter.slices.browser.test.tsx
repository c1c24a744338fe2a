import { defineSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { createLinePainter } from './painter.ts'
import type { PictureLine } from './picture.ts'
import { alphaAt, canvasOf, lineOf, painted, pictureOf, pixelsOf } from './testdata/picture.ts'

const size = { width: 120, height: 80 }
/** Lines one above the other, the first the lowest. */
const lines: readonly PictureLine[] = Array.from({ length: 76 }, (_, i) =>
  lineOf(defineSeries({ steps: [0, 120], values: [i + 2, i + 2] })),
)
const hasInk = (canvas: HTMLCanvasElement, row: number): boolean =>
  alphaAt(pixelsOf(canvas), 60, row) > 0

describe('a picture of many lines', () => {
  it('pauses when its time is over, shows what there is, and ends as the same picture', () => {
    const canvas = canvasOf(size.width, size.height)
    const painter = createLinePainter()
    expect(painter.paint(pictureOf(canvas, lines), 0)).toBe(false)
    expect(hasInk(canvas, size.height - 2)).toBe(true)
    expect(hasInk(canvas, 5)).toBe(false)
    let turns = 1
    while (!painter.proceed(0)) turns++
    expect(turns).toBeGreaterThan(2)
    expect(pixelsOf(canvas).data).toEqual(painted(size, lines).data)
    expect(painter.proceed(0)).toBe(true)
  })

  it('is painted at once where it is given no time to keep', () => {
    const canvas = canvasOf(size.width, size.height)
    expect(createLinePainter().paint(pictureOf(canvas, lines))).toBe(true)
    expect(hasInk(canvas, 5)).toBe(true)
  })

  it('forgets what was left of the picture before it', () => {
    const canvas = canvasOf(size.width, size.height)
    const painter = createLinePainter()
    painter.paint(pictureOf(canvas, lines), 0)
    const few = lines.slice(0, 3)
    expect(painter.paint(pictureOf(canvas, few), 0)).toBe(true)
    expect(painter.proceed(0)).toBe(true)
    expect(pixelsOf(canvas).data).toEqual(painted(size, few).data)
  })

  it('lays nothing over itself before it is complete', () => {
    const canvas = canvasOf(size.width, size.height)
    const painter = createLinePainter()
    const front = lines.slice(0, 1)
    painter.paint(pictureOf(canvas, lines), 0)
    painter.highlight(front, 0.2)
    while (!painter.proceed(0)) expect(hasInk(canvas, size.height - 2)).toBe(true)
    painter.highlight(front, 0.2)
    expect(pixelsOf(canvas).data).toEqual(painted(size, lines, { front, dimmed: 0.2 }).data)
  })
})
