import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineSeries } from '../series/defineSeries.ts'
import { series } from '../testdata/arbitraries.ts'
import { listOf } from '../testdata/listOf.ts'
import { countEvaluations } from './stretches.ts'
import { normals, seriesOf } from './testdata/curves.ts'
import { matchedEvaluations, thinEvaluations } from './thinEvaluations.ts'

describe('thinEvaluations', () => {
  it('keeps evaluations that are spread evenly, and the last', () => {
    const hundred = seriesOf(Array.from({ length: 100 }, (_, i) => i))
    const tens = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100]
    expect(Array.from(thinEvaluations(hundred, 10).steps)).toEqual(tens)
    expect(Array.from(thinEvaluations(hundred, 1).steps)).toEqual([100])
    // 1/4, 2/4, 3/4 and all of ten, rounded.
    expect(Array.from(thinEvaluations(seriesOf(tens), 4).steps)).toEqual([3, 5, 8, 10])
  })

  it('keeps the other columns beside them, and what the source gave', () => {
    const whole = defineSeries({
      steps: [1, 2, 3, 4],
      values: [9, 8, 7, 6],
      timesMs: [10, 20, 30, 40],
      epochs: [0.1, 0.2, 0.3, 0.4],
      basis: 'full',
      total: 4,
      stepUnit: 'epoch',
    })
    expect(thinEvaluations(whole, 2)).toEqual({
      steps: Float64Array.of(2, 4),
      values: Float64Array.of(8, 6),
      timesMs: Float64Array.of(20, 40),
      epochs: Float64Array.of(0.2, 0.4),
      basis: 'full',
      total: 4,
      stepUnit: 'epoch',
    })
    const plain = thinEvaluations(seriesOf([1, 2, 3]), 2)
    expect([plain.timesMs, plain.epochs]).toEqual([null, null])
  })

  it('counts finite evaluations only', () => {
    const gaps = seriesOf([NaN, 5, NaN, 4, 3, Infinity, 2])
    expect(listOf(thinEvaluations(gaps, 2))).toEqual([
      [4, 4],
      [7, 2],
    ])
    expect(thinEvaluations(gaps, 4)).toBe(gaps)
    expect(thinEvaluations(gaps, 3)).not.toBe(gaps)
  })

  it.each([0, -1, 1.5, NaN])('refuses a count of %d', (count) => {
    expect(() => thinEvaluations(seriesOf([1]), count)).toThrow(
      expect.objectContaining({ code: 'bad-option', message: expect.stringContaining('count') }),
    )
  })

  it('invents nothing: every point is one of the series, once, in order', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 1, max: 45 }), (curve, count) => {
        const thinned = thinEvaluations(curve, count)
        const evaluations = countEvaluations(curve)
        expect(countEvaluations(thinned)).toBe(Math.min(count, evaluations))
        expect(thinned === curve).toBe(evaluations <= count)
        const places = Array.from(thinned.steps, (step) => curve.steps.indexOf(step))
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
        expect(Array.from(thinned.values)).toEqual(places.map((place) => curve.values[place]))
        const last = curve.values.findLastIndex(Number.isFinite)
        expect(thinned.values.findLast(Number.isFinite)).toBe(curve.values[last])
      }),
    )
  })
})

describe('matchedEvaluations', () => {
  it('thins all to the sparsest that has any', () => {
    const list = [seriesOf([1, 2, 3, 4]), seriesOf([5, NaN, 6]), seriesOf([NaN])]
    const matched = matchedEvaluations(list)
    expect(matched.map((curve) => Array.from(curve.values))).toEqual([[2, 4], [5, NaN, 6], [NaN]])
  })

  it('is none for none, and leaves what has nothing', () => {
    expect(matchedEvaluations([])).toEqual([])
    const empty = [seriesOf([]), seriesOf([NaN, NaN])]
    expect(matchedEvaluations(empty)).toEqual(empty)
  })

  it('takes the luck out of being evaluated more often', () => {
    const next = normals(2)
    const lowest = (curve: { readonly values: Float64Array }): number => Math.min(...curve.values)
    let wins = 0
    let matchedWins = 0
    for (let draw = 0; draw < 1000; draw++) {
      const often = seriesOf(Array.from({ length: 100 }, () => next()))
      const seldom = seriesOf(Array.from({ length: 10 }, () => next()))
      const [a, b] = matchedEvaluations([often, seldom])
      if (lowest(often) < lowest(seldom)) wins++
      if (a && b && lowest(a) < lowest(b)) matchedWins++
    }
    // 100 of 110 equal chances.
    expect(wins / 1000).toBeGreaterThan(0.87)
    expect(Math.abs(matchedWins / 1000 - 0.5)).toBeLessThan(0.06)
  })
})
