import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineSeries } from '../series/defineSeries.ts'
import { series } from '../testdata/arbitraries.ts'
import { sustainedBest, timeToTarget } from './timeToTarget.ts'
import { columnsOf, defined, seriesOf } from './testdata/curves.ts'

const arrival = (values: readonly number[], target: number, goal: 'min' | 'max' = 'min'): unknown =>
  defined(timeToTarget([seriesOf(values)], target, goal)).times[0]

describe('a run', () => {
  it('arrives at the first of two smoothed values at the target or better', () => {
    // Means: 8, 7, 5, 3, 2, 1.5
    const values = [9, 7, 5, 3, 1, 2]
    expect(arrival(values, 5)).toEqual({ time: 3, reached: true })
    expect(arrival(values, 4.99)).toEqual({ time: 4, reached: true })
    expect(arrival(values, 2)).toEqual({ time: 5, reached: true })
    expect(arrival(values, 8)).toEqual({ time: 1, reached: true })
  })

  it('does not arrive by one evaluation alone, and is then watched to its last one', () => {
    expect(arrival([9, 7, 5, 3, 1, 2], 1.99)).toEqual({ time: 6, reached: false })
    // Means: 8, 20/3, 16/3, 6, 19/3, 7.5: only one is below 5.5.
    expect(arrival([9, 7, 4, 5, 9, 6], 5.5)).toEqual({ time: 6, reached: false })
    expect(arrival([9], 20)).toEqual({ time: 1, reached: false })
    expect(arrival([9, 7, 5, 3, 1, NaN], 0)).toEqual({ time: 5, reached: false })
  })

  it('rises to a metric that is to be maximised', () => {
    expect(arrival([-9, -7, -5, -3, -1, -2], -5, 'max')).toEqual({ time: 3, reached: true })
    expect(arrival([-9, -7, -5, -3, -1, -2], -1, 'max')).toEqual({ time: 6, reached: false })
    expect(arrival([9, 7, 5, 3, 1, 2], 5, 'max')).toEqual({ time: 1, reached: true })
  })

  it('does not arrive across a missing value or a restart', () => {
    // Means: 5, 5, -, 1, 1, where 1 stands after the gap.
    expect(arrival([9, 1, NaN, 1, 1], 5)).toEqual({ time: 1, reached: true })
    expect(arrival([9, 3, NaN, 9, 1], 5.5)).toEqual({ time: 4, reached: true })
    expect(arrival([9, 9, 1, NaN, 1, 9, 9], 5)).toEqual({ time: 7, reached: false })
    const restarted = columnsOf([1, 2, 3, 3, 4, 5], [9, 9, 1, 1, 9, 9])
    expect(defined(timeToTarget([restarted], 5, 'min')).times[0]).toEqual({
      time: 5,
      reached: false,
    })
  })

  it('is timed from its first point, in milliseconds, where asked', () => {
    const timed = (timesMs: readonly number[] | null): unknown => {
      const values = [9, 7, 5, 3, 1]
      const curve = defineSeries({ steps: [10, 20, 30, 40, 50], values, timesMs })
      const answer = timeToTarget([curve], 5, 'min', { axis: 'time' })
      return answer.kind === 'undefined' ? answer.reason : answer.times[0]
    }
    expect(timed([1000, 1500, 2700, 3000, 4000])).toEqual({ time: 1700, reached: true })
    expect(timed([1000, 1500, NaN, 3000, 4000])).toBe('not-finite')
    expect(timed([NaN, 1500, 2700, 3000, 4000])).toBe('not-finite')
    expect(timed(null)).toBe('not-finite')
    const curve = defineSeries({ steps: [10, 20], values: [9, 7], timesMs: [100, 350] })
    expect(defined(timeToTarget([curve], 5, 'min', { axis: 'time' })).times).toEqual([
      { time: 250, reached: false },
    ])
    expect(defined(timeToTarget([curve], 5, 'min', { axis: 'step' })).times[0]?.time).toBe(20)
  })
})

