import { appendPoints, defineSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawScale } from './drawScale.ts'
import { placeSeries, type PlacedSeries, type Placement } from './placeSeries.ts'

const tokens = defineSeries({
  steps: Array.from({ length: 100 }, (_, i) => i),
  values: Array.from({ length: 100 }, (_, i) => i * i * 10),
})
const linear = drawScale('linear')
const log = drawScale('log')
const placements: readonly Placement[] = [
  { axis: 'step', xScale: 'log', y: linear },
  { axis: 'step', xScale: 'linear', y: log },
  { axis: 'step', xScale: 'linear', y: drawScale('symlog', 0.1) },
  { axis: 'relative-step', xScale: 'linear', y: linear, origin: 7 },
  { axis: 'relative-step', xScale: 'log', y: log, origin: 7 },
  { axis: 'time', xScale: 'linear', y: linear },
  { axis: 'relative-time', xScale: 'log', y: linear, origin: 30 },
  { axis: 'epoch', xScale: 'linear', y: linear },
  { axis: 'metric:Tokens', xScale: 'linear', y: linear, xSeries: tokens },
  { axis: 'metric:Tokens', xScale: 'log', y: log, xSeries: tokens },
]

const points = fc.array(
  fc.record({
    value: fc.oneof(fc.integer({ min: -5, max: 50 }), fc.constant(NaN)),
    // Clocks stand still, go back, and are not always there.
    timeMs: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(NaN)),
    gap: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 10 },
)

function grown(batches: readonly (readonly Point[])[]): readonly MetricSeries[] {
  const views: MetricSeries[] = []
  let series = defineSeries([])
  let step = -1
  for (const batch of batches) {
    series = appendPoints(
      series,
      batch.map(({ value, timeMs, gap }) => {
        step += gap
        return { step, value, timeMs, epoch: step / 10 }
      }),
    )
    views.push(series)
  }
  return views
}
interface Point {
  readonly value: number
  readonly timeMs: number
  readonly gap: number
}

/** The same columns in a memory that nothing is known of. */
function copied(series: MetricSeries): MetricSeries {
  return {
    ...series,
    steps: series.steps.slice(),
    values: series.values.slice(),
    timesMs: series.timesMs?.slice() ?? null,
    epochs: series.epochs?.slice() ?? null,
  }
}

const plain = ({ columns, sources, unplaced, origin }: PlacedSeries, length: number) => ({
  steps: [...columns.steps],
  values: [...columns.values],
  sources: [...(sources ?? Array.from({ length }, (_, i) => i))].slice(0, columns.steps.length),
  unplaced,
  origin,
})

describe('placeSeries of a series that grows', () => {
  it('gives what placing all of it anew gives, on every axis', () => {
    const batches = fc.array(points, { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(batches, fc.constantFrom(...placements), (given, placement) => {
        for (const series of grown(given)) {
          const { length } = series.steps
          expect(plain(placeSeries(series, placement), length)).toEqual(
            plain(placeSeries(copied(series), placement), length),
          )
        }
      }),
      { numRuns: 400 },
    )
  })

  it('leaves what was placed before as it was', () => {
    const batches = fc.array(points, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(batches, fc.constantFrom(...placements), (given, placement) => {
        const placed = grown(given).map((series) => {
          const one = placeSeries(series, placement)
          return { one, before: plain(one, series.steps.length), length: series.steps.length }
        })
        for (const { one, before, length } of placed) expect(plain(one, length)).toEqual(before)
      }),
    )
  })

  it('reads the times again where a host brings others with the same values', () => {
    const values = Float64Array.of(1, 2, 3, 4)
    const steps = Float64Array.of(0, 1, 2, 3)
    const seen = (timesMs: readonly number[]): number[] => {
      const count = timesMs.length
      const series = {
        ...defineSeries([]),
        steps: steps.subarray(0, count),
        values: values.subarray(0, count),
        timesMs: Float64Array.from(timesMs),
      }
      return [...placeSeries(series, { axis: 'time', xScale: 'linear', y: linear }).columns.steps]
    }
    expect(seen([10, 20])).toEqual([10, 20])
    expect(seen([11, 21, 31])).toEqual([11, 21, 31])
  })

  it('costs what was added, also where a point has no place', () => {
    const placement: Placement = { axis: 'step', xScale: 'log', y: linear }
    let series = defineSeries({ steps: [0, 1, 2], values: [1, 2, 3] })
    const buffers: ArrayBufferLike[] = []
    for (const step of [3, 4, 5, 6]) {
      series = appendPoints(series, [{ step, value: step }])
      const placed = placeSeries(series, placement)
      buffers.push(placed.columns.steps.buffer)
      expect([...(placed.sources ?? [])]).toEqual(Array.from({ length: step }, (_, i) => i + 1))
      expect(placed.unplaced).toBe(1)
    }
    // The first is as long as it must be, the next has room to grow in.
    expect(new Set(buffers.slice(1)).size).toBe(1)
  })
})
