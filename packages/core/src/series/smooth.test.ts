import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { values as anyValue } from '../testdata/arbitraries.ts'
import { appendPoints } from './appendPoints.ts'
import { defineSeries } from './defineSeries.ts'
import type { MetricSeries } from './series.ts'
import { smooth } from './smooth.ts'
import type { Smoothing } from './smooth/smoothing.ts'

const weights = fc.oneof(
  fc.constantFrom(0, 0.6, 0.9, 0.999),
  fc.double({ min: 0, max: 0.999, noNaN: true }),
)
const sigmas = fc.oneof(
  fc.constantFrom(0, 0.3, 1, Math.SQRT2, 5),
  fc.double({ min: 0, max: 30, noNaN: true }),
)
const smoothings: fc.Arbitrary<Smoothing> = fc.oneof(
  fc.record({ kind: fc.constant('ema' as const), weight: weights }),
  fc.record({ kind: fc.constant('timeWeightedEma' as const), weight: weights }),
  fc.record({ kind: fc.constant('gaussian' as const), sigma: sigmas }),
  fc.record({
    kind: fc.constant('runningAverage' as const),
    window: fc.integer({ min: 1, max: 60 }),
  }),
)

/** Values a chart meets, with gaps; of one sign and size, so that a relative error means something. */
const usual = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: 0.5, max: 4, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
)

function seriesOf(values: ArrayLike<number>, gaps: readonly number[] = [1]): MetricSeries {
  const steps: number[] = []
  for (let i = 0; i < values.length; i++) {
    steps.push((steps[i - 1] ?? 0) + (gaps[i % gaps.length] ?? 1))
  }
  return defineSeries({ steps, values })
}

function smoothed(values: readonly number[], smoothing: Smoothing): readonly number[] {
  return [...smooth(seriesOf(values), smoothing).values]
}

/** The weighted mean of the finite values, `weight` by distance in places. */
function directMean(
  values: readonly number[],
  place: number,
  weight: (distance: number) => number,
): number {
  const own = values[place] ?? NaN
  if (!Number.isFinite(own)) return own
  let sum = 0
  let total = 0
  for (const [i, value] of values.entries()) {
    if (!Number.isFinite(value)) continue
    sum += weight(i - place) * value
    total += weight(i - place)
  }
  return sum / total
}

/** The largest relative error, infinite where something else is not finite than should be. */
function errorOf(actual: readonly number[], wanted: readonly number[]): number {
  if (actual.length !== wanted.length) return Infinity
  const errors = wanted.map((value, i) => {
    const given = actual[i] ?? NaN
    if (Object.is(given, value)) return 0
    return Number.isFinite(value) && Number.isFinite(given)
      ? Math.abs(given - value) / Math.abs(value)
      : Infinity
  })
  return errors.reduce((a, b) => Math.max(a, b), 0)
}

