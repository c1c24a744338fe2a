import { defineRun, defineSeries } from '@runoff/core'
import { expect, it } from 'vitest'
import { changedRuns, type ReadRun } from './changedRuns.ts'

const runOf = (id: string, values: readonly number[], status = 'unknown'): ReadRun => ({
  run: defineRun({ id, status }),
  series: new Map([['loss', defineSeries(values.map((value, step) => ({ step, value })))]]),
})

it('names the runs that came, went, or read differently', () => {
  const before = [runOf('same', [1, NaN]), runOf('gone', [1]), runOf('longer', [1])]
  const after = [runOf('same', [1, NaN]), runOf('longer', [1, 2]), runOf('new', [])]
  expect(changedRuns(before, after)).toEqual(['longer', 'new', 'gone'])
})

it('sees a change of one value, of a sign of zero, and of a status', () => {
  expect(changedRuns([runOf('a', [1, 2])], [runOf('a', [1, 3])])).toEqual(['a'])
  expect(changedRuns([runOf('a', [0])], [runOf('a', [-0])])).toEqual(['a'])
  expect(changedRuns([runOf('a', [1])], [runOf('a', [1], 'failed')])).toEqual(['a'])
})

it('names none where nothing changed', () => {
  expect(changedRuns([], [])).toEqual([])
  expect(changedRuns([runOf('a', [NaN])], [runOf('a', [NaN])])).toEqual([])
})
