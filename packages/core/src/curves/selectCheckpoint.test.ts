import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { series } from '../testdata/arbitraries.ts'
import { defineSeries } from '../series/defineSeries.ts'
import { expectedMaximum } from '../stats/expectedMaximum.ts'
import { noiseOf } from './noiseOf.ts'
import { selectCheckpoint } from './selectCheckpoint.ts'
import { columnsOf, defined, holdsOnlyFinite, normals, seriesOf } from './testdata/curves.ts'

describe('the choice', () => {
  it('is the best smoothed value, not the best single one', () => {
    const choice = defined(selectCheckpoint(seriesOf([9, 1, 9, 5, 3, 4, 5]), 'min'))
    // Means: 5, 19/3, 5, 17/3, 4, 4, 4.5.
    expect(choice.step).toBe(5)
    expect(choice.value).toBe(4)
    expect(choice.rawValue).toBe(3)
    expect(choice.window).toBe(3)
    expect(choice.evals).toBe(7)
    expect(choice.bestSingle.step).toBe(2)
    expect(choice.bestSingle.value).toBe(1)
  })

  it('is the highest where that is the goal', () => {
    const negated = defined(selectCheckpoint(seriesOf([-9, -1, -9, -5, -3, -4, -5]), 'max'))
    expect(negated).toMatchObject({ step: 5, value: -4, rawValue: -3 })
    expect(negated.bestSingle).toMatchObject({ step: 2, value: -1 })
  })

  it('is the earliest of equal ones', () => {
    expect(
      defined(selectCheckpoint(seriesOf([0.1, 0.1, 0.1, 0.1, 0.1, 0.1]), 'min')),
    ).toMatchObject({
      step: 1,
      value: 0.1,
      noise: 0,
      bestSingle: { step: 1, value: 0.1, optimism: 0 },
    })
  })

  it('tells the epoch, where it is known', () => {
    const values = [5, 4, 1, 1, 1, 4]
    const steps = [10, 20, 30, 40, 50, 60]
    const epochs = [1, 2, 3, 4, NaN, 6]
    const choose = (own: readonly number[] | null): unknown =>
      defined(selectCheckpoint(defineSeries({ steps, values, epochs: own }), 'min')).epoch
    expect(choose(epochs)).toBe(4)
    expect(choose([1, 2, 3, NaN, 5, 6])).toBeNull()
    expect(choose(null)).toBeNull()
  })

  it('averages as many as it is told', () => {
    const values = [8, 1, 3, 8, 4, -3, 8, 1]
    expect(defined(selectCheckpoint(seriesOf(values), 'min', { window: 5 })).window).toBe(5)
    expect(defined(selectCheckpoint(seriesOf([...values, ...values]), 'min')).window).toBe(5)
  })

  it('has lower regret and is less optimistic than the lowest single value', () => {
    const next = normals(11)
    const truth = Array.from({ length: 30 }, (_, i) => 8 * ((i + 1) / 30 - 0.6) ** 2)
    let regret = 0
    let singleRegret = 0
    let bias = 0
    let singleBias = 0
    for (let draw = 0; draw < 200; draw++) {
      const curve = seriesOf(truth.map((value) => value + next()))
      const { step, value, bestSingle } = defined(selectCheckpoint(curve, 'min'))
      regret += truth[step - 1] ?? NaN
      singleRegret += truth[bestSingle.step - 1] ?? NaN
      bias += value - (truth[step - 1] ?? NaN)
      singleBias += bestSingle.value - (truth[bestSingle.step - 1] ?? NaN)
    }
    expect(regret).toBeLessThan(0.85 * singleRegret)
    expect(Math.abs(bias)).toBeLessThan(0.5 * Math.abs(singleBias))
  })
})

