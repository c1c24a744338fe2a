import { appendPoints, defineSeries, smooth, type MetricSeries, type Smoothing } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smoothedOf } from './smoothedOf.ts'

const ema = (weight: number): Smoothing => ({ kind: 'ema', weight })
const values = fc.oneof(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.constant(NaN))
const smoothings: readonly Smoothing[] = [
  ema(0.9),
  { kind: 'timeWeightedEma', weight: 0.9 },
  { kind: 'gaussian', sigma: 2 },
  { kind: 'runningAverage', window: 5 },
]

/** Several runs in one memory, as a host has them that reads a binary file. */
function runsOfOneMemory(count: number, length: number): readonly MetricSeries[] {
  const steps = Float64Array.from({ length: count * length }, (_, i) => i % length)
  const all = Float64Array.from({ length: count * length }, (_, i) => Math.sin(i))
  const empty = defineSeries([])
  return Array.from({ length: count }, (_, run) => ({
    ...empty,
    steps: steps.subarray(run * length, (run + 1) * length),
    values: all.subarray(run * length, (run + 1) * length),
  }))
}

describe('smoothedOf', () => {
  it('is the series itself where nothing is smoothed', () => {
    const series = defineSeries({ steps: [1, 2], values: [1, 2] })
    expect(smoothedOf(series, { kind: 'none' })).toBe(series)
  })

  it('gives a series that grows what smoothing it anew gives', () => {
    const batches = fc.array(fc.array(values, { maxLength: 12 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(batches, fc.constantFrom(...smoothings), (given, smoothing) => {
        let series = defineSeries([])
        for (const batch of given) {
          const from = series.steps.length
          series = appendPoints(
            series,
            batch.map((value, i) => ({ step: from + i, value })),
          )
          const copy = { ...series, values: series.values.slice(), steps: series.steps.slice() }
          expect(smoothedOf(series, smoothing).values).toEqual(smooth(copy, smoothing).values)
        }
      }),
    )
  })

  it('goes by the steps as well where other steps come with the same values', () => {
    const given = defineSeries({ steps: [0, 1, 2, 3], values: [0, 1, 0, 5] })
    const weighted: Smoothing = { kind: 'timeWeightedEma', weight: 0.9 }
    smoothedOf(given, weighted)
    const stretched = { ...given, steps: Float64Array.of(0, 1, 2, 300) }
    expect(smoothedOf(stretched, weighted).values).toEqual(smooth(stretched, weighted).values)
  })

  it('remembers the last three settings of a series', () => {
    const series = defineSeries({ steps: [0, 1, 2], values: [1, 5, 2] })
    const first = smoothedOf(series, ema(0.1))
    const second = smoothedOf(series, ema(0.2))
    smoothedOf(series, ema(0.3))
    smoothedOf(series, ema(0.4))
    expect(smoothedOf(series, ema(0.2))).toBe(second)
    expect(smoothedOf(series, ema(0.1))).not.toBe(first)
  })

  it('remembers those of every run where several lie in one memory', () => {
    const runs = runsOfOneMemory(8, 10)
    const smoothed = runs.map((run) => smoothedOf(run, ema(0.9)))
    expect(new Set(smoothed.map((one) => one.values[5])).size).toBe(8)
    runs.forEach((run, at) => expect(smoothedOf(run, ema(0.9))).toBe(smoothed[at]))
  })
})
