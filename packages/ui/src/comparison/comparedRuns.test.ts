import { defaultObjective, defineRun, type Run } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { comparedRuns, type ComparedRuns } from './comparedRuns.ts'

const run = (id: string, loss: number | null, createdAtMs = 0): Run =>
  defineRun({ id, createdAtMs, metrics: { 'eval/loss': loss } })

const runs = [run('a', 0.3), run('b', 0.1), run('none', null), run('c', 0.2), run('nan', NaN)]

const compare = (listed: readonly Run[], selectedIds: string[], maxSelected = 5): ComparedRuns =>
  comparedRuns(runs, listed, { selectedIds, maxSelected, objective: defaultObjective })

const idsOf = (compared: ComparedRuns): string[] => compared.runs.map(({ id }) => id)

describe('comparedRuns', () => {
  it('takes the selected runs in the order they were selected in', () => {
    const compared = compare(runs, ['none', 'a'])
    expect(idsOf(compared)).toEqual(['none', 'a'])
    expect(compared.reason).toBe('selected')
  })

  it('keeps a selected run that the list does not show', () => {
    expect(idsOf(compare([], ['a']))).toEqual(['a'])
  })

  it('puts nothing in the place of a selected run that is not known', () => {
    expect(idsOf(compare(runs, ['gone', 'a', '__proto__']))).toEqual(['a'])
    expect(compare(runs, ['gone'])).toMatchObject({
      runs: [],
      considered: [],
      reason: 'selected',
    })
  })

  it('takes the best of the listed runs where none is selected, the best first', () => {
    const compared = compare(runs, [], 2)
    expect(idsOf(compared)).toEqual(['b', 'c'])
    expect(compared.reason).toBe('best')
    expect(idsOf(compare(runs.slice(0, 1), []))).toEqual(['a'])
  })

  it('never takes a run without a value for one of the best', () => {
    expect(idsOf(compare(runs, []))).toEqual(['b', 'c', 'a'])
  })

  it('takes the newest where no run has a value yet', () => {
    const compared = compare([run('old', null, 1), run('new', null, 2)], [], 1)
    expect(idsOf(compared)).toEqual(['new'])
    expect(compared.reason).toBe('newest')
  })

  it('considers the selected runs, and without any all that are listed', () => {
    const considered = (selectedIds: string[]): string[] =>
      compare(runs, selectedIds, 2).considered.map(({ id }) => id)
    expect(considered(['c', 'a'])).toEqual(['c', 'a'])
    expect(considered([])).toEqual(['a', 'b', 'none', 'c', 'nan'])
  })

  it('takes none of none', () => {
    expect(idsOf(compare([], []))).toEqual([])
  })
})