describe('what is missing', () => {
  it('takes five finite evaluations', () => {
    const undefinedAnswer = { kind: 'undefined', reason: 'too-few-points' }
    expect(selectCheckpoint(seriesOf([]), 'min')).toEqual(undefinedAnswer)
    expect(selectCheckpoint(seriesOf([4, 3, 2, 1, NaN]), 'min')).toEqual(undefinedAnswer)
    expect(selectCheckpoint(seriesOf([5, 4, 3, 2, 1]), 'min').kind).toBe('defined')
    expect(selectCheckpoint(seriesOf([1, NaN, 1, NaN, 1, NaN, 1, NaN, 1]), 'min')).toEqual(
      undefinedAnswer,
    )
  })

  it('never averages past a value that is missing, nor past a restart', () => {
    // Were they averaged over, step 3 would be best: (0 + 9 + 0) / 3 or (5 + 0 + 0) / 3.
    const gap = defined(selectCheckpoint(seriesOf([5, 0, NaN, 0, 5, 2, 2]), 'min'))
    expect(gap).toMatchObject({ step: 7, value: 2 })
    const back = columnsOf([1, 2, 3, 2, 3, 4, 5], [5, 5, 0, 5, 5, 3, 1])
    expect(defined(selectCheckpoint(back, 'min'))).toMatchObject({ step: 5, value: 2 })
  })

  it('has no noise where fewer than three have two neighbours, and then no optimism', () => {
    const choice = defined(selectCheckpoint(seriesOf([5, 4, 3, NaN, 3, 2, 1]), 'min'))
    expect(choice.noise).toBeNull()
    expect(choice.bestSingle.optimism).toBeNull()
  })

  it('passes over what is not finite when it looks for the best single value', () => {
    const choice = defined(selectCheckpoint(seriesOf([5, 4, 3, 3, 2, -Infinity, 7, 7]), 'min'))
    expect(choice.bestSingle).toMatchObject({ step: 5, value: 2 })
  })
})

describe('the checkpoints that are there', () => {
  const curve = seriesOf([9, 8, 3, 3, 3, 8, 9, 9])

  it('are the only ones chosen from', () => {
    const choice = defined(selectCheckpoint(curve, 'min', { savedSteps: [8, 6, 2] }))
    expect(choice).toMatchObject({ step: 2, rawValue: 8 })
    expect(choice.value).toBeCloseTo(20 / 3, 12)
    expect(choice.bestSingle.step).toBe(3)
  })

  it('give no choice where none was evaluated', () => {
    const none = { kind: 'undefined', reason: 'too-few-points' }
    expect(selectCheckpoint(curve, 'min', { savedSteps: [] })).toEqual(none)
    expect(selectCheckpoint(curve, 'min', { savedSteps: [4.5, 99] })).toEqual(none)
  })
})

describe('the rule of one standard error', () => {
  const values = [9, 6, 4.2, 3.9, 4.3, 3.8, 4.2, 3.7, 4, 3.8, 4.1]
  const curve = seriesOf(values)
  const choose = (rule: 'best' | 'one-standard-error'): number =>
    defined(selectCheckpoint(curve, 'min', { rule })).step

  it('takes the earliest step that is not further behind than the error of a mean', () => {
    const noise = noiseOf(values) ?? NaN
    const means = values.map((_, i) => {
      const around = values.slice(Math.max(0, i - 1), i + 2)
      return around.reduce((sum, value) => sum + value, 0) / around.length
    })
    const best = Math.min(...means)
    const count = means.indexOf(best) === 10 ? 2 : 3
    const first = means.findIndex((mean) => mean <= best + noise / Math.sqrt(count))
    expect(choose('one-standard-error')).toBe(first + 1)
    expect(choose('one-standard-error')).toBeLessThan(choose('best'))
    expect(choose('best')).toBe(means.indexOf(best) + 1)
  })

  it('counts how many the best mean is of', () => {
    // Noise is 1 times 1.4826 · sqrt(2/3) / (1 + 0.6 / 5); the best mean, at the end, is of two.
    const own = seriesOf([10, 8, 8, 6, 6, 4, 4])
    const answer = defined(selectCheckpoint(own, 'min', { rule: 'one-standard-error' }))
    const noise = (1.4826 * Math.sqrt(2 / 3)) / 1.12
    expect(answer.noise).toBeCloseTo(noise, 12)
    // Smoothed: …, 16/3, 14/3, 4. Of two: 0.76, of three: 0.62; 14/3 is 0.667 behind.
    expect(answer.step).toBe(6)
    expect(answer.value).toBeCloseTo(14 / 3, 12)
  })

  it('is the plain best where the noise is not known', () => {
    const broken = seriesOf([5, 4, 3, NaN, 3, 2, 1])
    const choose = (rule: 'best' | 'one-standard-error'): number =>
      defined(selectCheckpoint(broken, 'min', { rule })).step
    expect(choose('one-standard-error')).toBe(choose('best'))
  })
})

