import { defineSeries, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sample } from '../testdata/samplingSource.ts'
import { isOutdated, joinDetail, type StepRange } from './joinDetail.ts'

const pointsOf = ({ steps, values }: MetricSeries): readonly (readonly [number, number])[] =>
  Array.from(steps, (step, i) => [step, values[i] ?? NaN])

const within = (series: MetricSeries, { from, to }: StepRange): MetricSeries => {
  const points = pointsOf(series).filter(([step]) => step >= from && step <= to)
  return defineSeries(points.map(([step, value]) => ({ step, value })))
}

const sampled = (steps: readonly number[], total: number | null = 90): MetricSeries =>
  defineSeries({ steps, values: steps.map((step) => step * 10), basis: 'sampled', total })

const full = (steps: readonly number[]): MetricSeries => ({
  ...sampled(steps, steps.length),
  basis: 'full',
})

describe('joinDetail', () => {
  const range = { from: 4, to: 8 }
  const coarse = sampled([0, 5, 7, 10])

  it('puts the finer points within the range and leaves the others outside', () => {
    const joined = joinDetail(coarse, { range, series: full([4, 5, 6, 8]) })
    expect([...joined.steps]).toEqual([0, 4, 5, 6, 8, 10])
    expect([...joined.values]).toEqual([0, 40, 50, 60, 80, 100])
    expect(joined).toMatchObject({ basis: 'sampled', total: 90 })
    expect([...coarse.steps]).toEqual([0, 5, 7, 10])
  })

  it.each([
    ['there are none', full([])],
    ['they are the same', { ...full([5, 7]), basis: 'full' as const }],
    ['they are a sample with fewer', sampled([5])],
    ['their steps count something else', { ...full([5, 6]), stepUnit: 'epoch' as const }],
  ])('gives the series itself where %s', (_why, series) => {
    expect(joinDetail(coarse, { range, series: { ...series } })).toBe(coarse)
  })

  it('keeps a later point within the range that the finer ones do not reach', () => {
    const series = full([4, 5, 6])
    expect([...joinDetail(coarse, { range, series }).steps]).toEqual([0, 4, 5, 6, 7, 10])
  })

  it('has NaN for the times that one of the two does not know', () => {
    const timed = { ...coarse, timesMs: new Float64Array([1, 2, 3, 4]) }
    const joined = joinDetail(timed, { range, series: full([4, 5]) })
    expect([...(joined.timesMs ?? [])]).toEqual([1, NaN, NaN, 3, 4])
    expect(joined.epochs).toBeNull()
  })

  it('counts no fewer points than there are, where the run went on meanwhile', () => {
    const detail = { range: { from: 0, to: 20 }, series: full([0, 5, 10, 15]) }
    expect(joinDetail(sampled([0, 10], 3), detail)).toMatchObject({ basis: 'full', total: 4 })
  })

  const whole = { from: 0, to: 10 }
  const three = [0, 5, 10]
  it.each([
    ['full', 'has every point', sampled([0, 10], 3), { range: whole, series: full(three) }],
    ['sampled', 'are a sample', sampled([0, 10], 9), { range: whole, series: sampled(three) }],
    ['sampled', 'are not as many', sampled([0, 10], 4), { range: whole, series: full(three) }],
    ['sampled', 'are of a part', sampled([0, 10], 3), { range, series: full(three) }],
    [
      'sampled',
      'nobody counted',
      sampled([0, 10], null),
      { range: whole, series: { ...full(three), total: null } },
    ],
    [
      'full',
      'nobody counted and everything was asked for',
      sampled([0, 10], null),
      { range: { from: -Infinity, to: Infinity }, series: full(three) },
    ],
  ])('is %s where they %s', (basis, _why, series, detail) => {
    expect(joinDetail(series, detail).basis).toBe(basis)
  })

  it('invents no point and loses none of the finer ones, for any series, range and sampling', () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(NaN, Infinity))
    const values = fc.array(value, { minLength: 1, maxLength: 120 })
    const counts = fc.tuple(fc.integer({ min: 4, max: 40 }), fc.integer({ min: 4, max: 40 }))
    const bound = fc.integer({ min: -2, max: 122 })
    fc.assert(
      fc.property(values, counts, bound, bound, (all, [few, some], a, b) => {
        const truth = defineSeries(all.map((one, step) => ({ step, value: one })))
        const wide = { from: Math.min(a, b), to: Math.max(a, b) }
        const rough = { ...sample(truth, few), basis: 'sampled' as const }
        const finer = sample(within(truth, wide), some)
        const joined = joinDetail(rough, { range: wide, series: finer })
        const [known, points] = [new Set(rough.steps), pointsOf(joined)]

        expect(points).toEqual(points.map(([step]) => [step, all[step]]))
        expect([...joined.steps]).toEqual([...new Set(joined.steps)].toSorted((x, y) => x - y))
        const outside = [...known].filter((step) => step < wide.from || step > wide.to)
        const span = { from: finer.steps[0] ?? NaN, to: finer.steps.at(-1) ?? NaN }
        const isThin = within(rough, span).steps.length > finer.steps.length
        expect(isThin && finer.basis === 'full').toBe(false)
        expect(pointsOf(within(joined, wide))).toEqual(
          pointsOf(isThin ? within(rough, wide) : finer),
        )
        expect(outside.every((step) => joined.steps.includes(step))).toBe(true)
        expect(joined.total).toBe(all.length)
        expect(joined.basis === 'sampled' || joined.steps.length === all.length).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('isOutdated', () => {
  const detail = { range: { from: 4, to: 8 }, series: full([4, 5, 6, 7]) }
  it.each([
    [false, 'says the same', [0, 5, 7, 10]],
    [false, 'has new points elsewhere', [0, 5, 7, 10, 99]],
    [true, 'has points within the range that came later', [0, 5, 8]],
    [true, 'has a point that all points of the range lack', [0, 5.5, 10]],
    [true, 'has fewer steps, as after a restart', [0, 5]],
  ])('is %s for a sample that %s', (isOld, _why, steps) => {
    expect(isOutdated(sampled(steps), detail)).toBe(isOld)
  })

  it('is so for another value, and not for NaN that is NaN again', () => {
    const values = (value: number): MetricSeries =>
      defineSeries({ steps: [5, 9], values: [value, 0], basis: 'sampled' })
    const nan = { range: { from: 0, to: 6 }, series: defineSeries({ steps: [5], values: [NaN] }) }
    expect(isOutdated(values(NaN), nan)).toBe(false)
    expect(isOutdated(values(4), nan)).toBe(true)
  })

  it('is not so for a sample that lacks a point within', () => {
    expect(isOutdated(sampled([0, 5.5, 10]), { ...detail, series: sampled([4, 5, 7]) })).toBe(false)
  })
})
