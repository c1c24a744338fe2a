import type { MetricSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import type { Viewport } from '../../geometry/viewport.ts'
import { alphaAt, canvasOf, columnsOf, lineOf, painted, pixelsOf } from './testdata/picture.ts'
import { seeded } from './testdata/polyline.ts'

const size = { width: 360, height: 200 }

/** What the browser draws of the same line. */
function stroked({ steps, values }: MetricSeries, viewport: Viewport, width: number): ImageData {
  const canvas = canvasOf(size.width, size.height)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) throw new Error('no canvas')
  context.strokeStyle = 'rgb(255 0 0)'
  context.lineWidth = width
  context.lineJoin = 'round'
  context.lineCap = 'round'
  context.beginPath()
  let isDown = false
  for (let place = 0; place < steps.length; place++) {
    const value = Number(values[place])
    const x = ((Number(steps[place]) - viewport.from) / (viewport.to - viewport.from)) * size.width
    const y = ((viewport.high - value) / (viewport.high - viewport.low)) * size.height
    if (Number.isFinite(value) && isDown) context.lineTo(x, y)
    if (Number.isFinite(value) && !isDown) context.moveTo(x, y)
    isDown = Number.isFinite(value)
  }
  context.stroke()
  return pixelsOf(canvas)
}

/** A walk whose points are some pixels apart, with a gap. */
function walk(seed: number, spacing: number, step: number): MetricSeries {
  const random = seeded(seed)
  const count = Math.ceil(size.width / spacing) + 2
  let y = 100
  const values = Array.from({ length: count }, (_, i) => {
    y = Math.max(10, Math.min(190, y + (random() - 0.5) * step))
    return i === 17 ? NaN : y
  })
  return columnsOf(
    values.map((_, i) => (i - 0.37) * spacing),
    values,
  )
}

const viewport = { from: 0, to: size.width, low: 0, high: size.height }
const paintedLine = (series: MetricSeries, width: number): ImageData =>
  painted(size, [lineOf(series, { viewport, width, markerRadius: 0 })])

/** The mean difference in alpha of the pixels that either has painted, 0 to 255. */
function meanDifference(a: ImageData, b: ImageData): number {
  let sum = 0
  let count = 0
  for (let at = 3; at < a.data.length; at += 4) {
    const [one, other] = [Number(a.data[at]), Number(b.data[at])]
    if (one + other === 0) continue
    sum += Math.abs(one - other)
    count++
  }
  return sum / count
}

/**
 * How many clearly painted pixels of one picture have nothing of the other within so many pixels.
 * Beside the borders of the plot there is nothing that could be near.
 */
function farPixels(a: ImageData, b: ImageData, near: number): number {
  let far = 0
  for (let row = 0; row < size.height; row++) {
    for (let column = near; column < size.width - near; column++) {
      if (alphaAt(a, column, row) > 127 && !isNear(b, column, row, near)) far++
    }
  }
  return far
}

function isNear(image: ImageData, column: number, row: number, near: number): boolean {
  for (let x = Math.max(0, column - near); x <= Math.min(size.width - 1, column + near); x++) {
    for (let y = Math.max(0, row - near); y <= Math.min(size.height - 1, row + near); y++) {
      if (alphaAt(image, x, y) > 0) return true
    }
  }
  return false
}

describe('a line of few points', () => {
  const cases = [0.7, 1, 1.5, 2, 3].flatMap((width) =>
    [10, 40, 150].map((step) => ({ width, step })),
  )
  it.each(cases)('looks as stroke() draws it: $width px wide, steps of $step px', (line) => {
    const series = walk(line.step, 12, line.step)
    const own = paintedLine(series, line.width)
    const stroke = stroked(series, viewport, line.width)
    // Of 255. Up to a pixel of width browsers draw a line in a way of their own.
    expect(meanDifference(own, stroke)).toBeLessThan(line.width <= 1 ? 26 : 13)
    expect(farPixels(own, stroke, 1) + farPixels(stroke, own, 1)).toBe(0)
  })
})

describe('a line between few and many points', () => {
  const cases = [1, 1.5, 2, 3].flatMap((width) =>
    [4, 20, 100].flatMap((step) =>
      [0.98, 1.02].map((share) => ({ width, step, spacing: Math.max(3, width * 2) * share })),
    ),
  )
  it.each(cases)(
    'lies within a pixel of stroke() on either side: $width px wide, a point every $spacing px, steps of $step px',
    ({ width, step, spacing }) => {
      const series = walk(step + 1, spacing, step)
      const own = paintedLine(series, width)
      const stroke = stroked(series, viewport, width)
      // Half of a wider pen reaches that much farther to the side of a line straight up.
      const near = Math.ceil(Math.max(1, width / 2))
      expect(farPixels(own, stroke, near)).toBe(0)
      expect(farPixels(stroke, own, near)).toBe(0)
    },
  )
})