describe('smooth', () => {
  it('keeps everything but the values, which it does not touch where they came from', () => {
    const given = defineSeries({
      steps: [1, 2, 4],
      values: [1, 5, 3],
      timesMs: [10, 20, 40],
      epochs: [0, 0, 1],
      basis: 'sampled',
      total: 9,
    })
    fc.assert(
      fc.property(smoothings, (smoothing) => {
        const result = smooth(given, smoothing)
        expect(result.steps).toBe(given.steps)
        expect(result.timesMs).toBe(given.timesMs)
        expect(result.epochs).toBe(given.epochs)
        expect(result).toMatchObject({ basis: 'sampled', total: 9 })
        expect(result.values).toHaveLength(3)
        expect([...given.values]).toEqual([1, 5, 3])
      }),
    )
  })

  it.each([
    { kind: 'none' },
    { kind: 'ema', weight: 0 },
    { kind: 'timeWeightedEma', weight: 0 },
    { kind: 'gaussian', sigma: 0 },
    { kind: 'runningAverage', window: 1 },
  ] as const)('gives the series itself where nothing is smoothed: %o', (smoothing) => {
    const given = seriesOf([3, 1, NaN])
    expect(smooth(given, smoothing)).toBe(given)
  })

  it('leaves a series of none or one point as it is', () => {
    fc.assert(
      fc.property(smoothings, fc.array(anyValue, { maxLength: 1 }), (smoothing, values) => {
        expect(smoothed(values, smoothing)).toEqual(values)
      }),
    )
  })

  it('leaves equal values equal to the last bit, with gaps between them', () => {
    const some = fc.array(fc.constantFrom(0.1, NaN, Infinity), { maxLength: 80 })
    fc.assert(
      fc.property(some, smoothings, (values, smoothing) => {
        expect(smoothed(values, smoothing)).toEqual(values)
      }),
    )
  })

  it('leaves what is not finite in its place, and lets it spoil nothing', () => {
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 80 }), smoothings, (values, smoothing) => {
        const finite = values.filter((value) => Number.isFinite(value))
        const [low, high] = [Math.min(...finite), Math.max(...finite)]
        const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high)) + 1e-290
        const actual = smoothed(values, smoothing)
        const isFine = values.map((value, i) => {
          const given = actual[i] ?? NaN
          return Number.isFinite(value)
            ? given >= low - slack && given <= high + slack
            : Object.is(given, value)
        })
        expect(isFine).toEqual(values.map(() => true))
      }),
    )
  })

  it('gives the same to the last bit whether points come at once or one part after another', () => {
    const parts = fc.array(fc.array(anyValue, { maxLength: 50 }), { maxLength: 12 })
    const gaps = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(parts, gaps, smoothings, (cut, distances, smoothing) => {
        const all = seriesOf(cut.flat(), distances)
        let series = defineSeries([])
        let grown = smooth(series, smoothing)
        let end = 0
        for (const part of cut) {
          const start = end
          end += part.length
          const added = { steps: all.steps.subarray(start, end), values: part }
          series = appendPoints(series, defineSeries(added))
          const before = [...grown.values]
          const next = smooth(series, smoothing, { previous: grown })
          expect([...grown.values]).toEqual(before)
          expect([...next.values]).toEqual([...smooth(series, smoothing).values])
          grown = next
        }
      }),
    )
  })

  it.each([
    { kind: 'gaussian', sigma: 40 },
    { kind: 'gaussian', sigma: 2 },
    { kind: 'runningAverage', window: 301 },
  ] as const)('does not show where its work was cut: %o', (smoothing) => {
    const all = Float64Array.from(
      { length: 60_000 },
      (_, i) => Math.sin(i / 50) + ((i * 7919) % 97),
    )
    all.fill(NaN, 30_000, 30_003)
    const whole = smooth(seriesOf(all), smoothing)
    for (const length of [16_383, 16_500, 40_001]) {
      const previous = smooth(seriesOf(all.subarray(0, length)), smoothing)
      expect(smooth(seriesOf(all), smoothing, { previous }).values).toEqual(whole.values)
    }
  })

  it('starts anew from a previous one that is of other values or smoothed another way', () => {
    const given = seriesOf([3, 1, 4, 1, 5])
    const ema: Smoothing = { kind: 'ema', weight: 0.5 }
    const others = [
      smooth(seriesOf([3, 1, 5]), ema),
      smooth(seriesOf([3, 1, 4]), { kind: 'ema', weight: 0.6 }),
      smooth(seriesOf([3, 1, 4, 1, 5, 9]), ema),
      smooth(seriesOf([3, 1, 4], [2]), ema),
      seriesOf([3, 1, 4]),
    ]
    for (const previous of others) {
      expect(smooth(given, ema, { previous })).toEqual(smooth(given, ema))
    }
  })

  it('grows what looks back only in place, so that a pyramid over it can grow too', () => {
    for (const kind of ['ema', 'timeWeightedEma'] as const) {
      let series = defineSeries([])
      let grown: MetricSeries = series
      const memories = new Set<ArrayBufferLike>()
      for (let step = 0; step < 1000; step++) {
        series = appendPoints(series, [{ step, value: step % 7 }])
        grown = smooth(series, { kind, weight: 0.9 }, { previous: grown })
        memories.add(grown.values.buffer)
      }
      expect(memories.size).toBeLessThan(14)
    }
  })

  it('grows from the last of what shares memory only', () => {
    const ema: Smoothing = { kind: 'ema', weight: 0.5 }
    const base = appendPoints(seriesOf([3, 1]), [{ step: 3, value: 2 }])
    const first = smooth(base, ema, { previous: smooth(seriesOf([3, 1]), ema) })
    const left = smooth(appendPoints(base, [{ step: 4, value: 9 }]), ema, { previous: first })
    const right = smooth(appendPoints(base, [{ step: 4, value: 0 }]), ema, { previous: first })
    expect([...left.values]).toEqual(smoothed([3, 1, 2, 9], ema))
    expect([...right.values]).toEqual(smoothed([3, 1, 2, 0], ema))
  })

  it.each([
    [{ kind: 'ema', weight: 1 }, "{ kind: 'ema', weight: 0.6 }"],
    [{ kind: 'ema', weight: -0.1 }, 'got -0.1'],
    [{ kind: 'timeWeightedEma', weight: NaN }, 'got NaN'],
    [{ kind: 'gaussian', sigma: -1 }, 'sigma from 0 to 10000 points'],
    [{ kind: 'gaussian', sigma: Infinity }, 'got Infinity'],
    [{ kind: 'runningAverage', window: 2.5 }, 'got 2.5'],
    [{ kind: 'runningAverage', window: 0 }, 'window of 1 to 100000 whole points'],
    [{ kind: 'median' }, "no smoothing 'median'"],
  ])('refuses %o and says what to pass', (smoothing, message) => {
    const call = (): unknown => smooth(seriesOf([1, 2]), smoothing as Smoothing)
    expect(call).toThrow(expect.objectContaining({ code: 'bad-option' }))
    expect(call).toThrow(message)
  })
})

