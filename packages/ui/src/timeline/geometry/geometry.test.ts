import { defineSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isGapBefore } from './gapsOf.ts'
import { laneLayout, type RowBox } from './laneLayout.ts'
import {
  fromPixel,
  laneScale,
  laneTicks,
  leftPx,
  rightPx,
  toPixel,
  type LaneScale,
} from './laneScale.ts'
import { nearestAt } from './nearestAt.ts'
import { rowLabels } from './rowLabels.ts'
import { heightScale, mostMarks, oddKind, rowMarks } from './rowMarks.ts'
import { valueRange } from './valueRange.ts'

/** One pixel for each unit of x, from pixel 0 on. */
const scale: LaneScale = { from: 0, to: 100, width: 100, left: 0, plotWidth: 100 }
const box: RowBox = { captionY: null, top: 10, height: 40, bestDrop: 12 }
const range = { low: 0, high: 4 }

const seriesAt = (points: readonly (readonly [x: number, value: number])[]): MetricSeries =>
  defineSeries({ steps: points.map(([x]) => x), values: points.map(([, value]) => value) })

const marksOf = (points: readonly (readonly [x: number, value: number])[]) =>
  rowMarks(seriesAt(points), scale, { range, box })

describe('the scale of the lanes', () => {
  it('leaves room for the first values on the left and for the last ones on the right', () => {
    const wide = laneScale(0, 12, leftPx + 240 + rightPx)
    expect(wide).toMatchObject({ left: leftPx, plotWidth: 240 })
    if (wide === null) throw new Error('no scale')
    expect([0, 6, 12].map((x) => toPixel(wide, x) - leftPx)).toEqual([0, 120, 240])
    expect(fromPixel(wide, toPixel(wide, 5))).toBeCloseTo(5)
  })

  it('is not there without a width, and not without a length', () => {
    expect(laneScale(0, 12, 0)).toBeNull()
    expect(laneScale(0, 12, leftPx + rightPx)).toBeNull()
    expect(laneScale(3, 3, 500)).toBeNull()
    expect(laneScale(0, NaN, 500)).toBeNull()
  })

  it('has a tick for some 72 pixels, at whole steps', () => {
    const ticks = (to: number, isWhole: boolean): readonly number[] =>
      laneTicks({ ...scale, to, plotWidth: 300 }, isWhole)
    expect(ticks(12, false)).toEqual([0, 2, 4, 6, 8, 10, 12])
    expect(ticks(1, false)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(ticks(1, true)).toEqual([0, 1])
  })
})

describe('the layout of a lane', () => {
  it('is a row and the track of one metric', () => {
    expect(laneLayout(['min'])).toEqual({
      rows: [{ captionY: null, top: 8, height: 44, bestDrop: 12 }],
      trackY: 83,
      height: 90,
    })
  })

  it('names several metrics, and has room for the best where the line is not', () => {
    const { rows } = laneLayout(['min', 'max', null])
    expect(rows.map(({ captionY, top, bestDrop }) => [captionY, top, bestDrop])).toEqual([
      [12, 24, 12],
      [104, 132, -12],
      [196, 208, 12],
    ])
  })
})

describe('the heights of a metric', () => {
  it('reach from the lowest to the highest finite value', () => {
    expect(valueRange([Float64Array.of(3, NaN, 1), Float64Array.of(Infinity, 2)])).toEqual({
      low: 1,
      high: 3,
    })
    expect(valueRange([])).toBeNull()
    expect(valueRange([Float64Array.of(NaN, -Infinity)])).toBeNull()
    expect(valueRange([Float64Array.of(7)])).toEqual({ low: 7, high: 7 })
  })

  it('leave out a value that would flatten all others, and not a loss that begins high', () => {
    const fall = [11, 2.3, 0.6, 0.45, 0.4, 0.35, 0.33, 0.32]
    expect(valueRange([Float64Array.from(fall)])).toEqual({ low: 0.32, high: 11 })
    expect(valueRange([Float64Array.from([...fall, 1e12])])).toEqual({ low: 0.32, high: 11 })
    expect(valueRange([Float64Array.from([0, 0, 0, 0, 0, 0, 0, 0, 5])])).toEqual({
      low: 0,
      high: 5,
    })
  })

  it('are even, upwards, and end at the borders', () => {
    const heightOf = heightScale(range, box)
    expect([0, 1, 4, 9, -9].map(heightOf)).toEqual([50, 40, 10, 10, 50])
    expect(heightOf(NaN)).toBeNaN()
    expect(heightScale({ low: 2, high: 2 }, box)(2)).toBe(30)
    expect(heightScale({ low: -1.7e308, high: 1.7e308 }, box)(0)).toBe(30)
  })
})

describe('the marks of a row', () => {
  it('are a dot for each evaluation where there is room, joined by a line', () => {
    expect(
      marksOf([
        [0, 4],
        [50, 2],
        [100, 0],
      ]),
    ).toEqual({
      kind: 'dots',
      path: 'M0,10L50,30L100,50',
      dots: [
        { x: 0, y: 10 },
        { x: 50, y: 30 },
        { x: 100, y: 50 },
      ],
      odd: [],
      shown: 3,
    })
  })

  it('lift the pen at what is not finite, and mark it at the border', () => {
    const { path, odd, dots } = marksOf([
      [0, 4],
      [20, NaN],
      [40, 2],
      [60, Infinity],
      [80, -Infinity],
    ])
    expect(path).toBe('M0,10M40,30')
    expect(dots).toHaveLength(2)
    expect(odd).toEqual([
      { kind: 'nan', x: 20, y: 10 },
      { kind: 'infinite', x: 60, y: 10 },
      { kind: 'negativeInfinite', x: 80, y: 50 },
    ])
  })

  it('draw no line over evaluations that are missing', () => {
    expect(
      marksOf([
        [0, 4],
        [10, 4],
        [20, 4],
        [80, 0],
        [90, 0],
      ]).path,
    ).toBe('M0,10L10,10L20,10M80,50L90,50')
  })

  it('take a value beyond the range to the border, and say so by a mark', () => {
    const { path, odd } = marksOf([
      [0, 2],
      [50, 99],
      [100, -1],
    ])
    expect(path).toBe('M0,30L50,10L100,50')
    expect(odd.map(({ kind }) => kind)).toEqual(['above', 'below'])
  })

  it('have no dots where these would be a band, but for a point without neighbours', () => {
    const close = Array.from({ length: 50 }, (_, x) => [x * 2, x === 25 ? 1 : x % 4] as const)
    const alone = close.map(([x, value]) => [x, x === 48 || x === 52 ? NaN : value] as const)
    expect(marksOf(close)).toMatchObject({ kind: 'line', dots: [], shown: 50 })
    expect(marksOf(alone).dots).toEqual([{ x: 50, y: 40 }])
  })

  it('are the extremes of each pixel column where there are thousands', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => [i / 100, i === 4567 ? 4 : 0] as const)
    const { kind, path, dots, shown } = marksOf(many)
    expect(kind).toBe('columns')
    expect(dots).toEqual([])
    expect(path.match(/M/g)).toHaveLength(100)
    expect(path).toContain('M45.5,9.5V50.5')
    expect(shown).toBe(101)
    expect(many.length).toBeGreaterThan(mostMarks)
  })

  it('are none of nothing', () => {
    expect(marksOf([])).toMatchObject({ path: '', dots: [], odd: [], shown: 0 })
  })

  it('stay within their row, whatever the values are', () => {
    const value = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 1e308, -1e308))
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), (values) => {
        const columns = seriesAt(values.map((each, at) => [at, each]))
        const found = valueRange([columns.values]) ?? range
        const marks = rowMarks(columns, scale, { range: found, box })
        for (const { y } of [...marks.dots, ...marks.odd]) {
          expect(y).toBeGreaterThanOrEqual(box.top)
          expect(y).toBeLessThanOrEqual(box.top + box.height)
        }
        expect(marks.path).not.toContain('NaN')
      }),
    )
  })
})

