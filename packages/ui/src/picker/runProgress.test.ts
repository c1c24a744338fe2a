import { defaultObjective, type RunInput } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { runNote } from './runProgress.ts'
import { runOf } from './testdata/runs.ts'

const noteOf = (input: RunInput) => runNote(runOf('a', input), defaultObjective)
const metrics = { 'eval/loss': 0.2 }

describe('runNote', () => {
  it('says how far a running run is', () => {
    expect(noteOf({ status: 'running', step: 812, totalSteps: 2000, metrics })).toEqual({
      kind: 'progress',
      progress: { unit: 'step', done: 812, total: 2000 },
    })
  })

  it('says where a run stopped that did not come to its end', () => {
    for (const status of ['failed', 'cancelled']) {
      expect(noteOf({ status, step: 812, totalSteps: 2000, metrics })).toEqual({
        kind: 'stopped',
        progress: { unit: 'step', done: 812, total: 2000 },
      })
    }
  })

  it('counts in epochs where only their number is known', () => {
    expect(noteOf({ status: 'failed', step: 812, epoch: 2.5, totalEpochs: 12 })).toEqual({
      kind: 'stopped',
      progress: { unit: 'epoch', done: 2.5, total: 12 },
    })
  })

  it('does not say that a run stopped which failed after its last step', () => {
    expect(noteOf({ status: 'failed', step: 2000, totalSteps: 2000, metrics })).toBeNull()
  })

  it('has nothing to add to a completed run with a value', () => {
    expect(noteOf({ step: 1990, totalSteps: 2000, metrics })).toBeNull()
  })

  it('says how far a run came whose status nobody knows, and not that it was stopped', () => {
    expect(noteOf({ status: 'unknown', step: 300, totalSteps: 600, metrics })).toEqual({
      kind: 'reached',
      progress: { unit: 'step', done: 300, total: 600 },
    })
    expect(noteOf({ status: 'unknown', step: 600, totalSteps: 600, metrics })).toBeNull()
    expect(noteOf({ status: 'unknown', step: 300, metrics })).toBeNull()
  })

  it('takes NaN for a value, which is shown', () => {
    expect(noteOf({ metrics: { 'eval/loss': NaN } })).toBeNull()
  })

  it('tells a run without metrics from one that has no value of the objective', () => {
    expect(noteOf({})).toEqual({ kind: 'noMetrics' })
    expect(noteOf({ status: 'queued' })).toEqual({ kind: 'noMetricsYet' })
    expect(noteOf({ metrics: { 'train/loss': 1 } })).toEqual({ kind: 'noValue' })
  })
})
