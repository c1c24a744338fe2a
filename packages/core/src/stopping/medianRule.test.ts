import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Goal } from '../run/run.ts'
import { defineSeries } from '../series/defineSeries.ts'
import type { MetricSeries } from '../series/series.ts'
import { series as anySeries } from '../testdata/arbitraries.ts'
import { medianRule, valuesAt, type MedianRuleOptions } from './medianRule.ts'

const seriesOf = (values: readonly number[], steps?: readonly number[]): MetricSeries =>
  defineSeries({ steps: steps ?? values.map((_, step) => step), values })

// Completed trials of a study of optuna.pruners.MedianPruner: medians 1, .8, .7.
const past = [
  [1, 0.8, 0.7],
  [0.9, 0.75, 0.65],
  [1.1, 0.9, 0.85],
  [0.95, 0.78, 0.6],
  [1.2, 1, 0.9],
].map((values) => seriesOf(values))

interface Case extends MedianRuleOptions {
  readonly curves?: readonly MetricSeries[]
  readonly steps?: readonly number[]
  readonly goal?: Goal
}

const stops = (
  values: readonly number[],
  { curves = past, steps = [0, 1, 2], goal = 'min', ...options }: Case = {},
): readonly (boolean | string)[] =>
  steps.map((step) => {
    const rule = medianRule({ past: curves, series: seriesOf(values, steps), step, goal }, options)
    return rule.kind === 'defined' ? rule.stops : rule.reason
  })

describe('medianRule', () => {
  it('stops where the best so far is worse than the median, as optuna does', () => {
    // optuna 5, MedianPruner(n_startup_trials=5): should_prune() after each report.
    expect(stops([0.99, 0.82, 0.74])).toEqual([false, true, true])
    expect(stops([0.99, 0.79, 0.74])).toEqual([false, false, true])
    expect(stops([NaN, NaN, NaN])).toEqual([true, true, true])
  })

  it('judges a curve that was evaluated at other steps, which optuna never stops', () => {
    expect(stops([9, 9, 9], { steps: [10, 20, 30] })).toEqual([true, true, true])
    expect(stops([0.6, 0.6, 0.6], { steps: [10, 20, 30] })).toEqual([false, false, false])
  })

  it('tells the numbers it went by', () => {
    const rule = medianRule({ past, series: seriesOf([0.99, 0.82, 0.9]), step: 2, goal: 'min' })
    expect(rule).toEqual({ kind: 'defined', stops: true, best: 0.82, median: 0.7, runs: 5 })
    const lost = medianRule({ past, series: seriesOf([NaN]), step: 0, goal: 'min' })
    expect(lost).toMatchObject({ stops: true, best: null, median: 1 })
  })

  it('lets a curve go on that equals the median', () => {
    expect(stops([1, 0.8, 0.7])).toEqual([false, false, false])
    expect(stops([1, 0.8, 0.7], { goal: 'max' })).toEqual([false, false, false])
  })

  it('stops the lower half where higher is better', () => {
    expect(stops([0.99, 0.9, 0.9], { goal: 'max' })).toEqual([true, false, false])
  })

  it('takes the mean of the two in the middle of an even number', () => {
    const curves = [1, 2, 4, 9].map((value) => seriesOf([value]))
    const input = { past: curves, series: seriesOf([3]), step: 0, goal: 'min' as const }
    expect(medianRule(input, { minimumRuns: 4 })).toMatchObject({ median: 3, stops: false })
  })

  it('looks at nothing past the step it is asked about', () => {
    const series = seriesOf([2, 0])
    expect(medianRule({ past, series, step: 0, goal: 'min' })).toMatchObject({
      best: 2,
      median: 1,
      stops: true,
    })
  })

  it('stops none before the end of the warm-up', () => {
    expect(stops([9, 9, 9], { warmupSteps: 1 })).toEqual([false, true, true])
  })

  it('counts only past curves that have a value by then', () => {
    const late = [...past.slice(1), seriesOf([5, 5], [1, 2])]
    expect(stops([9, 9, 9], { curves: late })).toEqual(['too-few-runs', true, true])
    const lost = [...past.slice(1), seriesOf([NaN, NaN, NaN])]
    expect(stops([9, 9, 9], { curves: lost })).toEqual(Array(3).fill('too-few-runs'))
    expect(stops([9, 9, 9], { curves: [] })).toEqual(Array(3).fill('too-few-runs'))
  })

  it('needs a point of the curve by then', () => {
    const series = seriesOf([1], [5])
    const rule = medianRule({ past, series, step: 4, goal: 'min' })
    expect(rule).toEqual({ kind: 'undefined', reason: 'too-few-points' })
    expect(medianRule({ past, series, step: 5, goal: 'min' }).kind).toBe('defined')
  })

  it.each([0, 1.5, NaN])('refuses to need %s runs', (minimumRuns) => {
    const input = { past, series: seriesOf([1]), step: 0, goal: 'min' as const }
    const refusal = expect.objectContaining({ code: 'bad-option' })
    expect(() => medianRule(input, { minimumRuns })).toThrow(refusal)
    expect(medianRule(input, { minimumRuns: 1 }).kind).toBe('defined')
  })

  it('refuses a goal that is neither', () => {
    const goal: Goal = JSON.parse('"low"')
    const refusal = expect.objectContaining({ code: 'bad-option' })
    expect(() => medianRule({ past, series: seriesOf([1]), step: 0, goal })).toThrow(refusal)
  })

  it('does not depend on the order of the past curves', () => {
    const curvesOf = fc.array(anySeries, { maxLength: 7 })
    fc.assert(
      fc.property(curvesOf, anySeries, fc.nat(30), (curves, series, step) => {
        const rule = medianRule({ past: curves, series, step, goal: 'min' }, { minimumRuns: 2 })
        const turned = { past: curves.toReversed(), series, step, goal: 'min' as const }
        expect(medianRule(turned, { minimumRuns: 2 })).toEqual(rule)
      }),
    )
  })

  it('answers max as it answers min upside down', () => {
    const curve = fc.array(fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constant(NaN)))
    const upsideDown = (values: readonly number[]): MetricSeries =>
      seriesOf(values.map((value) => -value))
    fc.assert(
      fc.property(fc.array(curve), curve, fc.nat(9), (curves, values, step) => {
        const input = { past: curves.map((one) => seriesOf(one)), series: seriesOf(values), step }
        const mirrored = { past: curves.map(upsideDown), series: upsideDown(values), step }
        const rule = medianRule({ ...input, goal: 'min' }, { minimumRuns: 1 })
        const other = medianRule({ ...mirrored, goal: 'max' }, { minimumRuns: 1 })
        const { kind } = rule
        const same = kind === 'undefined' ? rule : { kind, stops: rule.stops, runs: rule.runs }
        expect(other).toMatchObject(same)
      }),
    )
  })
})

describe('valuesAt', () => {
  it('gives what curves have at a step, lowest first', () => {
    const curves = [seriesOf([10, 9]), seriesOf([2], [1]), seriesOf([NaN])]
    expect([...valuesAt(curves, 0)]).toEqual([10])
    expect([...valuesAt(curves, 7)]).toEqual([2, 9])
  })
})