describe('oddKind', () => {
  it('tells what has no height of its own', () => {
    expect([NaN, Infinity, -Infinity, 5, -1, 0, 4].map((value) => oddKind(value, range))).toEqual([
      'nan',
      'infinite',
      'negativeInfinite',
      'above',
      'below',
      null,
      null,
    ])
  })
})

describe('isGapBefore', () => {
  const gapsOf = (...x: readonly number[]): readonly number[] =>
    x.filter((_, at) => isGapBefore(Float64Array.from(x), at))

  it('finds the point behind missing evaluations', () => {
    expect(gapsOf(1, 2, 3, 9, 10, 11)).toEqual([9])
    expect(gapsOf(1, 2, 4, 5)).toEqual([])
  })

  it('finds none in schedules that grow, and none at an end', () => {
    expect(gapsOf(1, 2, 4, 8, 16, 32, 64)).toEqual([])
    expect(gapsOf(0, 100, 200, 900)).toEqual([])
    expect(gapsOf(1)).toEqual([])
    expect(gapsOf()).toEqual([])
  })
})

describe('the labels of a row', () => {
  const at = (x: number, y: number) => ({ x, y })
  const keysOf = (points: Parameters<typeof rowLabels>[0]): readonly string[] =>
    rowLabels(points, { width: 100, bestDrop: 12 }).map(({ key, isBest }) =>
      isBest ? `${key} best` : key,
    )

  it('are the first value before its point, the last behind it, the best below its star', () => {
    const labels = rowLabels(
      { first: at(10, 10), best: at(50, 40), last: at(90, 30) },
      { width: 100, bestDrop: 12 },
    )
    expect(labels).toEqual([
      { key: 'first', anchor: 'end', x: 2, y: 10, isBest: false },
      { key: 'best', anchor: 'middle', x: 50, y: 52, isBest: true },
      { key: 'last', anchor: 'start', x: 98, y: 30, isBest: false },
    ])
  })

  it('say no value twice', () => {
    const only = at(10, 10)
    expect(keysOf({ first: only, best: only, last: only })).toEqual(['last best'])
    expect(keysOf({ first: only, best: only, last: at(90, 9) })).toEqual(['first best', 'last'])
    expect(keysOf({ first: only, best: at(90, 9), last: at(90, 9) })).toEqual([
      'first',
      'last best',
    ])
    expect(keysOf({ first: null, best: null, last: null })).toEqual([])
  })
})

describe('nearestAt', () => {
  it('finds the nearest, and the first of two', () => {
    const xs = Float64Array.of(1, 2, 4)
    expect([-9, 1.4, 1.5, 3, 3.1, 99].map((x) => nearestAt(xs, x))).toEqual([0, 0, 0, 1, 2, 2])
    expect(nearestAt(new Float64Array(0), 1)).toBeNull()
  })
})
