import { defaultObjective, defineRun } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { availableColumns, moveColumn, shownColumns, toggleColumn } from './availableColumns.ts'
import { summaryRows } from './summaryRow.ts'

const rows = summaryRows(
  [
    defineRun({ id: 'a', params: { lr: 1 }, metrics: { grad_norm: 1, 'eval/loss': 1 } }),
    defineRun({ id: 'b', params: { __proto__: 1, 'lora.r': 8 } }),
  ],
  defaultObjective,
)

describe('availableColumns', () => {
  it('has every metric with what may stand for it, and every parameter, each by name', () => {
    const { summary, metrics, parameters } = availableColumns(rows, defaultObjective)
    expect(summary).toContain('checkpoint')
    expect(metrics).toEqual([
      'metric:best:eval/loss',
      'metric:last:eval/loss',
      'metric:min:eval/loss',
      'metric:max:eval/loss',
      'metric:atBest:eval/loss',
      'metric:last:grad_norm',
      'metric:min:grad_norm',
      'metric:max:grad_norm',
      'metric:atBest:grad_norm',
    ])
    expect(parameters).toEqual(['param:lora.r', 'param:lr'])
  })
})

describe('shownColumns', () => {
  const shown = (columns: string[] | null, pinned: string[] = []): string[] =>
    shownColumns({ columns, pinned }, rows, defaultObjective).map(({ id }) => id)

  it('begins with the run, then what is pinned, in the order in which it was', () => {
    expect(shown(['gap', 'best', 'speed'], ['speed', 'best'])).toEqual([
      'run',
      'speed',
      'best',
      'gap',
    ])
    expect(shown(['gap', 'run'], ['model'])).toEqual(['run', 'gap'])
  })

  it('passes over what is no column, and keeps one that no run has a value for', () => {
    expect(shown(['nothing', 'metric:mean:x', 'param:', 'param:none', 'metric:last:x:y'])).toEqual([
      'run',
      'param:none',
      'metric:last:x:y',
    ])
  })

  it('leaves the choice to the table until someone chooses', () => {
    expect(shown(null)).toContain('best')
    expect(shown(null)).not.toContain('checkpoint')
    expect(shown([])).toEqual(['run'])
  })
})

describe('the choice of columns', () => {
  it('puts a column at the end, and takes it away again', () => {
    expect(toggleColumn(['a', 'b'], 'c')).toEqual(['a', 'b', 'c'])
    expect(toggleColumn(['a', 'b'], 'a')).toEqual(['b'])
  })

  it('moves a column by one place, and none past an end', () => {
    expect(moveColumn(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
    expect(moveColumn(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
    expect(moveColumn(['a', 'b'], 'a', -1)).toEqual(['a', 'b'])
    expect(moveColumn(['a', 'b'], 'x', 1)).toEqual(['a', 'b'])
  })
})