/** As TensorBoard writes it: see the comment at `emaPlan`. */
function tensorBoardEma(values: readonly number[], weight: number): readonly number[] {
  if (values.every((value) => value === values[0])) return values
  let last = 0
  let count = 0
  return values.map((value) => {
    if (!Number.isFinite(value)) return value
    last = last * weight + (1 - weight) * value
    count++
    return last / (weight === 1 ? 1 : 1 - weight ** count)
  })
}

describe("smooth of kind 'ema'", () => {
  it('is the debiased mean of what came before', () => {
    // (0.5 * 4) / 0.5, (0.5 * 2 + 0.5 * 1) / 0.75, NaN, (0.5 * 1.5 + 0.5 * 8) / 0.875
    expect(
      errorOf(smoothed([4, 1, NaN, 8], { kind: 'ema', weight: 0.5 }), [4, 2, NaN, 4.75 / 0.875]),
    ).toBeLessThanOrEqual(1e-15)
  })

  it('equals that of TensorBoard', () => {
    fc.assert(
      fc.property(fc.array(usual, { maxLength: 300 }), weights, (values, weight) => {
        const actual = smoothed(values, { kind: 'ema', weight })
        expect(errorOf(actual, tensorBoardEma(values, weight))).toBeLessThanOrEqual(1e-12)
      }),
    )
  })

  it.each([0.6, 0.99, 0.999])('equals it also where the bias has long gone: %d', (weight) => {
    const values = Array.from({ length: 50_000 }, (_, i) => 1 + ((i * 7919) % 1000) / 1000)
    const actual = smoothed(values, { kind: 'ema', weight })
    const wanted = tensorBoardEma(values, weight)
    const error = actual.map((value, i) => Math.abs(value / (wanted[i] ?? NaN) - 1))
    expect(error.reduce((a, b) => Math.max(a, b))).toBeLessThan(1e-12)
  })
})

describe("smooth of kind 'timeWeightedEma'", () => {
  it("is 'ema' where all steps are equally far apart", () => {
    const finite = fc.array(fc.double({ min: 0.5, max: 4, noNaN: true }), { maxLength: 300 })
    fc.assert(
      fc.property(finite, weights, fc.constantFrom(1, 10, 0.5), (values, weight, distance) => {
        const series = seriesOf(values, [distance])
        expect(
          errorOf(
            [...smooth(series, { kind: 'timeWeightedEma', weight }).values],
            [...smooth(series, { kind: 'ema', weight }).values],
          ),
        ).toBeLessThanOrEqual(1e-12)
      }),
    )
  })

  it('forgets by the distance in steps', () => {
    const series = defineSeries({ steps: [0, 1, 2, 5], values: [8, 8, 4, 2] })
    const { values } = smooth(series, { kind: 'timeWeightedEma', weight: 0.5 })
    // The usual distance is 1. (8 / 4 + 8 / 2 + 4) / 1.75, then (10 / 8 + 2) / (1.75 / 8 + 1)
    expect(errorOf([...values], [8, 8, 10 / 1.75, 3.25 / 1.21875])).toBeLessThanOrEqual(1e-15)
  })

  it('counts the distance from the last point that had a value', () => {
    const series = seriesOf([4, NaN, 1])
    const { values } = smooth(series, { kind: 'timeWeightedEma', weight: 0.5 })
    expect(errorOf([...values], [4, NaN, (4 / 4 + 1) / 1.25])).toBeLessThanOrEqual(1e-15)
  })

  it('is the same in other units of x', () => {
    const series = seriesOf([5, 1, 3, 2, 8, 7], [1, 3, 2, 9])
    const scaled = { ...series, steps: series.steps.map((step) => step * 1024) }
    const smoothing: Smoothing = { kind: 'timeWeightedEma', weight: 0.8 }
    expect(smooth(scaled, smoothing).values).toEqual(smooth(series, smoothing).values)
  })
})

