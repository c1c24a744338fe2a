import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { series as anySeries } from '../testdata/arbitraries.ts'
import { listOf } from '../testdata/listOf.ts'
import {
  aggregate,
  startAggregate,
  type AggregatedSeries,
  type AggregateOptions,
} from './aggregate.ts'
import { defineSeries } from './defineSeries.ts'
import type { MetricSeries } from './series.ts'

function seriesOf(points: readonly (readonly [number, number])[]): MetricSeries {
  return defineSeries(points.map(([step, value]) => ({ step, value })))
}

function constants(values: readonly number[]): readonly MetricSeries[] {
  return values.map((value) => seriesOf([[1, value]]))
}

function listsOf({ x, center, low, high, n }: AggregatedSeries): Record<string, number[]> {
  return { x: [...x], center: [...center], low: [...low], high: [...high], n: [...n] }
}

/** Low, center and high of values at one x. */
function bandOf(values: readonly number[], options: AggregateOptions): readonly unknown[] {
  const { low, center, high } = aggregate(constants(values), options)
  return [low[0], center[0], high[0]]
}

const near = (value: number): unknown => expect.closeTo(value, 10)

describe('aggregate', () => {
  it('is empty for no series, and for series without points', () => {
    const nothing = { x: [], center: [], low: [], high: [], n: [] }
    expect(listsOf(aggregate([]))).toEqual(nothing)
    expect(listsOf(aggregate([defineSeries([]), defineSeries([])]))).toEqual(nothing)
  })

  it('has the line of one series, and no band around it but of lowest and highest', () => {
    const one = [
      seriesOf([
        [1, 5],
        [3, 7],
      ]),
    ]
    expect(listsOf(aggregate(one))).toEqual({
      x: [1, 3],
      center: [5, 7],
      low: [NaN, NaN],
      high: [NaN, NaN],
      n: [1, 1],
    })
    expect(listsOf(aggregate(one, { band: 'minMax' }))).toMatchObject({ low: [5, 7], high: [5, 7] })
  })

  it('counts a member on its own line between its points, and never before or beyond them', () => {
    const list = [
      seriesOf([
        [0, 0],
        [4, 8],
      ]),
      seriesOf([
        [1, 10],
        [2, 20],
        [6, 60],
      ]),
    ]
    expect(listsOf(aggregate(list, { band: 'minMax' }))).toEqual({
      x: [0, 1, 2, 4, 6],
      center: [0, 6, 12, 24, 60],
      low: [0, 2, 4, 8, 60],
      high: [0, 10, 20, 40, 60],
      n: [1, 2, 2, 2, 1],
    })
  })

  it('carries the last finite value, or counts logged values only, where that is asked for', () => {
    const list = [
      seriesOf([
        [0, 0],
        [2, NaN],
        [4, 8],
      ]),
      seriesOf([
        [0, NaN],
        [1, 10],
        [3, 30],
        [5, 50],
      ]),
    ]
    expect(listsOf(aggregate(list, { band: 'minMax', align: 'carry' }))).toMatchObject({
      x: [0, 1, 2, 3, 4, 5],
      center: [0, 5, 5, 15, 19, 50],
      n: [1, 2, 2, 2, 2, 1],
    })
    expect(listsOf(aggregate(list, { band: 'minMax', align: 'exact' }))).toMatchObject({
      center: [0, 10, NaN, 30, 8, 50],
      n: [1, 1, 0, 1, 1, 1],
    })
  })

  it('draws no line across a gap', () => {
    const list = [
      seriesOf([
        [0, 0],
        [2, NaN],
        [4, 8],
        [6, 0],
      ]),
      seriesOf([
        [1, 1],
        [2, 1],
        [3, 1],
        [5, 1],
      ]),
    ]
    expect([...aggregate(list).n]).toEqual([1, 1, 1, 1, 2, 2, 1])
  })

  it.each([
    // numpy.std([1, 2, 3, 6], ddof=1) is 2.160246899469287
    ['sd', [3 - 2.160246899469287, 3, 3 + 2.160246899469287]],
    ['se', [3 - 1.0801234497346435, 3, 3 + 1.0801234497346435]],
    // scipy.stats.t.ppf(0.975, 3) is 3.182446305283708
    [
      'ci95',
      [3 - 3.182446305283708 * 1.0801234497346435, 3, 3 + 3.182446305283708 * 1.0801234497346435],
    ],
    ['minMax', [1, 3, 6]],
  ] as const)('has a band of %s around the mean', (band, wanted) => {
    expect(bandOf([1, 2, 3, 6], { band })).toEqual(wanted.map((value) => expect.closeTo(value, 8)))
  })

  it('reads the band around a median from the sorted values', () => {
    const twenty = Array.from({ length: 20 }, (_, i) => ((i * 7) % 20) + 1)
    // Hahn & Meeker: the 6th and the 15th of 20 values hold the median with 95.86 %.
    expect(bandOf(twenty, { center: 'median' })).toEqual([6, 10.5, 15])
    expect(bandOf(twenty, { center: 'median', band: 'minMax' })).toEqual([1, 10.5, 20])
    // 1 - 2 * scipy.stats.binom.cdf(7, 20, 0.5) is 73.7 %, and with 8 it is 49.7 %.
    expect(bandOf(twenty, { center: 'median', band: 'se' })).toEqual([8, 10.5, 13])
    // numpy.percentile(range(1, 21), [15.865525393145708, 84.13447460685429])
    const [low, , high] = bandOf(twenty, { center: 'median', band: 'sd' })
    expect([low, high]).toEqual([near(4.0144498247), near(16.9855501753)])
  })

  it.each([
    ['ci95', 5, 6],
    ['se', 2, 3],
    ['sd', 1, 2],
  ] as const)(
    'has no band of %s around a median of %d values, and one of %d',
    (band, few, enough) => {
      const rising = Array.from({ length: 6 }, (_, i) => i)
      const options: AggregateOptions = { center: 'median', band }
      expect(bandOf(rising.slice(0, few), options)).toEqual([NaN, (few - 1) / 2, NaN])
      const [low, , high] = bandOf(rising.slice(0, enough), options)
      expect(Number(low) < Number(high)).toBe(true)
    },
  )

  it('has the deviation of two passes over the values, an outlier first among them', () => {
    const far = fc.oneof(fc.double({ min: -9, max: 9, noNaN: true }), fc.constantFrom(1e6, -1e9))
    fc.assert(
      fc.property(fc.array(far, { minLength: 2, maxLength: 40 }), (values) => {
        const [low, center, high] = bandOf(values, { band: 'sd' }).map(Number)
        const mean = naiveMean(values)
        const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
        const wanted = Math.sqrt(squares / (values.length - 1))
        const size = Math.max(...values.map(Math.abs))
        const error = Math.abs(((high ?? NaN) - (low ?? NaN)) / 2 - wanted)
        // The two passes square what is below 1e-150 to 0; the function does not.
        expect(error).toBeLessThanOrEqual(1e-12 * size + 1e-150)
        expect(Math.abs((center ?? NaN) - mean)).toBeLessThanOrEqual(1e-12 * size + 1e-300)
      }),
    )
  })

  it('has a band without width around equal values, at exactly that value', () => {
    for (const band of ['minMax', 'sd', 'se', 'ci95'] as const) {
      expect(bandOf([0.1, 0.1, 0.1], { band })).toEqual([0.1, 0.1, 0.1])
    }
  })

  it('has digits for values whose squares are too large or too small for a number', () => {
    for (const unit of [1e-200, 1e200]) {
      const [low, center, high] = bandOf([unit, 3 * unit], { band: 'sd' }).map(
        (value) => Number(value) / unit,
      )
      expect([low, center, high]).toEqual([near(2 - Math.SQRT2), near(2), near(2 + Math.SQRT2)])
    }
    expect(bandOf([Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE], {})[1]).toEqual(
      expect.closeTo(Number.MAX_VALUE / 3, -295),
    )
  })

  it('takes many members, and more x than are read at once', () => {
    const many = Array.from({ length: 50 }, (_, k) =>
      defineSeries({
        steps: Array.from({ length: 100 }, (_s, i) => i * 50 + k),
        values: new Float64Array(100).fill(k),
      }),
    )
    const { x, n, center } = aggregate(many, { center: 'median', band: 'minMax' })
    expect(x).toHaveLength(5000)
    expect(x.every((step, i) => step === i)).toBe(true)
    expect([n[0], n[49], n[4000], n[4999]]).toEqual([1, 50, 50, 1])
    expect(center[4000]).toBe(24.5)
  })

  it('equals looking each member up at each x', () => {
    const options = fc.record({
      center: fc.constantFrom('mean' as const, 'median' as const),
      align: fc.constantFrom('interpolate' as const, 'carry' as const, 'exact' as const),
    })
    fc.assert(
      fc.property(fc.array(anySeries, { maxLength: 6 }), options, (list, { center, align }) => {
        const result = aggregate(list, { center, align, band: 'minMax' })
        const steps = [...new Set(list.flatMap((series) => [...series.steps]))]
        expect([...result.x]).toEqual(steps.toSorted((a, b) => a - b))
        // A line that falls to 0 ends at 0 but for what rounding makes of where it came from.
        const all = list.flatMap((series) => [...series.values]).filter(Number.isFinite)
        const slack = 1e-12 * Math.max(...all.map(Math.abs)) + 1e-300
        for (const [i, x] of result.x.entries()) {
          const values = list.map((series) => valueAt(series, x, align)).filter(Number.isFinite)
          const sorted = values.toSorted((a, b) => a - b)
          expect(result.n[i]).toBe(values.length)
          const middle = center === 'mean' ? naiveMean(values) : naiveMedian(sorted)
          const wanted = [sorted[0] ?? NaN, middle, sorted.at(-1) ?? NaN]
          for (const [place, column] of [result.low, result.center, result.high].entries()) {
            const error = Math.abs((column[i] ?? NaN) - (wanted[place] ?? NaN))
            expect(values.length === 0 ? column[i] : error < slack).toBe(
              values.length === 0 ? NaN : true,
            )
          }
        }
      }),
    )
  })

  it('does not depend on the order of the members, and leaves them as they are', () => {
    fc.assert(
      fc.property(fc.array(anySeries, { maxLength: 5 }), (list) => {
        const before = list.map((series) => listOf(series))
        const a = aggregate(list, { center: 'median' })
        expect(aggregate(list.toReversed(), { center: 'median' })).toEqual(a)
        expect(list.map((series) => listOf(series))).toEqual(before)
      }),
    )
  })

  it.each([
    [{ center: 'mode' }, 'center is one of mean, median, and got mode'],
    [{ band: 'iqr' }, 'got iqr'],
    [{ align: 'nearest' }, 'align is one of interpolate, carry, exact'],
  ])('refuses %o', (options, message) => {
    const call = (): unknown => aggregate([], options as AggregateOptions)
    expect(call).toThrow(expect.objectContaining({ code: 'bad-option' }))
    expect(call).toThrow(message)
  })
})

function naiveMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value / values.length, 0)
}

function naiveMedian(sorted: readonly number[]): number {
  const low = sorted[(sorted.length - 1) >> 1] ?? NaN
  return low / 2 + (sorted[sorted.length >> 1] ?? NaN) / 2
}

function valueAt(series: MetricSeries, x: number, align: string): number {
  const points = listOf(series)
  const behind = points.filter(([step]) => step <= x)
  const ahead = points.filter(([step]) => step >= x)
  const [from, to] = [behind.at(-1), ahead[0]]
  if (from === undefined || to === undefined) return NaN
  if (align === 'carry') return behind.findLast(([, value]) => Number.isFinite(value))?.[1] ?? NaN
  if (from[0] === x) return from[1]
  if (align === 'exact') return NaN
  const unit = Number.isFinite(to[0] - from[0]) ? 1 : 0.5
  const share = (x * unit - from[0] * unit) / (to[0] * unit - from[0] * unit)
  return from[1] * (1 - share) + to[1] * share
}

it('can be done in steps, which end in the same answer', () => {
  const members = [1, 2, 3].map((seed) => {
    const steps = Float64Array.from({ length: 2000 }, (_, i) => i * seed + seed / 7)
    return defineSeries({ steps, values: steps.map((step) => Math.sin(step * seed)) })
  })
  const shares: number[] = []
  const work = startAggregate(members)
  let step = work.next()
  while (step.done !== true) {
    shares.push(step.value)
    step = work.next()
  }
  expect(step.value).toEqual(aggregate(members))
  expect(shares.length).toBeGreaterThan(10)
  expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true)
})
