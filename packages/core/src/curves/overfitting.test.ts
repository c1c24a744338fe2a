import { describe, expect, it } from 'vitest'
import { defineSeries } from '../series/defineSeries.ts'
import { overfitting } from './overfitting.ts'
import { columnsOf, defined, holdsOnlyFinite, normals, seriesOf } from './testdata/curves.ts'

const evalLosses = [1, 0.8, 0.6, 0.5, 0.45, 0.44, 0.43, 0.44, 0.46, 0.48]
const trainLosses = [0.9, 0.75, 0.58, 0.46, 0.4, 0.36, 0.33, 0.31, 0.29, 0.28]

const evals = seriesOf(evalLosses)
const trains = seriesOf(trainLosses)
const negated = (values: readonly number[]): readonly number[] => values.map((value) => -value)

describe('the finding', () => {
  it('is overfitting where eval has turned and train goes on improving', () => {
    const answer = defined(overfitting(evals, trains, 'min'))
    expect(answer.finding).toBe('overfitting')
    // The means of three are lowest at step 7, and 0.47 at the end; GL is 100 (0.48 / 0.43 - 1).
    expect(answer.sinceStep).toBe(7)
    expect(answer.generalizationLoss).toBeCloseTo(11.627906976744185, 10)
    // Deviations · sqrt(3/2): 0, .05, .025, .02, 0, .01, .005, 0; their median is 0.0075.
    const noise = (1.4826 * 0.0075 * Math.sqrt(2 / 3)) / (1 + 0.6 / 8)
    expect(answer.worsenedBy).toBeCloseTo((0.47 - 1.31 / 3) / noise, 8)
    expect(answer.strips).toBe(2)
  })

  it('is diverging where train has become worse too', () => {
    const worse = seriesOf([0.9, 0.75, 0.58, 0.46, 0.4, 0.36, 0.33, 0.35, 0.38, 0.5])
    expect(defined(overfitting(evals, worse, 'min')).finding).toBe('diverging')
  })

  it('names neither where train is not known, or moves neither way', () => {
    const level = seriesOf([0.9, 0.75, 0.58, 0.46, 0.4, 0.36, 0.33, 0.34, 0.33, 0.34])
    const finding = (train: Parameters<typeof overfitting>[1]): unknown =>
      defined(overfitting(evals, train, 'min')).finding
    expect(finding(null)).toBe('eval-worse')
    expect(finding(level)).toBe('eval-worse')
    expect(finding(seriesOf([]))).toBe('eval-worse')
    expect(finding(seriesOf([0.9, 0.75, 0.58, 0.46, 0.4, 0.36, 0.33, 0.31, 0.29]))).toBe(
      'eval-worse',
    )
    const byEpoch = defineSeries({
      steps: trains.steps,
      values: trains.values,
      stepUnit: 'epoch',
    })
    expect(finding(byEpoch)).toBe('eval-worse')
    const bothByEpoch = overfitting({ ...evals, stepUnit: 'epoch' }, byEpoch, 'min')
    expect(defined(bothByEpoch).finding).toBe('overfitting')
    expect(finding({ ...trains, stepUnit: 'step' })).toBe('overfitting')
  })

  it('claims nothing of train where the interval of its slope ends at 0', () => {
    const start = trainLosses.slice(0, 6)
    const finding = (latest: readonly number[]): unknown =>
      defined(overfitting(evals, seriesOf([...start, ...latest]), 'min')).finding
    expect(finding([0.33, 0.33, 0.31, 0.29])).toBe('eval-worse')
    expect(finding([0.33, 0.32, 0.31, 0.29])).toBe('overfitting')
    expect(finding([0.33, 0.33, 0.35, 0.38])).toBe('eval-worse')
    expect(finding([0.33, 0.34, 0.35, 0.38])).toBe('diverging')
  })

  it('has no loss in percent for a metric to maximise', () => {
    const accuracies = seriesOf([0.5, 0.6, 0.7, 0.75, 0.8, 0.81])
    expect(defined(overfitting(accuracies, null, 'max')).generalizationLoss).toBeNull()
    expect(defined(overfitting(accuracies, null, 'min')).generalizationLoss).not.toBeNull()
  })

  it('is none while eval is at its best, or not far from it', () => {
    const falling = defined(overfitting(trains, trains, 'min'))
    expect(falling).toMatchObject({ finding: 'none', sinceStep: null, worsenedBy: 0, strips: 0 })
    expect(falling.generalizationLoss).toBe(0)
  })

  it('mirrors for a metric to maximise, which has no loss in percent', () => {
    const answer = overfitting(seriesOf(negated(evalLosses)), seriesOf(negated(trainLosses)), 'max')
    const mirrored = defined(overfitting(evals, trains, 'min'))
    expect(answer).toEqual({ ...mirrored, generalizationLoss: null })
    const worse = seriesOf(negated([0.9, 0.75, 0.58, 0.46, 0.4, 0.36, 0.33, 0.35, 0.38, 0.5]))
    expect(defined(overfitting(seriesOf(negated(evalLosses)), worse, 'max')).finding).toBe(
      'diverging',
    )
  })

  it('looks at train only from the best step to the last evaluation', () => {
    // Train rises before and after that stretch, and falls within.
    const train = columnsOf(
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
      [1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 7, 8, 9, 10, 11, 12],
    )
    expect(defined(overfitting(evals, train, 'min')).finding).toBe('overfitting')
  })
})

