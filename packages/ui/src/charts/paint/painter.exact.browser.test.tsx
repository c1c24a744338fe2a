import type { MetricSeries } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import type { Viewport } from '../../geometry/viewport.ts'
import { alphaAt, columnsOf, lineOf, painted } from './testdata/picture.ts'
import { reachByHand, seeded, type Reach } from './testdata/polyline.ts'

const count = 4000
const steps = Float64Array.from({ length: count }, (_, i) => i)
const cssSize = { width: 300, height: 120 }

interface Curve {
  readonly series: MetricSeries
  readonly low: number
  readonly high: number
}

/** A curve that falls, with noise. */
function noisy(seed: number, change: (value: number, i: number, random: () => number) => number) {
  const random = seeded(seed)
  return steps.map((step, i) => change(2 * Math.exp(-step / 1500) + random() * 0.3, i, random))
}

const odd = new Map([
  [5, Infinity],
  [23, -Infinity],
])

const uneven = (seed: number): Float64Array => {
  const random = seeded(seed)
  let x = 0
  return steps.map(() => (x += random() < 0.01 ? 40 * random() : random()) / 3)
}

const curves: Readonly<Record<string, Curve>> = {
  noise: {
    series: columnsOf(
      steps,
      noisy(1, (v) => v),
    ),
    low: 0,
    high: 2.5,
  },
  'spikes beyond the plot': {
    series: columnsOf(
      steps,
      noisy(2, (v, _, random) => (random() < 0.01 ? v * 9 : v)),
    ),
    low: 0.1,
    high: 3,
  },
  gaps: {
    series: columnsOf(
      steps,
      noisy(3, (v, i, random) => (random() < 0.2 || i % 900 < 90 ? NaN : v)),
    ),
    low: 0,
    high: 2.5,
  },
  'infinite values': {
    series: columnsOf(
      steps,
      noisy(4, (v, i) => odd.get(i % 41) ?? v),
    ),
    low: 0,
    high: 2.5,
  },
  'uneven fractional steps': {
    series: columnsOf(
      uneven(5),
      noisy(5, (v) => v),
    ),
    low: 0,
    high: 2.5,
  },
  'steps that repeat': {
    series: columnsOf(
      steps.map((step) => Math.floor(step / 3)),
      noisy(6, (v) => v),
    ),
    low: 0,
    high: 2.5,
  },
  'huge values': {
    series: columnsOf(
      steps,
      noisy(7, (v) => v * 1e300),
    ),
    low: 0,
    high: 2.5e300,
  },
  'tiny values': {
    series: columnsOf(
      steps,
      noisy(8, (v) => v * 1e-300),
    ),
    low: 0,
    high: 2.5e-300,
  },
  'tiny and huge values': {
    series: columnsOf(
      steps,
      noisy(9, (v, i) => (i % 11 === 0 ? v * 1e300 : v)),
    ),
    low: 0,
    high: 2.5,
  },
  'equal values': {
    series: columnsOf(
      steps,
      steps.map(() => 1),
    ),
    low: 0.95,
    high: 1.05,
  },
  'one point': { series: columnsOf([1000], [1]), low: 0, high: 2 },
}

/** Each shows a quarter of the one before, about a place that is no round number. */
const zooms = [1, 4, 16, 64, 256]
const ratios = [1, 1.5, 2]
const widths = [0.7, 1.5, 3]

function viewportAt({ series, low, high }: Curve, zoom: number): Viewport {
  const [first, last] = [series.steps[0] ?? 0, series.steps.at(-1) ?? 0]
  const length = Math.max(1, last - first) / zoom
  const from = first + (Math.max(1, last - first) - length) * 0.3789
  return { from, to: from + length, low, high }
}

/** Only what rounding can do to the place of a point. */
const air = 1e-6
/** A row counts as painted from an alpha of 1 of 255. */
const leastAlpha = 1

interface Wrong {
  readonly column: number
  readonly painted: readonly [number, number]
  readonly wanted: readonly [number, number]
}

