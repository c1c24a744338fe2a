import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { values } from '../testdata/arbitraries.ts'
import { appendPoints } from './appendPoints.ts'
import { defineSeries } from './defineSeries.ts'
import {
  buildPyramid,
  extentOf,
  growPyramid,
  holdsNaN,
  placeOfExtreme,
  type ValueExtent,
} from './pyramid.ts'
import type { MetricSeries } from './series.ts'

const columns = fc.oneof(
  fc.array(values, { maxLength: 60 }),
  fc.array(values, { minLength: 250, maxLength: 700 }),
)
const seriesOf = (given: readonly number[]): MetricSeries =>
  defineSeries({ steps: given.map((_, i) => i), values: given })

function extentByHand(given: ArrayLike<number>, start: number, end: number): ValueExtent {
  const range = Array.from(given).slice(start, end)
  const finite = range.filter(Number.isFinite)
  return {
    min: finite.reduce((least, value) => (value < least ? value : least), Infinity),
    max: finite.reduce((most, value) => (value > most ? value : most), -Infinity),
    flags:
      (range.some(Number.isNaN) ? 1 : 0) +
      (range.includes(Infinity) ? 2 : 0) +
      (range.includes(-Infinity) ? 4 : 0),
  }
}

/** `0` and `-0` are the same extreme. */
const plain = ({ min, max, flags }: ValueExtent): ValueExtent => ({
  min: min + 0,
  max: max + 0,
  flags,
})

describe('buildPyramid', () => {
  it('loses no extreme and no NaN or infinity in any range', () => {
    fc.assert(
      fc.property(columns, fc.nat(), fc.nat(), (given, a, b) => {
        const start = Math.min(a, b) % (given.length + 1)
        const end = Math.max(start, Math.max(a, b) % (given.length + 1))
        const pyramid = buildPyramid(seriesOf(given))
        expect(plain(extentOf(pyramid, { start, end }))).toEqual(
          plain(extentByHand(given, start, end)),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('answers over 100 000 points, where the extremes are one point each', () => {
    const given = Float64Array.from({ length: 100_000 }, (_, i) => Math.sin(i))
    given[77_777] = 9
    given[12_345] = -9
    given[55_555] = NaN
    const pyramid = buildPyramid(defineSeries({ steps: given.map((_, i) => i), values: given }))
    expect(extentOf(pyramid, { start: 0, end: 100_000 })).toEqual({
      min: -9,
      max: 9,
      flags: holdsNaN,
    })
    expect(extentOf(pyramid, { start: 55_556, end: 77_777 }).max).toBeLessThan(1.01)
  })

  it('has no level for a series that fills no bucket', () => {
    expect(buildPyramid(seriesOf([3, 1, 2])).levels).toEqual([])
    expect(extentOf(buildPyramid(seriesOf([])), { start: 0, end: 0 })).toEqual({
      min: Infinity,
      max: -Infinity,
      flags: 0,
    })
  })
})

describe('placeOfExtreme', () => {
  it('finds the first place of the lowest and of the highest value', () => {
    fc.assert(
      fc.property(columns, (given) => {
        const pyramid = buildPyramid(seriesOf(given))
        const { min, max } = extentOf(pyramid, { start: 0, end: given.length })
        expect(placeOfExtreme(pyramid, min)).toBe(
          given.findIndex((value) => value === min && Number.isFinite(value)),
        )
        expect(placeOfExtreme(pyramid, max)).toBe(
          given.findIndex((value) => value === max && Number.isFinite(value)),
        )
      }),
    )
  })
})

describe('growPyramid', () => {
  it('gives what building anew gives, however the points came', () => {
    fc.assert(
      fc.property(fc.array(columns, { maxLength: 4 }), (batches) => {
        const empty = seriesOf([])
        let series = empty
        let pyramid = buildPyramid(empty)
        for (const batch of batches) {
          const after = series.steps.length
          series = appendPoints(
            series,
            batch.map((value, i) => ({ step: after + i, value })),
          )
          pyramid = growPyramid(pyramid, series)
        }
        expect(pyramid.levels).toEqual(buildPyramid(series).levels)
      }),
    )
  })

  it('leaves the pyramid that it grew from as it was, even when grown twice', () => {
    const short = seriesOf(Array.from({ length: 40 }, (_, i) => i))
    const low = appendPoints(short, seriesFrom(40, -1))
    const high = appendPoints(short, seriesFrom(40, 99))
    const pyramid = growPyramid(buildPyramid(short), short)
    const first = growPyramid(pyramid, low)
    const second = growPyramid(pyramid, high)
    expect(extentOf(pyramid, { start: 0, end: 40 })).toMatchObject({ min: 0, max: 39 })
    expect(extentOf(first, { start: 0, end: 140 })).toMatchObject({ min: -1, max: 39 })
    expect(extentOf(second, { start: 0, end: 140 })).toMatchObject({ min: 0, max: 99 })
  })
})

function seriesFrom(step: number, value: number): MetricSeries {
  return defineSeries(Array.from({ length: 100 }, (_, i) => ({ step: step + i, value })))
}