describe('the optimism of the best single value', () => {
  it('is what the luckiest of independent evaluations is expected to be off by', () => {
    const next = normals(5)
    let ratio = 0
    for (let draw = 0; draw < 200; draw++) {
      const values = Array.from({ length: 30 }, () => next())
      const choice = defined(selectCheckpoint(seriesOf(values), 'min'))
      ratio += (choice.bestSingle.optimism ?? NaN) / (choice.noise ?? NaN)
      expect(choice.bestSingle.optimism).toBeLessThanOrEqual(
        (choice.noise ?? NaN) * expectedMaximum(30),
      )
    }
    expect(ratio / 200).toBeGreaterThan(1.9)
  })

  it('is that of all evaluations where they alternate, and no more', () => {
    const values = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? 1 : 2))
    const { noise, bestSingle } = defined(selectCheckpoint(seriesOf(values), 'min'))
    expect(bestSingle.optimism).toBeCloseTo((noise ?? NaN) * expectedMaximum(20), 12)
  })

  it('does not take a trend for dependence', () => {
    const next = normals(6)
    const level = Array.from({ length: 60 }, () => next())
    const falling = level.map((value, i) => value - i / 4)
    const luck = (values: readonly number[]): number => {
      const { noise, bestSingle } = defined(selectCheckpoint(seriesOf(values), 'min'))
      return (bestSingle.optimism ?? NaN) / (noise ?? NaN)
    }
    expect(luck(falling)).toBeGreaterThan(2)
    expect(luck(falling)).toBeLessThan(2.4)
  })

  it('passes over what is missing', () => {
    const values = [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, NaN, Infinity]
    const { noise, bestSingle } = defined(selectCheckpoint(seriesOf(values), 'min'))
    expect(bestSingle.optimism).toBeCloseTo((noise ?? NaN) * expectedMaximum(12), 12)
  })
})

it('refuses a goal, a rule or a window that is none', () => {
  const curve = seriesOf([1, 2, 3, 4, 5])
  expect(() => selectCheckpoint(curve, 'lower' as 'min')).toThrow(/"min" or "max"/)
  expect(() => selectCheckpoint(curve, 'min', { rule: 'first' as 'best' })).toThrow(
    expect.objectContaining({ code: 'bad-option', message: expect.stringContaining('"first"') }),
  )
  expect(() => selectCheckpoint(curve, 'min', { window: 4 })).toThrow(/odd/)
})

it('mirrors: the highest of negated values is where the lowest is', () => {
  fc.assert(
    fc.property(series, (curve) => {
      const negated = { ...curve, values: curve.values.map((value) => -value) }
      const low = selectCheckpoint(curve, 'min')
      const high = selectCheckpoint(negated, 'max')
      expect(high.kind).toBe(low.kind)
      if (low.kind === 'undefined' || high.kind === 'undefined') return
      expect(high.step).toBe(low.step)
      expect(high.value + low.value).toBe(0)
      expect(high.bestSingle.step).toBe(low.bestSingle.step)
      expect(curve.steps.includes(low.step)).toBe(true)
      expect(low.value).toBeGreaterThanOrEqual(low.bestSingle.value)
    }),
  )
})

it('answers with finite numbers for values of any usual size', () => {
  const usual = fc.array(fc.double({ min: -1e100, max: 1e100, noNaN: true }), { minLength: 5 })
  fc.assert(
    fc.property(usual, (values) => {
      expect(holdsOnlyFinite(selectCheckpoint(seriesOf(values), 'max'))).toBe(true)
    }),
  )
})
