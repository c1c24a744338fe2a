import { defineSeries, type MetricSeries } from '@runoff/core'
import { lossCurve } from './chartData.ts'

/** What curves may be made of; each is the `series` of a chart. */
type SeriesMap = ReadonlyMap<string, MetricSeries>

const everyHundred = (values: readonly number[]): MetricSeries =>
  defineSeries({ steps: values.map((_, i) => i * 100), values })

/** The values of a curve, changed one by one. */
export function changed(
  series: MetricSeries,
  change: (value: number, place: number) => number,
): MetricSeries {
  return { ...series, values: series.values.map(change) }
}

/** Five points that are no numbers: gaps, and marks at the edges. */
export const notFinite: SeriesMap = new Map([
  [
    'unstable',
    everyHundred([1.9, 1.4, NaN, NaN, 1.1, Infinity, 0.9, 0.8, -Infinity, 0.7, NaN, 0.6]),
  ],
  ['stable', lossCurve(3, 12, { every: 100 })],
])

export const allNaN: SeriesMap = new Map([['diverged', everyHundred([NaN, NaN, NaN])]])

export const equalValues: SeriesMap = new Map([['flat', everyHundred([0.5, 0.5, 0.5])]])

export const extremeValues: SeriesMap = new Map([
  ['tiny', everyHundred([1e-300, 3e-300, 2e-300])],
  ['huge', everyHundred([1e300, 2e300, 5e299])],
])

/** Over four decades, and one run with two points that a logarithm has no place for. */
export const touchesZero: SeriesMap = new Map([
  ['falls', everyHundred([10, 1, 0.1, 0.01, 0.001])],
  ['touches zero', everyHundred([5, 2, 0, -1, 0.02])],
])

export const neverAboveZero: SeriesMap = new Map([['rewards', everyHundred([-3, -2, 0])]])

/** From minus a thousand through zero to ten thousand. */
export const bothSidesOfZero: SeriesMap = new Map([
  ['reward', everyHundred([-1000, -300, -40, -5, -0.5, 0.4, 6, 80, 900, 10_000])],
  ['baseline', everyHundred([-1, -1, -1, -1, 1, 1, 1, 1, 1, 1])],
])

const spikes = new Map([
  [40, 90],
  [41, 60],
  [260, 40],
])

/** A few values far above all others. */
export const outliers: SeriesMap = new Map([
  ['spiky', changed(lossCurve(1, 400), (value, place) => spikes.get(place) ?? value)],
  ['calm', lossCurve(4, 400)],
])

/** Noise that smoothing is for, with a gap in one of the lines. */
export const noisy: SeriesMap = new Map([
  [
    'with a gap',
    changed(lossCurve(1, 360, { noise: 1.2 }), (value, place) =>
      place > 200 && place < 260 ? NaN : value,
    ),
  ],
  ['whole', lossCurve(4, 360, { noise: 1.2 })],
])

/** A run that ended early, one that goes on, and one without a point. */
export const partial: SeriesMap = new Map([
  ['crashed', lossCurve(1, 180)],
  ['finished', lossCurve(2, 600)],
  ['queued', defineSeries([])],
])
