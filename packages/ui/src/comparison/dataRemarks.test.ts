import { defaultObjective, defineRun, type RunInput } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { englishFormatters } from '../testdata/formatters.ts'
import { dataRemarks, type RemarkContext } from './dataRemarks.ts'
import { comparisonMessages } from './messages.ts'

const remarksOn = (...inputs: RunInput[]): readonly string[] => {
  const runs = inputs.map((input, index) => defineRun({ id: index, ...input }))
  return dataRemarks(runs, runs, context)
}

const context: RemarkContext = {
  objective: defaultObjective,
  metric: 'eval loss',
  messages: comparisonMessages,
  formatters: englishFormatters,
  nameOf: ({ name }) => name,
}

const done = { metrics: { 'eval/loss': { min: 0.5 } } }
const early = { metrics: { 'train/loss': 0.5 } }

describe('dataRemarks', () => {
  it('has nothing to say of runs that are done and have a value', () => {
    expect(remarksOn(done, done)).toEqual([])
    expect(remarksOn()).toEqual([])
  })

  it('counts the runs without a value of the objective', () => {
    expect(remarksOn(done, early, early, done, early)).toEqual([
      '3 of 5 runs have no eval loss yet.',
    ])
    expect(remarksOn(done, early)).toEqual(['1 of 2 runs has no eval loss yet.'])
  })

  it('does not wait for the value of a run that logged NaN', () => {
    const diverged = { metrics: { 'eval/loss': { last: NaN } } }
    expect(remarksOn(diverged, done)).toEqual(['1 of 2 runs logged no finite eval loss.'])
  })

  it('says where a value may not be the best that the run had', () => {
    const last = { metrics: { 'eval/loss': 0.5 } }
    const sample = { metrics: { 'eval/loss': { min: 0.5, basis: 'sampled' as const } } }
    expect(remarksOn(last, sample, done)).toEqual([
      'The source tells only the last eval loss of 1 of 3 runs, which may not be the best.',
      'The eval loss of 1 of 3 runs comes from a sample; a better value may have been left out.',
    ])
  })

  it('names the runs that logged nothing at all, and does not count them again', () => {
    expect(remarksOn(done, { name: 'old one' }, { name: 'older' })).toEqual([
      'No metrics were logged by old one and older.',
    ])
  })

  it('says where a run was stopped', () => {
    const stopped = { ...done, name: 'lr-1e-3', status: 'failed', step: 812, totalSteps: 2000 }
    expect(remarksOn(stopped)).toEqual(['lr-1e-3: stopped at step 812 of 2\u202f000.'])
    expect(remarksOn({ ...stopped, step: 2000 })).toEqual([])
    expect(remarksOn({ ...stopped, totalSteps: null })).toEqual([])
    expect(remarksOn({ ...stopped, status: 'running' })).toEqual([])
    const epochs = { ...done, name: 'a', status: 'cancelled', epoch: 1.5, totalEpochs: 3 }
    expect(remarksOn(epochs)).toEqual(['a: stopped at epoch 1.5 of 3.'])
  })

  it('says how far a run came of which nobody knows whether it was stopped', () => {
    const lost = { ...done, name: 'a', status: 'unknown', step: 300, totalSteps: 600 }
    expect(remarksOn(lost)).toEqual(['a: logged up to step 300 of 600; how it ended is not known.'])
    expect(remarksOn({ ...lost, step: 600 })).toEqual([])
  })

  it('says of a run with a best value that it diverged since', () => {
    const diverged = { name: 'a', metrics: { 'eval/loss': { min: 0.5, last: NaN } } }
    expect(remarksOn(diverged, done)).toEqual(['a: eval loss ended in NaN.'])
  })

  it('counts all runs that are considered, and names only those that are shown', () => {
    const runs = [{ name: 'a' }, { name: 'b' }, early].map((input, id) =>
      defineRun({ id, ...input }),
    )
    expect(dataRemarks(runs, runs.slice(0, 1), context)).toEqual([
      '1 of 3 runs has no eval loss yet.',
      'No metrics were logged by a.',
    ])
  })
})