describe('the runs of a configuration', () => {
  const falls = (at: number): ReturnType<typeof seriesOf> =>
    seriesOf(Array.from({ length: 30 }, (_, i) => (i + 1 >= at ? 0 : 10)))

  it('have a median time, and a share that is still under way at each', () => {
    const curves = [falls(12), falls(99), falls(6), falls(20)]
    const answer = defined(timeToTarget(curves, 5, 'min'))
    expect(answer.times).toEqual([
      { time: 12, reached: true },
      { time: 30, reached: false },
      { time: 6, reached: true },
      { time: 20, reached: true },
    ])
    expect(answer.survival.map(({ time }) => time)).toEqual([6, 12, 20])
    expect(answer.survival.map(({ survival }) => survival)).toEqual([0.75, 0.5, 0.25])
    expect(answer.median).toBe(12)
  })

  it('have none where fewer than half arrive', () => {
    expect(defined(timeToTarget([falls(6), falls(99), falls(99)], 5, 'min')).median).toBeNull()
    expect(defined(timeToTarget([falls(99)], 5, 'min'))).toEqual({
      kind: 'defined',
      times: [{ time: 30, reached: false }],
      survival: [],
      median: null,
    })
  })

  it('have no answer where there is no run, or one without a value', () => {
    expect(timeToTarget([], 5, 'min')).toEqual({ kind: 'undefined', reason: 'too-few-runs' })
    expect(timeToTarget([falls(6), seriesOf([NaN])], 5, 'min')).toEqual({
      kind: 'undefined',
      reason: 'too-few-points',
    })
  })
})

it('refuses a goal, an axis or a target that is none', () => {
  const bad = (message: string): unknown =>
    expect.objectContaining({ code: 'bad-option', message: expect.stringContaining(message) })
  expect(() => timeToTarget([], 5, 'low' as 'min')).toThrow(bad('"low"'))
  expect(() => timeToTarget([], 5, 'min', { axis: 'epoch' as 'step' })).toThrow(bad('"epoch"'))
  expect(() => timeToTarget([], NaN, 'min')).toThrow(bad('NaN'))
  expect(() => timeToTarget([], Infinity, 'min')).toThrow(bad('Infinity'))
})

describe('the best level that is kept', () => {
  it('is that of two smoothed values in a row', () => {
    // Means: 8, 7, 5, 3, 2, 1.5
    expect(sustainedBest(seriesOf([9, 7, 5, 3, 1, 2]), 'min')).toBe(2)
    expect(sustainedBest(seriesOf([9, 7, 5, 3, 1, 2]), 'max')).toBe(7)
    expect(Object.is(sustainedBest(seriesOf([0, 0]), 'max'), 0)).toBe(true)
  })

  it('needs two in a row', () => {
    expect(sustainedBest(seriesOf([]), 'min')).toBeNull()
    expect(sustainedBest(seriesOf([1]), 'min')).toBeNull()
    expect(sustainedBest(seriesOf([1, NaN, 1, NaN, 1]), 'min')).toBeNull()
    expect(sustainedBest(columnsOf([2, 1], [1, 1]), 'min')).toBeNull()
    expect(sustainedBest(seriesOf([1, 3]), 'min')).toBe(2)
  })

  it('is reached, and no better level is', () => {
    fc.assert(
      fc.property(series, fc.constantFrom('min' as const, 'max' as const), (curve, goal) => {
        const level = sustainedBest(curve, goal)
        if (level === null) return
        const reaches = (target: number): boolean =>
          defined(timeToTarget([curve], target, goal)).times[0]?.reached ?? false
        expect(reaches(level)).toBe(true)
        const step = Math.max(Math.abs(level), 1e-300) * 1e-9
        expect(reaches(goal === 'min' ? level - step : level + step)).toBe(false)
      }),
    )
  })
})
