import { defineRun, type Objective, type Run } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { pastRunsOf } from './pastRuns.ts'

const objective: Objective = { metric: 'eval/loss', goal: 'min' }

const run = (id: string, more: object = {}): Run =>
  defineRun({ id, status: 'completed', metrics: { 'eval/loss': 1 }, ...more })

const live = run('live', { status: 'running', dataset: 'c4' })

const idsOf = (runs: readonly Run[], maximumRuns = 30, of = live): readonly string[] =>
  pastRunsOf(of, runs, { objective, maximumRuns }).map(({ id }) => id)

describe('the past of a live run', () => {
  it('is none where there are no runs', () => {
    expect(idsOf([])).toEqual([])
  })

  it('holds completed runs only, and so not the run itself', () => {
    const others = ['failed', 'cancelled', 'queued', 'running', 'unknown'].map((status) =>
      run(status, { status }),
    )
    expect(idsOf([live, ...others, run('done')])).toEqual(['done'])
  })

  it('holds runs on its dataset, and those of an unknown one', () => {
    const runs = [run('a', { dataset: 'c4' }), run('b', { dataset: 'pile' }), run('c')]
    expect(idsOf(runs)).toEqual(['a', 'c'])
    expect(idsOf(runs, 30, run('live', { status: 'running' }))).toEqual(['a', 'b', 'c'])
  })

  it('leaves out runs without a value of the objective', () => {
    const runs = [
      run('a', { metrics: { 'train/loss': 1 } }),
      run('b', { metrics: { 'eval/loss': NaN } }),
      run('c', { metrics: { 'eval/loss': 0 } }),
    ]
    expect(idsOf(runs)).toEqual(['c'])
  })

  it('comes with the most recent first: by end, else start, else creation, ids settling ties', () => {
    const runs = [
      run('unknown'),
      run('z', { endedAt: 3000 }),
      run('b', { endedAt: 2000, startedAt: 9000 }),
      run('a', { startedAt: 2000, createdAt: 9000 }),
      run('c', { createdAt: 4000 }),
      run('older', { endedAt: -1000 }),
    ]
    const expected = ['c', 'z', 'a', 'b', 'older', 'unknown']
    expect(idsOf(runs)).toEqual(expected)
    expect(idsOf(runs.toReversed())).toEqual(expected)
  })

  it('has no more than were asked for, the most recent of them', () => {
    const runs = Array.from({ length: 40 }, (_, i) => run(`r${i}`, { endedAt: i }))
    expect(idsOf(runs)).toHaveLength(30)
    expect(idsOf(runs, 2)).toEqual(['r39', 'r38'])
    expect(idsOf(runs, 41)).toHaveLength(40)
  })
})
