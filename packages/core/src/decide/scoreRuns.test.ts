import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Objective } from '../run/run.ts'
import { estimateRuns } from './estimate.ts'
import { scoreRuns, type RunScore } from './scoreRuns.ts'
import { curveOf, known, runOf, type GivenRun } from './testdata/runs.ts'

const loss: Objective = { metric: 'eval/loss', goal: 'min' }
const accuracy: Objective = { metric: 'eval/accuracy', goal: 'max' }

function scoresOf(given: Readonly<Record<string, GivenRun>>, objective = loss): RunScore[] {
  const runs = Object.entries(given).map(([id, each]) => runOf(id, each))
  return [...scoreRuns(estimateRuns(runs, objective), objective)]
}

describe('scoreRuns', () => {
  it('gives 79 and 88.33 for losses 0.5 and 0.6 with gaps 0.2 and 0.02', () => {
    const [a, b] = scoresOf({ a: { loss: 0.5, train: 0.3 }, b: { loss: 0.6, train: 0.58 } })
    expect(a?.score).toBeCloseTo(79, 12)
    expect(b?.score).toBeCloseTo(88.33333333333334, 12)
    expect(a?.breakdown).toMatchObject({ evalScore: 100, overfitScore: 30, gapBasis: 'last' })
    expect(b?.breakdown.evalScore).toBeCloseTo(83.333, 3)
  })

  it.each([
    [0, 100],
    [0.0499, 100],
    [0.05, 80],
    [0.0999, 80],
    [0.1, 60],
    [0.1999, 60],
    [0.2, 30],
    [5, 30],
    [-0.001, 40],
  ])('scores a gap of %d with %d', (gap, score) => {
    const [only] = scoresOf({ a: { loss: 2 + gap, train: 2 } })
    expect(only?.breakdown.overfitScore).toBe(score)
    expect(only?.breakdown.gap).toBeCloseTo(gap, 12)
    expect(only?.score).toBeCloseTo(70 + 0.3 * score, 12)
  })

  it('does not let floating point decide at a limit', () => {
    // 0.3 - 0.2 = 0.09999999999999998 and 0.3 - 0.1 - 0.2 = -2.8e-17
    const [a, b] = scoresOf({
      a: { loss: 0.3, train: 0.2 },
      b: { loss: 0.3 - 0.1, train: 0.2 },
    })
    expect(a?.breakdown.overfitScore).toBe(60)
    expect(b?.breakdown).toMatchObject({ overfitScore: 100, gap: 0 })
  })

  it('takes the value alone where there is no training value', () => {
    const [a, b] = scoresOf({ a: { loss: 1 }, b: { loss: 4, train: 4 } })
    expect(a).toMatchObject({
      score: 100,
      breakdown: { overfitScore: null, gap: null, trainValue: null, gapBasis: null },
    })
    expect(b?.score).toBeCloseTo(0.7 * 25 + 30, 12)
  })

  it('goes linearly from the best to the worst where some value is not positive', () => {
    const scores = scoresOf({ a: { loss: -1 }, b: { loss: 0 }, c: { loss: 3 } })
    expect(scores.map(({ score }) => score)).toEqual([100, 75, 0])
  })

  it('gives equal values 100 each, whatever their sign', () => {
    for (const value of [-1, 0, 2]) {
      expect(scoresOf({ a: { loss: value }, b: { loss: value } }).map((s) => s.score)).toEqual([
        100, 100,
      ])
    }
  })

  it('mirrors all of that where higher is better', () => {
    const of = (value: number, train?: number): GivenRun => ({
      metrics: {
        'eval/accuracy': known(value),
        ...(train === undefined ? {} : { 'train/accuracy': known(train) }),
      },
    })
    const [a, b] = scoresOf({ a: of(0.8, 0.87), b: of(0.4, 0.3) }, accuracy)
    expect(a?.breakdown).toMatchObject({ evalScore: 100, overfitScore: 80 })
    expect(b?.breakdown).toMatchObject({ evalScore: 50, overfitScore: 40 })
    expect(b?.breakdown.gap).toBeCloseTo(-0.1, 12)
    const mixed = scoresOf({ a: of(1), b: of(-3), c: of(0) }, accuracy)
    expect(mixed.map(({ score }) => score)).toEqual([100, 0, 75])
  })

  it('knows no partner in training for a metric that is of no evaluation', () => {
    const run = runOf('a', { train: 1, metrics: { reward: known(3), 'train/reward': known(9) } })
    const objective: Objective = { metric: 'reward', goal: 'max' }
    const [only] = scoreRuns(estimateRuns([run], objective), objective)
    expect(only?.breakdown.trainValue).toBeNull()
  })

  it('takes the training value at the step of the best evaluation where the summary has it', () => {
    const evalLoss = { last: 2, min: 1, max: 3, minStep: 50, maxStep: 0, lastStep: 90, count: 9 }
    const train = (parts: object) => ({
      metrics: { 'eval/loss': evalLoss, 'train/loss': { last: 0.1, count: 9, ...parts } },
    })
    const [last, lowest, highest, unknown] = scoresOf({
      a: train({ lastStep: 50 }),
      b: train({ min: 0.05, minStep: 50, lastStep: 90 }),
      c: train({ max: 4, maxStep: 50, lastStep: 90 }),
      d: train({ min: 0.05, minStep: 80, lastStep: 90 }),
    })
    expect(last?.breakdown).toMatchObject({ trainValue: 0.1, gapBasis: 'at-best' })
    expect(lowest?.breakdown).toMatchObject({ trainValue: 0.05, gapBasis: 'at-best' })
    expect(highest?.breakdown).toMatchObject({ trainValue: 4, gapBasis: 'at-best' })
    expect(unknown?.breakdown).toMatchObject({ trainValue: 0.1, gapBasis: 'last' })
  })

  it('takes the training value that the summary holds for either extreme', () => {
    const summary = { ...known(1), min: 1, max: 5, trainAtMin: 0.96, trainAtMax: 4.5 }
    const run = runOf('a', { metrics: { 'eval/loss': summary, 'train/loss': known(0.1) } })
    const of = (goal: 'min' | 'max') => {
      const objective: Objective = { metric: 'eval/loss', goal }
      return scoreRuns(estimateRuns([run], objective), objective)[0]?.breakdown
    }
    expect(of('min')).toMatchObject({ trainValue: 0.96, gapBasis: 'at-best', overfitScore: 100 })
    expect(of('max')).toMatchObject({ trainValue: 4.5, gapBasis: 'at-best' })
  })

  it('reads it from the series, past values that are no numbers', () => {
    const run = runOf('a', { loss: 1, train: 0.1 })
    const series = new Map([
      [
        'a',
        new Map([
          ['eval/loss', curveOf([2, NaN, 1, 1.5])],
          ['train/loss', curveOf([2, 0.9, NaN, 0.1])],
        ]),
      ],
    ])
    const [only] = scoreRuns(estimateRuns([run], loss), loss, series)
    expect(only?.breakdown).toMatchObject({ trainValue: 0.9, gapBasis: 'at-best' })
    expect(only?.breakdown.gap).toBeCloseTo(0.1, 12)
  })

  it('takes the last training value where the series begins after the best evaluation', () => {
    const run = runOf('a', { loss: 1, train: 0.7 })
    const series = new Map([
      [
        'a',
        new Map([
          ['eval/loss', curveOf([1, 2])],
          ['train/loss', curveOf([1], 500)],
        ]),
      ],
    ])
    const [only] = scoreRuns(estimateRuns([run], loss), loss, series)
    expect(only?.breakdown).toMatchObject({ trainValue: 0.7, gapBasis: 'last' })
  })

  it('stays between 0 and 100 for any finite values', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1 }),
        fc.constantFrom('min' as const, 'max' as const),
        (all, goal) => {
          const objective: Objective = { metric: 'eval/loss', goal }
          const runs = all.map((each, place) => runOf(`${place}`, { loss: each }))
          const scores = scoreRuns(estimateRuns(runs, objective), objective).map((s) => s.score)
          expect(Math.max(...scores)).toBe(100)
          expect(Math.min(...scores)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })
})
