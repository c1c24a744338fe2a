import { defaultObjective, defineRun, type RunInput } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { summaryRow, summaryRowKey, type SummaryRow } from './summaryRow.ts'

const rowOf = (input: RunInput, objective = defaultObjective): SummaryRow =>
  summaryRow(defineRun({ id: 'a', ...input }), objective)

describe('summaryRow', () => {
  it('has no values for a run of which nothing is known', () => {
    expect(rowOf({})).toMatchObject({
      model: null,
      best: null,
      evalLoss: null,
      trainLoss: null,
      gap: null,
      perplexity: null,
      learningRate: null,
      batchSize: null,
      speed: null,
      durationMs: null,
      epochs: null,
      stepsToBest: null,
    })
  })

  it('takes the best eval loss, the last train loss and their difference', () => {
    const row = rowOf({
      metrics: {
        'eval/loss': { min: 0.5, minStep: 900, last: 0.75, basis: 'full' },
        'train/loss': { min: 0.125, last: 0.25 },
      },
    })
    expect(row).toMatchObject({
      best: { value: 0.5, basis: 'full' },
      trainLoss: 0.25,
      gap: 0.25,
      stepsToBest: 900,
    })
  })

  it('follows the objective to its own metric and end', () => {
    const row = rowOf(
      { metrics: { 'eval/accuracy': { max: 0.9, maxStep: 70, min: 0.1, minStep: 1, last: 0.8 } } },
      { metric: 'eval/accuracy', goal: 'max' },
    )
    expect(row).toMatchObject({ best: { value: 0.9 }, stepsToBest: 70, evalLoss: null })
  })

  it('shows NaN where nothing else was logged', () => {
    const row = rowOf({ metrics: { 'eval/loss': { last: NaN }, 'train/loss': { last: 1 } } })
    expect(row.best?.value).toBeNaN()
    expect(row.gap).toBeNaN()
  })

  it('takes the step of the checkpoint that the source calls the best, of the eval loss alone', () => {
    const run = { metrics: { 'eval/loss': 0.5 }, best: { step: 400 } }
    expect(rowOf(run).stepsToBest).toBe(400)
    expect(rowOf(run, { metric: 'eval/f1', goal: 'max' }).stepsToBest).toBeNull()
  })

  it.each(['eval/perplexity', 'perplexity'])('reads the perplexity from %s', (metric) => {
    expect(rowOf({ metrics: { [metric]: { min: 3, last: 4 } } }).perplexity?.value).toBe(3)
    expect(rowOf({ metrics: { [metric]: 4 } }).perplexity).toEqual({ value: 4, basis: 'last-only' })
  })

  it('computes no perplexity from a loss, which may be of another kind', () => {
    expect(rowOf({ metrics: { 'eval/loss': 0.5 } }).perplexity).toBeNull()
  })

  it.each([
    { learning_rate: 3e-4 },
    { lr: '3e-4' },
    { training: { learning_rate: 3e-4 } },
    { lr0: 3e-4 },
    { initial_lr: 3e-4 },
    { 'trainer.max_learning_rate': 3e-4 },
  ])('reads the learning rate from %j', (params) => {
    expect(rowOf({ params, metrics: { learning_rate: { max: 1, last: 0 } } }).learningRate).toBe(
      3e-4,
    )
  })

  it('reads the learning rate that was logged highest where none was configured', () => {
    expect(rowOf({ metrics: { learning_rate: { max: 3e-4, last: 0 } } }).learningRate).toBe(3e-4)
    expect(rowOf({ metrics: { learning_rate: 1e-4 } }).learningRate).toBe(1e-4)
  })

  it.each([
    'batch_size',
    'train_batch_size',
    'per_device_train_batch_size',
    'per_gpu_train_batch_size',
    'per_device_batch_size',
    'global_batch_size',
    'micro_batch_size',
    'batchSize',
  ])('reads the batch size from %s', (name) => {
    expect(rowOf({ params: { [name]: 8 } }).batchSize).toBe(8)
  })

  it.each([
    ['train/samples_per_second', 'samples'],
    ['train_samples_per_second', 'samples'],
    ['samples_per_second', 'samples'],
    ['train/tokens_per_second', 'tokens'],
    ['tokens_per_second', 'tokens'],
    ['tps', 'tokens'],
    ['train/steps_per_second', 'steps'],
  ])('reads the speed from %s', (metric, unit) => {
    expect(rowOf({ metrics: { [metric]: 12 } }).speed).toEqual({ perSecond: 12, unit })
  })

  it('prefers samples to steps, because a step is as large as its batch', () => {
    const metrics = { 'train/steps_per_second': 2, 'train/samples_per_second': 16 }
    expect(rowOf({ metrics }).speed).toEqual({ perSecond: 16, unit: 'samples' })
  })

  it('takes the duration from the clock or from the logged training time', () => {
    expect(rowOf({ startedAtMs: 1000, endedAtMs: 61_000 }).durationMs).toBe(60_000)
    expect(rowOf({ metrics: { 'train/runtime': 9 } }).durationMs).toBe(9000)
  })

  it('counts epochs with those planned', () => {
    expect(rowOf({ epoch: 2.5, totalEpochs: 3 }).epochs).toEqual({ done: 2.5, total: 3 })
    expect(rowOf({ epoch: 2.5 }).epochs).toEqual({ done: 2.5, total: null })
  })

  it('cleans the model as the groups do', () => {
    expect(rowOf({ model: '/models/org/name' }).model).toBe('org/name')
  })

  it('tells runs of two sources apart that have one id', () => {
    expect(summaryRowKey(rowOf({ source: 'x' }))).not.toBe(summaryRowKey(rowOf({ source: 'y' })))
  })
})
