import { defaultObjective, type PickerSort, type Run } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortRuns } from './sortRuns.ts'
import { runOf, runWithLoss } from './testdata/runs.ts'

const idsOf = (runs: readonly Run[]): readonly string[] => runs.map((run) => run.id)
const sortedIds = (runs: readonly Run[], sortBy: PickerSort): readonly string[] =>
  idsOf(sortRuns(runs, sortBy, defaultObjective))

describe('sortRuns', () => {
  const dated = [
    runOf('no date'),
    runOf('monday', { createdAtMs: 1000 }),
    runOf('tuesday', { createdAtMs: 2000 }),
    runOf('only started', { startedAtMs: 1500 }),
  ]

  it('puts the newest first, and runs without a date last', () => {
    expect(sortedIds(dated, 'newest')).toEqual(['tuesday', 'only started', 'monday', 'no date'])
  })

  it('puts the oldest first, and runs without a date last here too', () => {
    expect(sortedIds(dated, 'oldest')).toEqual(['monday', 'only started', 'tuesday', 'no date'])
  })

  it('puts the best value first, and NaN with the runs that have none', () => {
    const runs = [
      runWithLoss('b', NaN),
      runWithLoss('high', 0.4),
      runOf('a'),
      runWithLoss('low', 0.1),
    ]
    expect(sortedIds(runs, 'best')).toEqual(['low', 'high', 'a', 'b'])
  })

  it('knows that a high accuracy is a good one', () => {
    const accuracy = { metric: 'eval/accuracy', goal: 'max' } as const
    const runs = [0.2, 0.9, 0].map((value) =>
      runOf(String(value), { metrics: { 'eval/accuracy': value } }),
    )
    expect(idsOf(sortRuns([...runs, runOf('none')], 'best', accuracy))).toEqual([
      '0.9',
      '0.2',
      '0',
      'none',
    ])
  })

  it('puts what is still running before what is done', () => {
    const runs = ['unknown', 'failed', 'completed', 'queued', 'cancelled', 'running'].map(
      (status) => runOf(status, { status }),
    )
    expect(sortedIds(runs, 'status')).toEqual([
      'running',
      'queued',
      'completed',
      'failed',
      'cancelled',
      'unknown',
    ])
  })

  it('gives one answer for every order of the input, and leaves the input alone', () => {
    const run = fc.record({
      id: fc.string(),
      createdAtMs: fc.option(fc.constantFrom(1, 2, 3)),
      status: fc.constantFrom('completed', 'failed', 'running'),
      loss: fc.option(fc.constantFrom(0, 0.1, 0.2, NaN, Infinity)),
    })
    const runs = fc.uniqueArray(run, { selector: ({ id }) => id, maxLength: 12 })
    const sort = fc.constantFrom<PickerSort>('newest', 'oldest', 'best', 'status')
    fc.assert(
      fc.property(runs, sort, fc.infiniteStream(fc.nat()), (inputs, sortBy, random) => {
        const given = inputs
          .filter(({ id }) => id.trim() !== '')
          .map(({ loss, ...input }) =>
            runOf(input.id, { ...input, metrics: { 'eval/loss': loss } }),
          )
        const shuffled = given
          .map((item) => ({ item, key: Number(random.next().value) }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ item }) => item)
        const before = idsOf(shuffled)
        expect(sortedIds(shuffled, sortBy)).toEqual(sortedIds(given, sortBy))
        expect(idsOf(shuffled)).toEqual(before)
      }),
    )
  })
})
