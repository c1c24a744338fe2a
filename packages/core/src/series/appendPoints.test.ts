import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { points, values } from '../testdata/arbitraries.ts'
import { listOf } from '../testdata/listOf.ts'
import { appendPoints } from './appendPoints.ts'
import { defineSeries } from './defineSeries.ts'
import type { MetricSeries, SeriesPoint } from './series.ts'

describe('appendPoints', () => {
  it('leaves the series it was given as it was', () => {
    const first = defineSeries([{ step: 1, value: 1 }])
    const second = appendPoints(first, [{ step: 2, value: 2 }])
    const branch = appendPoints(first, [{ step: 3, value: 3 }])
    expect(listOf(first)).toEqual([[1, 1]])
    expect(listOf(second)).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect(listOf(branch)).toEqual([
      [1, 1],
      [3, 3],
    ])
  })

  it('grows in place: a thousand appends share few columns', () => {
    let series = defineSeries([])
    const rooms = new Set<ArrayBufferLike>()
    for (let step = 0; step < 1000; step++) {
      series = appendPoints(series, [{ step, value: step }])
      rooms.add(series.steps.buffer)
    }
    expect(series.steps).toHaveLength(1000)
    expect(rooms.size).toBeLessThan(12)
  })

  it('equals defining the whole at once, however the points are cut', () => {
    const cuts = fc.array(fc.nat({ max: 40 }), { maxLength: 5 })
    const given = fc.array(
      fc.record({
        step: fc.integer({ min: 0, max: 60 }),
        value: values,
        epoch: fc.option(fc.nat({ max: 9 })),
      }),
      { maxLength: 40 },
    )
    fc.assert(
      fc.property(given, cuts, (all: readonly SeriesPoint[], places) => {
        const ends = [...places.toSorted((a, b) => a - b), all.length]
        const parts = ends.map((end, i) => all.slice(i === 0 ? 0 : ends[i - 1], end))
        const grown = parts.reduce<MetricSeries>(appendPoints, defineSeries([]))
        expect(grown).toEqual(defineSeries(all))
      }),
    )
  })

  it('gives the columns that the points have, also where only some of them have one', () => {
    const maybe = fc.option(fc.nat({ max: 9 }), { nil: null, freq: 2 })
    const rising = fc
      .array(fc.record({ value: values, epoch: maybe, timeMs: maybe }), { maxLength: 60 })
      .map((list) => list.map((point, step): SeriesPoint => ({ ...point, step })))
    fc.assert(
      fc.property(rising, (all) => {
        const grown = all.reduce<MetricSeries>(
          (series, point) => appendPoints(series, [point]),
          defineSeries([]),
        )
        expect(grown).toEqual(defineSeries(all))
      }),
    )
  })

  it('grows only from the last of the views that share their columns', () => {
    const first = appendPoints(defineSeries([]), [{ step: 1, value: 1 }])
    const second = appendPoints(first, [{ step: 2, value: 2 }])
    const branch = appendPoints(first, [{ step: 3, value: 3 }])
    expect([second, branch].map((series) => series.steps.at(-1))).toEqual([2, 3])
  })

  it('writes over the last step where it comes again', () => {
    const first = appendPoints(defineSeries([]), [{ step: 1, value: 1 }])
    expect(listOf(appendPoints(first, [{ step: 1, value: 5 }]))).toEqual([[1, 5]])
    expect(listOf(first)).toEqual([[1, 1]])
  })

  it('gives the series itself where nothing is added', () => {
    fc.assert(
      fc.property(points, (given) => {
        const series = defineSeries(given)
        expect(appendPoints(series, [])).toBe(series)
      }),
    )
  })

  it('is full only where both parts are, and knows the total only where both do', () => {
    const full = defineSeries({ steps: [1], values: [1] })
    const sampled = defineSeries({ steps: [2], values: [2], basis: 'sampled', total: 7 })
    const again = defineSeries({ steps: [1], values: [5], basis: 'sampled', total: null })
    expect(appendPoints(full, sampled)).toMatchObject({ basis: 'sampled', total: 8 })
    expect(appendPoints(sampled, defineSeries({ steps: [3], values: [3] }))).toMatchObject({
      basis: 'sampled',
      total: 8,
    })
    expect(appendPoints(full, again)).toMatchObject({ basis: 'sampled', total: null })
  })
})
