import { defaultObjective, defineRun, type MetricSummary, type RunInput } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { reduceMetric, type MetricReducer } from './reduceMetric.ts'

const reduce = (
  metrics: NonNullable<RunInput['metrics']>,
  metric: string,
  reducer: MetricReducer,
): ReturnType<typeof reduceMetric> =>
  reduceMetric(defineRun({ id: 'a', metrics }), metric, reducer, defaultObjective)

const evalLoss = { min: 0.5, minStep: 100, last: 0.75, lastStep: 200 }

describe('reduceMetric', () => {
  it('takes the last, the lowest, the highest and the better end', () => {
    const metrics = { 'eval/accuracy': { min: 0.1, max: 0.9, last: 0.8 } }
    expect(reduce(metrics, 'eval/accuracy', 'last').value).toBe(0.8)
    expect(reduce(metrics, 'eval/accuracy', 'min').value).toBe(0.1)
    expect(reduce(metrics, 'eval/accuracy', 'max').value).toBe(0.9)
    expect(reduce(metrics, 'eval/accuracy', 'best').value).toBe(0.9)
  })

  it('keeps a NaN that was logged last, and calls it neither lowest nor highest', () => {
    expect(reduce({ other: NaN }, 'other', 'last').value).toBeNaN()
    expect(reduce({ other: NaN }, 'other', 'min').missing).toBe('last-only')
  })

  it('guesses no direction that a name does not tell', () => {
    expect(reduce({ other: { min: 1, max: 2 } }, 'other', 'best').missing).toBe('no-direction')
  })

  it('knows a value at the best step only where the summary holds the one of that step', () => {
    const at = (other: Partial<MetricSummary>): unknown => {
      const { value, missing } = reduce({ 'eval/loss': evalLoss, other }, 'other', 'atBest')
      return value ?? missing
    }
    expect(at({ last: 7, lastStep: 100 })).toBe(7)
    expect(at({ min: 6, minStep: 100, last: 7, lastStep: 200 })).toBe(6)
    expect(at({ max: 8, maxStep: 100, last: 7, lastStep: 200 })).toBe(8)
    expect(at({ min: 6, minStep: 50, last: 7, lastStep: 200 })).toBe('needs-series')
    expect(reduce({ 'eval/loss': evalLoss }, 'eval/loss', 'atBest').value).toBe(0.5)
  })

  it('takes the training loss that the summary pairs with the lowest eval loss', () => {
    const metrics = {
      'eval/loss': { ...evalLoss, trainAtMin: 0.4 },
      'train/loss': { last: 0.1, lastStep: 200 },
    }
    expect(reduce(metrics, 'train/loss', 'atBest').value).toBe(0.4)
  })

  it('says that no best step is known where the objective has none', () => {
    expect(reduce({ other: 1 }, 'other', 'atBest').missing).toBe('no-best')
    expect(reduce({ 'eval/loss': 1, other: 1 }, 'other', 'atBest').missing).toBe('no-best')
  })
})
