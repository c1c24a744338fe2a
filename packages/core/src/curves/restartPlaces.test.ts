import fc from 'fast-check'
import { expect, it } from 'vitest'
import { joinSegments } from '../series/joinSegments.ts'
import { defineSeries } from '../series/defineSeries.ts'
import { restartPlaces } from './restartPlaces.ts'
import { columnsOf, seriesOf } from './testdata/curves.ts'

/** A log of one point a second from a time on. */
const segment = (steps: readonly number[], startS: number): ReturnType<typeof defineSeries> =>
  defineSeries({
    steps,
    values: steps.map(() => 1),
    timesMs: steps.map((_, i) => (startS + i) * 1000),
  })
const range = (from: number, to: number, by = 1): readonly number[] =>
  Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, i) => from + i * by)
const foundIn = (...segments: readonly ReturnType<typeof defineSeries>[]): readonly number[] => {
  const { series } = joinSegments(segments)
  return restartPlaces(series).map((place) => series.steps[place] ?? NaN)
}

it('finds where columns that were not joined go back or stand still', () => {
  expect(restartPlaces(columnsOf([1, 2, 3, 2, 3, 3, 4], [1, 1, 1, 1, 1, 1, 1]))).toEqual([3, 5])
})

it('finds where a joined log was resumed, as long as the first writing reaches further', () => {
  expect(foundIn(segment(range(0, 100), 0), segment(range(80, 85), 500))).toEqual([80])
})

it('finds it where the first writing is left between the points of the second', () => {
  expect(foundIn(segment(range(0, 100), 0), segment(range(80, 140, 2), 500))).toEqual([80])
})

it('finds each of two', () => {
  const first = segment(range(0, 100), 0)
  const second = segment(range(50, 90, 2), 500)
  const third = segment(range(72, 99, 3), 1000)
  expect(foundIn(first, second, third)).toEqual([50, 72])
})

it('finds nothing in a pause, nor where all later points were written over', () => {
  expect(foundIn(segment(range(0, 50), 0), segment(range(51, 99), 5000))).toEqual([])
  expect(foundIn(segment(range(0, 50), 0), segment(range(40, 99), 5000))).toEqual([])
})

it('does not take a clock that was put right for a restart', () => {
  const timesMs = range(0, 99).map((i) => i * 1000 - (i >= 60 ? 3_600_000 : 0))
  const series = defineSeries({ steps: range(0, 99), values: range(0, 99), timesMs })
  expect(restartPlaces(series)).toEqual([])
  const jitter = defineSeries({
    steps: [0, 1, 2, 3],
    values: [1, 1, 1, 1],
    timesMs: [0, 1000, 990, 2000],
  })
  expect(restartPlaces(jitter)).toEqual([])
})

it('passes over points without a time', () => {
  const timesMs = [0, 1000, 2000, NaN, 90_000, NaN, 5000, 6000]
  const series = defineSeries({ steps: range(0, 7), values: range(0, 7), timesMs })
  expect(restartPlaces(series)).toEqual([4])
  expect(restartPlaces({ ...series, timesMs: null })).toEqual([])
  expect(restartPlaces(seriesOf([]))).toEqual([])
})

it('finds nothing where neither steps nor times go back', () => {
  const rising = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 1e9 })))
    .map((gaps) => {
      let step = 0
      let time = 0
      return gaps.map(([up, on]) => ({ step: (step += up), value: 1, timeMs: (time += on) }))
    })
  fc.assert(
    fc.property(rising, (points) => {
      expect(restartPlaces(defineSeries(points))).toEqual([])
    }),
  )
})
