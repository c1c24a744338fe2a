import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anytimeArea, sharedGrid } from './anytimeArea.ts'
import { columnsOf, defined, holdsOnlyFinite, seriesOf } from './testdata/curves.ts'

describe('the area under the best so far', () => {
  it('counts between two steps the best at the first of them', () => {
    // Best so far: 8, 5, 5, 2, over steps 1 to 4: 8 + 5 + 5.
    const answer = anytimeArea(seriesOf([8, 5, 7, 2]), 'min', [1, 2, 3, 4])
    expect(answer).toEqual({ kind: 'defined', area: 18, mean: 6 })
  })

  it('carries the best on beyond the end, and takes what came before the grid', () => {
    expect(anytimeArea(seriesOf([8, 5, 7, 2]), 'min', [2.5, 4, 10])).toEqual({
      kind: 'defined',
      area: 1.5 * 5 + 6 * 2,
      mean: 19.5 / 7.5,
    })
    expect(defined(anytimeArea(seriesOf([8, 5, 7, 2]), 'min', [3, 4])).area).toBe(5)
  })

  it('looks for the highest where that is the goal', () => {
    expect(anytimeArea(seriesOf([1, 3, 2, 6]), 'max', [1, 2, 3, 4])).toEqual({
      kind: 'defined',
      area: 7,
      mean: 7 / 3,
    })
    const zero = defined(anytimeArea(seriesOf([0, 0]), 'max', [1, 2]))
    expect(Object.is(zero.area, 0) && Object.is(zero.mean, 0)).toBe(true)
  })

  it('passes over what is not finite', () => {
    expect(defined(anytimeArea(seriesOf([8, -Infinity, NaN, 2]), 'min', [1, 4, 5])).area).toBe(26)
  })

  it('has none where the series begins after the grid', () => {
    const none = { kind: 'undefined', reason: 'too-few-points' }
    expect(anytimeArea(seriesOf([]), 'min', [1, 2])).toEqual(none)
    expect(anytimeArea(seriesOf([NaN, 1]), 'min', [1, 2])).toEqual(none)
    expect(anytimeArea(seriesOf([NaN, 1]), 'min', [2, 3]).kind).toBe('defined')
  })

  it('takes a run that was restarted by its steps', () => {
    const restarted = columnsOf([1, 2, 3, 1.5, 2.5], [9, 8, 1, 7, 6])
    // 9 from 1, 7 from 1.5, 7 from 2, 6 from 2.5
    expect(defined(anytimeArea(restarted, 'min', [1, 1.5, 2, 2.5, 3])).area).toBe(14.5)
  })

  it('refuses a grid that has no length, and a goal that is none', () => {
    const bad = expect.objectContaining({
      code: 'bad-option',
      message: expect.stringContaining('grid'),
    })
    for (const grid of [[], [1], [1, 1], [2, 1], [1, NaN], [1, Infinity], [-Infinity, 1]]) {
      expect(() => anytimeArea(seriesOf([1, 2]), 'min', grid)).toThrow(bad)
    }
    expect(() => anytimeArea(seriesOf([1]), 'low' as 'min', [1, 2])).toThrow(/"min" or "max"/)
  })

  it('lies between the best and the first value', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(values, (given) => {
        const answer = defined(anytimeArea(seriesOf(given), 'min', [1, given.length]))
        expect(answer.mean).toBeCloseTo(given[0] ?? NaN, 12)
        const grid = given.map((_, i) => i + 1)
        const fine = defined(anytimeArea(seriesOf(given), 'min', grid))
        expect(fine.mean).toBeLessThanOrEqual((given[0] ?? NaN) + 1e-9)
        expect(fine.mean).toBeGreaterThanOrEqual(Math.min(...given) - 1e-9)
        expect(holdsOnlyFinite(fine)).toBe(true)
      }),
    )
  })
})

describe('the grid that runs share', () => {
  it('holds the steps of all, from where the last begins to where the first ends', () => {
    const a = columnsOf([0, 10, 20, 30], [1, 1, 1, 1])
    const b = columnsOf([5, 10, 25, 40], [1, 1, 1, 1])
    expect(sharedGrid([a, b])).toEqual([5, 10, 20, 25, 30])
    expect(sharedGrid([b, a])).toEqual([5, 10, 20, 25, 30])
  })

  it('counts only steps that have a value', () => {
    const gaps = columnsOf([0, 5, 9, 12, 15], [NaN, 1, Infinity, 1, NaN])
    expect(sharedGrid([gaps])).toEqual([5, 12])
    expect(sharedGrid([gaps, columnsOf([1, 5, 20], [1, 1, 1])])).toEqual([5, 12])
  })

  it('is empty where there is nothing that is shared', () => {
    expect(sharedGrid([])).toEqual([])
    expect(sharedGrid([seriesOf([1, 2]), seriesOf([])])).toEqual([])
    expect(sharedGrid([columnsOf([1, 2], [1, 1]), columnsOf([3, 4], [1, 1])])).toEqual([])
  })
})
