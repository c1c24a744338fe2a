import { defineRun, type Run } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { xMetrics } from './xMetrics.ts'

const growing = { min: 10, max: 900, last: 900, minStep: 1, maxStep: 90, count: 90 }

const runOf = (metrics: Readonly<Record<string, object>>): Run =>
  defineRun({ id: JSON.stringify(metrics), metrics })

describe('xMetrics', () => {
  it('finds what is counted up, by name', () => {
    const names = ['train/num_tokens', 'total_flos', 'tokens_seen', 'consumed_samples']
    const run = runOf(Object.fromEntries([...names, 'eval/loss'].map((name) => [name, growing])))
    expect(xMetrics([run])).toEqual(names.toSorted())
  })

  it.each(['tokens_per_second', 'eval/token_accuracy', 'tokens/batch_size', 'mean_tokens_length'])(
    'leaves out %s, which is no count',
    (name) => {
      expect(xMetrics([runOf({ [name]: growing })])).toEqual([])
    },
  )

  it('leaves out what fell again in any of the runs', () => {
    const falling = { ...growing, last: 500 }
    expect(xMetrics([runOf({ tokens: growing }), runOf({ tokens: falling })])).toEqual([])
    expect(xMetrics([runOf({ tokens: growing }), runOf({ loss: falling })])).toEqual(['tokens'])
  })

  it('leaves out one number, along which nothing can lie', () => {
    expect(xMetrics([runOf({ tokens: { ...growing, min: 900, count: 1 } })])).toEqual([])
    expect(xMetrics([])).toEqual([])
  })
})