describe('the threshold', () => {
  // Means of three: …, best 10 at step 8; the noise is that of the zigzag.
  const zigzag = (rise: readonly number[]): readonly number[] => [
    ...[30, 27, 24, 21, 18, 15, 12].map((value, i) => value + (i % 2)),
    ...[9, 10, 9, 10].map((value) => value + 0.5),
    ...rise,
  ]

  it('needs as many evaluations in a row as strips, up to the last', () => {
    const values = zigzag([11, 14, 20, 26])
    const { strips, finding } = defined(overfitting(seriesOf(values), null, 'min'))
    expect(finding).toBe('eval-worse')
    expect(strips).toBeGreaterThan(1)
    const find = (count: number): unknown =>
      defined(overfitting(seriesOf(values), null, 'min', { strips: count })).finding
    expect(find(strips)).toBe('eval-worse')
    expect(find(strips + 1)).toBe('none')
    const recovered = [...values, 9, 9, 9]
    expect(defined(overfitting(seriesOf(recovered), null, 'min'))).toMatchObject({
      finding: 'none',
      strips: 0,
    })
  })

  it('takes two strips unless told otherwise', () => {
    const level = [10, 8, 6, 6.5, 6, 6.5, 6, 6.5, 6, 6.5, 6]
    const find = (latest: readonly number[], options = {}): unknown => {
      const { strips, finding } = defined(
        overfitting(seriesOf([...level, ...latest]), null, 'min', options),
      )
      return [strips, finding]
    }
    expect(find([9])).toEqual([1, 'none'])
    expect(find([9], { strips: 1 })).toEqual([1, 'eval-worse'])
    expect(find([9, 9])).toEqual([2, 'eval-worse'])
    expect(find([9, 9], { strips: 3 })).toEqual([2, 'none'])
  })

  it('takes it to be more than the threshold', () => {
    const { worsenedBy } = defined(overfitting(evals, null, 'min'))
    const strips = (threshold: number): number =>
      defined(overfitting(evals, null, 'min', { threshold })).strips
    expect(strips(worsenedBy)).toBe(0)
    expect(strips(worsenedBy * (1 - 1e-9))).toBe(1)
    expect(strips(1)).toBe(2)
  })

  it('is two sd of one evaluation unless told otherwise', () => {
    // A zigzag of noise 1.4826 · sqrt(2/3) / (1 + 0.6/m) and a rise of its level at the end.
    const level = (rise: number): number =>
      defined(
        overfitting(
          seriesOf(Array.from({ length: 14 }, (_, i) => (i % 2) + (i >= 8 ? rise : 0))),
          null,
          'min',
        ),
      ).strips
    expect(level(2)).toBe(0)
    expect(level(3.2)).toBeGreaterThan(2)
  })
})

describe('what is missing', () => {
  it('takes five evaluations, and their noise', () => {
    const tooFew = { kind: 'undefined', reason: 'too-few-points' }
    expect(overfitting(seriesOf([]), null, 'min')).toEqual(tooFew)
    expect(overfitting(seriesOf([1, 2, 3, 4]), null, 'min')).toEqual(tooFew)
    expect(overfitting(seriesOf([1, 2, 3, NaN, 3, 4, 5]), null, 'min')).toEqual(tooFew)
    expect(overfitting(seriesOf([1, 2, 3, 4, 5]), null, 'min').kind).toBe('defined')
  })

  it('passes over evaluations that are missing', () => {
    const gap = [...evalLosses.slice(0, 3), NaN, ...evalLosses.slice(3), NaN]
    const answer = defined(overfitting(seriesOf(gap), null, 'min'))
    expect(answer).toMatchObject({ finding: 'eval-worse', sinceStep: 8, strips: 3 })
    expect(answer.generalizationLoss).toBeCloseTo(11.627906976744185, 10)
  })

  it('has a finite answer for straight and for level curves', () => {
    const rising = defined(overfitting(seriesOf([1, 2, 3, 4, 5, 6]), null, 'min'))
    expect(rising).toMatchObject({ finding: 'eval-worse', sinceStep: 1 })
    expect(rising.worsenedBy).toBeGreaterThan(1e6)
    for (const values of [[0, 0, 0, 0, 0, 0], Array(9).fill(0.1), [-1, 1, 3, 5, 7, 9]]) {
      expect(holdsOnlyFinite(defined(overfitting(seriesOf(values), null, 'min')))).toBe(true)
    }
    expect(defined(overfitting(seriesOf(Array(9).fill(0.1)), null, 'min'))).toMatchObject({
      finding: 'none',
      worsenedBy: 0,
    })
  })

  it('refuses a goal that is none', () => {
    expect(() => overfitting(evals, null, 'low' as 'min')).toThrow(/"min" or "max"/)
  })
})

it('seldom finds what is not there, and finds what is', () => {
  const next = normals(12)
  const find = (trend: (share: number) => number): number => {
    let found = 0
    for (let draw = 0; draw < 100; draw++) {
      const values = Array.from({ length: 30 }, (_, i) => trend((i + 1) / 30) + next())
      const train = seriesOf(Array.from({ length: 30 }, (_, i) => 5 - i / 10 + 0.1 * next()))
      const answer = defined(overfitting(seriesOf(values), train, 'min'))
      if (answer.finding === 'overfitting') found++
    }
    return found / 100
  }
  expect(find((share) => 20 * Math.exp(-share / 0.1))).toBeLessThan(0.05)
  expect(find((share) => 20 * Math.exp(-share / 0.3))).toBeLessThan(0.02)
  expect(find((share) => 12 * Math.abs(share - 0.5))).toBeGreaterThan(0.9)
})
