import { defineSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askForRest, extendSeries, isSameSeries } from './extendSeries.ts'

const seriesOf = (steps: readonly number[], values: readonly number[]): MetricSeries =>
  defineSeries({ steps, values })

/** What a source answers to `since`: the later points, and their number as the total. */
const after = (series: MetricSeries, since = -Infinity): MetricSeries => {
  const from = series.steps.findIndex((step) => step > since)
  return seriesOf([...series.steps.subarray(from)], [...series.values.subarray(from)])
}

const held = seriesOf([1, 2, 3], [9, 8, 7])

describe('extendSeries', () => {
  it('puts at the end what came after the point that is held', () => {
    const extended = extendSeries(held, seriesOf([3, 4], [7, 6]))
    expect(extended).toMatchObject({ total: 4, basis: 'full' })
    expect([...(extended?.steps ?? [])]).toEqual([1, 2, 3, 4])
    expect([...(extended?.values ?? [])]).toEqual([9, 8, 7, 6])
  })

  it('returns what is held where nothing came', () => {
    expect(extendSeries(held, seriesOf([3], [7]))).toBe(held)
  })

  it('knows a point that is NaN again', () => {
    const nan = seriesOf([1, 2], [9, NaN])
    expect(extendSeries(nan, seriesOf([2], [NaN]))).toBe(nan)
  })

  it.each([
    ['the last point is gone', seriesOf([], [])],
    ['the last point has another value', seriesOf([3, 4], [5, 4])],
    ['the steps went on without it', seriesOf([4, 5], [6, 5])],
    ['the source sent everything', held],
    ['the source sampled', { ...seriesOf([3, 4], [7, 6]), basis: 'sampled' as const }],
    ['the steps count something else', { ...seriesOf([3], [7]), stepUnit: 'epoch' as const }],
    ['the source has fewer points than both together', { ...seriesOf([3, 4], [7, 6]), total: 3 }],
  ])('does not fit where %s', (_reason, answer) => {
    expect(extendSeries(held, answer)).toBeNull()
  })

  it('takes the total of the whole as well as that of the answer', () => {
    const answer = seriesOf([3, 4], [7, 6])
    expect(extendSeries(held, { ...answer, total: 4 })?.total).toBe(4)
    expect(extendSeries(held, { ...answer, total: null })?.total).toBe(4)
  })

  it('equals reading the whole, for any series that only grew', () => {
    const value = fc.double({ noDefaultInfinity: false })
    const grown = fc.array(value, { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(grown, fc.nat(), (values, cut) => {
        const now = seriesOf(
          values.map((_, i) => i),
          values,
        )
        const length = 2 + (cut % (values.length - 1))
        const before = seriesOf([...now.steps.subarray(0, length)], values.slice(0, length))
        const extended = extendSeries(before, after(now, askForRest(before)?.since))
        expect(extended !== null && isSameSeries(extended, now)).toBe(true)
      }),
    )
  })
})

describe('isSameSeries', () => {
  it.each([
    ['values', { ...held, values: new Float64Array([9, 8, NaN]) }],
    ['steps', { ...held, steps: new Float64Array([1, 2, 4]) }],
    ['times', { ...held, timesMs: new Float64Array(3) }],
    ['lengths', seriesOf([1, 2], [9, 8])],
    ['basis', { ...held, basis: 'sampled' as const }],
    ['totals', { ...held, total: 9 }],
  ])('tells other %s apart', (_what, other) => {
    expect(isSameSeries(held, other)).toBe(false)
    expect(isSameSeries(held, structuredClone(held))).toBe(true)
  })
})
