import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineSeries } from '../series/defineSeries.ts'
import type { MetricSeries } from '../series/series.ts'
import { backTest } from './backTest.ts'
import { streaks } from './streaks.ts'

const seriesOf = (values: readonly number[], stepSize = 10): MetricSeries =>
  defineSeries({ steps: values.map((_, i) => (i + 1) * stepSize), values })

/** Five curves side by side, 0 the best: medians of the others are 2.5, 2.5, 2, 1.5 and 1.5. */
const parallel = [0, 1, 2, 3, 4].map((offset) => seriesOf([offset, offset, offset]))

describe('backTest', () => {
  it('judges each run by the others, and counts what the rule would have saved', () => {
    // The last two are stopped at step 20 of 30; that saves 20 of 150 steps.
    expect(backTest(parallel, { goal: 'min' })).toEqual({
      runs: 5,
      stopped: 2,
      stoppedBest: 0,
      trials: 1,
      savedShare: 20 / 150,
    })
  })

  it('counts in epochs too, of which there may be less than one', () => {
    const short = [0, 1, 2, 3, 4].map((offset) => seriesOf([offset, offset, offset], 0.0625))
    expect(backTest(short, { goal: 'min' }).savedShare).toBeCloseTo(20 / 150, 12)
  })

  it('works upside down where higher is better', () => {
    expect(backTest(parallel, { goal: 'max' })).toEqual(backTest(parallel, { goal: 'min' }))
    const late = seriesOf([-9, -9, 9])
    expect(backTest([...parallel, late], { goal: 'max' }).stoppedBest).toBe(1)
  })

  it('counts a best run that started late as one that the rule would have stopped', () => {
    const late = seriesOf([9, 9, -1])
    const { stoppedBest, trials } = backTest([...parallel, late], { goal: 'min' })
    // Trials: the late one against all others, and the first of the rest against its four.
    expect([stoppedBest, trials]).toEqual([1, 2])
  })

  it('waits as many evaluations as it is told to', () => {
    const late = seriesOf([9, 9, -1, -1])
    const stopped = (patience: number): number =>
      backTest([...parallel, late], { goal: 'min', patience }).stoppedBest
    expect([1, 2, 3].map(stopped)).toEqual([1, 1, 0])
  })

  it('waits two evaluations unless told otherwise', () => {
    const late = seriesOf([9, -1, -1])
    expect(backTest([...parallel, late], { goal: 'min' }).stoppedBest).toBe(0)
  })

  it('does not count a stop at the last evaluation, which saves nothing', () => {
    expect(backTest(parallel, { goal: 'min', patience: 3 })).toMatchObject({
      stopped: 0,
      savedShare: 0,
    })
  })

  it('takes runs that ended equal for no better than each other', () => {
    const equal = [0, 1, 2, 3, 4].map(() => seriesOf([1, 1, 1]))
    expect(backTest(equal, { goal: 'min' })).toMatchObject({ trials: 5, stopped: 0 })
  })

  it('needs four others, or as many as it is told', () => {
    expect(backTest(parallel.slice(1), { goal: 'min' })).toEqual({
      runs: 4,
      stopped: 0,
      stoppedBest: 0,
      trials: 0,
      savedShare: 0,
    })
    expect(backTest(parallel, { goal: 'min', minimumRuns: 2 }).trials).toBe(3)
  })

  it('judges no run by more than those that ended no better, in a trial', () => {
    // In a trial against the four that ended worse, the second one never lies behind.
    const early = [0, 0, 0, 1, 5, 6, 7, 8].map((value) => seriesOf([value, value, value]))
    expect(backTest(early, { goal: 'min' })).toMatchObject({ stoppedBest: 0, trials: 4 })
  })

  it('leaves out curves without a finite value, and knows no share of no steps', () => {
    expect(backTest([], { goal: 'min' })).toEqual({
      runs: 0,
      stopped: 0,
      stoppedBest: 0,
      trials: 0,
      savedShare: null,
    })
    expect(backTest([...parallel, seriesOf([NaN])], { goal: 'min' }).runs).toBe(5)
    const atZero = defineSeries({ steps: [0], values: [1] })
    expect(backTest([atZero], { goal: 'min' }).savedShare).toBeNull()
  })

  it('does not depend on the order of the runs', () => {
    const curve = fc
      .array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(NaN)), {
        minLength: 1,
        maxLength: 6,
      })
      .chain((values) => fc.constantFrom(0.1, 1, 3).map((size) => seriesOf(values, size)))
    fc.assert(
      fc.property(fc.array(curve, { maxLength: 9 }), (curves) => {
        const proof = backTest(curves, { goal: 'min' })
        expect(backTest(curves.toReversed(), { goal: 'min' })).toEqual(proof)
        expect(proof.stoppedBest).toBeLessThanOrEqual(proof.trials)
        expect(proof.stopped).toBeLessThanOrEqual(proof.runs)
        expect(proof.savedShare ?? 0).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('streaks', () => {
  const count = (values: readonly number[], minimumRuns = 5): readonly number[] =>
    Array.from(streaks(seriesOf(values), parallel, { goal: 'min', minimumRuns }))

  it('counts evaluations in a row whose best so far is worse than the median', () => {
    expect(count([3, 2.5, 2, 5])).toEqual([1, 2, 0, 0])
    expect(count([NaN, 3, NaN])).toEqual([1, 2, 3])
    expect(count([])).toEqual([])
  })

  it('begins anew after an evaluation that too few past runs had reached', () => {
    expect(count([9, 9], 6)).toEqual([0, 0])
    const late = defineSeries({ steps: [5, 10], values: [9, 9] })
    expect([...streaks(late, parallel, { goal: 'min', minimumRuns: 5 })]).toEqual([0, 1])
  })
})