describe("smooth of kind 'gaussian'", () => {
  it('is near the true Gaussian mean, at ends and gaps too', () => {
    const noise = Array.from({ length: 400 }, (_, i) => ((i * 7919) % 401) / 401)
    const steps = Array.from({ length: 400 }, (_, i) => Number(i % 97 < 48))
    const gaps = noise.map((value, i) => (i % 11 < 3 || i % 50 > 40 ? NaN : value))
    for (const values of [noise, steps, gaps]) {
      for (const sigma of [0.2, 0.3, 0.5, 0.8, 1, 1.5, 2, 3, 5, 12, 40, 130, 1000]) {
        const actual = smoothed(values, { kind: 'gaussian', sigma })
        const wanted = values.map((_, place) =>
          directMean(values, place, (distance) => Math.exp(-0.5 * (distance / sigma) ** 2)),
        )
        const errors = wanted.map((value, i) => Math.abs(value - (actual[i] ?? NaN)))
        const worst = Math.max(...errors.filter((error) => !Number.isNaN(error)))
        // The values span 1.
        expect(worst).toBeLessThan(sigma < 1 ? 0.09 : 0.04)
      }
    }
  })

  it.each([0.3, 0.5, 1, 1.5, 2, 7.3, 40])('has weights of exactly that deviation: %d', (sigma) => {
    const impulse = Array.from({ length: 601 }, (_, i) => Number(i === 300))
    const kernel = smoothed(impulse, { kind: 'gaussian', sigma })
    const total = kernel.reduce((sum, weight) => sum + weight, 0)
    const variance = kernel.reduce((sum, weight, i) => sum + weight * (i - 300) ** 2, 0)
    expect(total).toBeCloseTo(1, 12)
    expect(variance / sigma ** 2).toBeCloseTo(1, 10)
    const error = kernel.reduce(
      (sum, weight, i) => sum + Math.abs(weight - gaussianWeight(i - 300, sigma)),
      0,
    )
    expect(error).toBeLessThan(sigma < 1 ? 0.17 : 0.07)
    expect(kernel).toEqual(kernel.toReversed().map((weight) => expect.closeTo(weight, 14)))
  })

  it('forgets a spike once it is out of reach', () => {
    const values = Array.from({ length: 100 }, (_, i) => (i === 20 ? 1e18 : 1 + (i % 2)))
    const after = smoothed(values, { kind: 'gaussian', sigma: 3 }).slice(40)
    for (const value of after) expect(Math.abs(value - 1.5)).toBeLessThan(0.5)
  })
})

function gaussianWeight(distance: number, sigma: number): number {
  let total = 0
  for (let k = -600; k <= 600; k++) total += Math.exp(-0.5 * (k / sigma) ** 2)
  return Math.exp(-0.5 * (distance / sigma) ** 2) / total
}

describe("smooth of kind 'runningAverage'", () => {
  it('is the mean of the window, which shrinks at the ends and at gaps', () => {
    expect(
      errorOf(smoothed([1, 2, 6, NaN, 8, 9], { kind: 'runningAverage', window: 3 }), [
        1.5,
        3,
        4,
        NaN,
        8.5,
        8.5,
      ]),
    ).toBeLessThanOrEqual(1e-15)
  })

  it('has the odd point of an even window before the point', () => {
    expect(smoothed([1, 3, 5, 7], { kind: 'runningAverage', window: 2 })).toEqual([1, 2, 4, 6])
  })

  it('equals adding up each window', () => {
    const windows = fc.integer({ min: 2, max: 90 })
    fc.assert(
      fc.property(fc.array(usual, { maxLength: 120 }), windows, (values, window) => {
        const wanted = values.map((_, place) =>
          directMean(values, place, (distance) =>
            Number(distance >= -(window >> 1) && distance <= (window - 1) >> 1),
          ),
        )
        expect(
          errorOf(smoothed(values, { kind: 'runningAverage', window }), wanted),
        ).toBeLessThanOrEqual(1e-12)
      }),
    )
  })

  it('is the mean of all within a window that is wider than the series', () => {
    expect(smoothed([1, 2, 6], { kind: 'runningAverage', window: 99_999 })).toEqual([3, 3, 3])
  })
})