/** The columns in which what is painted differs by more than a pixel from what must be. */
function wrongColumns(image: ImageData, least: Reach, most: Reach, half: number): readonly Wrong[] {
  const { width, height } = image
  const wrong: Wrong[] = []
  for (let column = 0; column < width; column++) {
    const { top, bottom, rows } = paintedRows(image, column)
    const clip = (y: number): number => Math.max(0, Math.min(height, y))
    const mustTop = clip(Number(least.top[column]) - half)
    const mustBottom = clip(Number(least.bottom[column]) + half)
    const mayTop = clip(Number(most.top[column]) - half)
    const mayBottom = clip(Number(most.bottom[column]) + half)
    const isMissing = mustBottom - mustTop > 0.01 && (top > mustTop + 1 || bottom < mustBottom - 1)
    const isTooMuch = rows > 0 && (top < mayTop - 1 || bottom > mayBottom + 1)
    const hasHole = rows > 0 && rows !== bottom - top
    if (isMissing || isTooMuch || hasHole) {
      wrong.push({ column, painted: [top, bottom], wanted: [mustTop, mustBottom] })
    }
  }
  return wrong
}

function paintedRows(
  image: ImageData,
  column: number,
): { readonly top: number; readonly bottom: number; readonly rows: number } {
  let top = Infinity
  let bottom = -Infinity
  let rows = 0
  for (let row = 0; row < image.height; row++) {
    if (alphaAt(image, column, row) < leastAlpha) continue
    top = Math.min(top, row)
    bottom = row + 1
    rows++
  }
  return { top, bottom, rows }
}

describe('a line in every column', () => {
  const cases = Object.keys(curves).flatMap((name) => ratios.map((ratio) => ({ name, ratio })))
  it.each(cases)('reaches as far as all its points: $name, $ratio', ({ name, ratio }) => {
    const curve = curves[name] as Curve
    const size = { width: cssSize.width * ratio, height: cssSize.height * ratio }
    let dense = 0
    for (const zoom of zooms) {
      const viewport = viewportAt(curve, zoom)
      const least = reachByHand(curve.series, viewport, size, -air)
      const within = reachByHand(curve.series, viewport, size, air)
      const points = curve.series.steps.filter(
        (step) => step >= viewport.from && step <= viewport.to,
      ).length
      for (const width of widths) {
        const isSparse = size.width >= points * Math.max(3, width * 2)
        if (!isSparse) dense++
        const image = painted(size, [lineOf(curve.series, { viewport, width, markerRadius: 0 })])
        // A round pen paints beside a steep line in the next columns, as `stroke()` does.
        const most = isSparse ? reachByHand(curve.series, viewport, size, width / 2 + 1) : within
        const wrong = wrongColumns(image, least, most, width / 2)
        expect({ zoom, width, wrong: wrong.slice(0, 3) }).toEqual({ zoom, width, wrong: [] })
      }
    }
    expect(dense > 0).toBe(curve.series.steps.length > 1)
  })

  it('is hidden by no marker of its own, as a dense line', () => {
    const { series } = curves['noise'] as Curve
    // The line ends within the plot, and there is another behind the last gap.
    const viewport = { from: 0, to: 5000, low: 0, high: 2.5 }
    const size = { width: 320, height: 120 }
    const bare = painted(size, [lineOf(series, { viewport })], { inset: 10 })
    const marked = painted(
      size,
      [lineOf(series, { viewport, markerPlaces: 'some', isLive: true })],
      { inset: 10 },
    )
    const end = 10 + Math.floor(((series.steps.at(-1) ?? 0) / 5000) * 300)
    const differs = Array.from({ length: size.width }, (_, column) => column).filter((column) =>
      Array.from({ length: size.height }, (_, row) => row).some(
        (row) => alphaAt(bare, column, row) !== alphaAt(marked, column, row),
      ),
    )
    expect(Math.min(...differs)).toBeGreaterThan(end)
    expect(Math.max(...differs)).toBeLessThan(end + 16)
    expect(differs.length).toBeGreaterThan(6)
  })
})
