import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { points, series as anySeries, values } from '../testdata/arbitraries.ts'
import { appendPoints } from './appendPoints.ts'
import { defineSeries } from './defineSeries.ts'
import { joinSegments, splitSegments } from './joinSegments.ts'
import { mergeSeries } from './mergeSeries.ts'
import type { MetricSeries, SeriesPoint } from './series.ts'
import { seriesFromJson, seriesToJson, type SeriesJson } from './seriesJson.ts'
import { summarizeSeries } from './summarizeSeries.ts'

const listOf = (series: MetricSeries): [number, number][] =>
  Array.from(series.steps, (step, i) => [step, series.values[i] ?? NaN])
const risingSteps = (series: MetricSeries): boolean =>
  series.steps.every((step, i) => i === 0 || step > (series.steps[i - 1] ?? NaN))

describe('defineSeries', () => {
  it('orders points by step and keeps the later of two at one step', () => {
    const series = defineSeries([
      { step: 20, value: 0.7 },
      { step: 10, value: 0.9 },
      { step: 20, value: 0.6 },
    ])
    expect(listOf(series)).toEqual([
      [10, 0.9],
      [20, 0.6],
    ])
    expect(series.total).toBe(3)
  })

  it('keeps NaN and infinities, and makes a missing value NaN', () => {
    const { values: column } = defineSeries({
      steps: [1, 2, 3, 4],
      values: [NaN, Infinity, null, undefined],
    })
    expect([...column]).toEqual([NaN, Infinity, NaN, NaN])
  })

  it('leaves out a point that has no place on the axis, and lets that be seen', () => {
    const series = defineSeries([
      { step: NaN, value: 1 },
      { step: 1, value: 2 },
    ])
    expect(series.steps).toHaveLength(1)
    expect(series.total).toBe(2)
  })

  it('has no times and no epochs where no point has one', () => {
    expect(defineSeries([{ step: 1, value: 1 }])).toMatchObject({ timesMs: null, epochs: null })
    expect(defineSeries([{ step: 1, value: 1, epoch: 0.5 }]).epochs).toEqual(Float64Array.of(0.5))
  })

  it('takes none, and columns of unequal length', () => {
    expect(defineSeries([]).steps).toHaveLength(0)
    expect(defineSeries({ steps: [1, 2, 3], values: [5] }).values).toEqual(Float64Array.of(5))
  })

  it('gives strictly rising steps, and of each step the value that came last', () => {
    fc.assert(
      fc.property(points, (given) => {
        const series = defineSeries(given)
        expect(risingSteps(series)).toBe(true)
        const last = new Map(
          given.filter((p) => Number.isFinite(p.step)).map((p) => [p.step, p.value]),
        )
        expect(new Map(listOf(series))).toEqual(last)
      }),
    )
  })
})

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
})

describe('joinSegments', () => {
  it('lets the later log win where steps repeat, and says so', () => {
    const { series, notices } = joinSegments([
      defineSeries([
        { step: 1, value: 1 },
        { step: 2, value: 2 },
        { step: 3, value: 3 },
      ]),
      defineSeries([
        { step: 3, value: 30 },
        { step: 4, value: 40 },
      ]),
    ])
    expect(listOf(series)).toEqual([
      [1, 1],
      [2, 2],
      [3, 30],
      [4, 40],
    ])
    expect(notices).toMatchObject([{ code: 'steps-repeat', count: 1 }])
  })

  it('joins none to an empty series', () => {
    expect(joinSegments([])).toMatchObject({ notices: [], series: { total: 0 } })
  })

  it('undoes splitSegments', () => {
    fc.assert(
      fc.property(points, (given) => {
        const columns = { steps: given.map((p) => p.step), values: given.map((p) => p.value) }
        const segments = splitSegments(columns)
        expect(segments.every(risingSteps)).toBe(true)
        expect(listOf(joinSegments(segments).series)).toEqual(listOf(defineSeries(columns)))
      }),
    )
  })
})

describe('mergeSeries', () => {
  it('puts NaN where a run has no point', () => {
    const merged = mergeSeries(
      new Map([
        [
          'a',
          defineSeries([
            { step: 1, value: 1 },
            { step: 3, value: 3 },
          ]),
        ],
        [
          '__proto__',
          defineSeries([
            { step: 2, value: 2 },
            { step: 3, value: 4 },
          ]),
        ],
      ]),
    )
    expect([...merged.x]).toEqual([1, 2, 3])
    expect([...(merged.columns.get('a') ?? [])]).toEqual([1, NaN, 3])
    expect([...(merged.columns.get('__proto__') ?? [])]).toEqual([NaN, 2, 4])
  })

  it('keeps to the range that was asked for', () => {
    const series = new Map([['a', defineSeries({ steps: [1, 2, 3, 4], values: [1, 2, 3, 4] })]])
    expect([...mergeSeries(series, { range: { from: 2, to: 3 } }).x]).toEqual([2, 3])
  })

  it('invents no point and loses none', () => {
    fc.assert(
      fc.property(fc.array(anySeries, { maxLength: 5 }), (all) => {
        const byRun = new Map(all.map((series, i) => [`${i}`, series]))
        const { x, columns } = mergeSeries(byRun)
        expect([...x]).toEqual(
          [...new Set(all.flatMap((s) => [...s.steps]))].toSorted((a, b) => a - b),
        )
        for (const [runId, series] of byRun) {
          const column = columns.get(runId) ?? []
          const own = new Map(listOf(series))
          expect(Array.from(x, (step) => own.get(step) ?? NaN)).toEqual([...column])
        }
      }),
    )
  })
})

describe('summarizeSeries', () => {
  it('takes the extremes of the finite values and the last as it stands', () => {
    const series = defineSeries({ steps: [1, 2, 3, 4, 5], values: [2, 0.5, Infinity, 0.5, NaN] })
    expect(summarizeSeries(series)).toEqual({
      last: NaN,
      min: 0.5,
      max: 2,
      minStep: 2,
      maxStep: 1,
      lastStep: 5,
      count: 5,
      basis: 'full',
    })
  })

  it('knows nothing of an empty series', () => {
    expect(summarizeSeries(defineSeries([]))).toMatchObject({ last: null, min: null, count: 0 })
  })
})

describe('seriesToJson', () => {
  it('crosses JSON without loss', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const json = JSON.parse(JSON.stringify(seriesToJson(series))) as SeriesJson
        expect(listOf(seriesFromJson(json))).toEqual(listOf(series))
      }),
    )
  })
})
