import { defaultObjective, defineRun, type RunInput, type TableSorting } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortSummary } from './sortSummary.ts'
import { columnOf } from './summaryColumns.ts'
import { runLines } from './summaryLines.ts'
import { summaryRows } from './summaryRow.ts'

function sortedBy(inputs: readonly RunInput[], sorting: readonly TableSorting[]): string[] {
  const rows = summaryRows(inputs.map(defineRun), defaultObjective)
  const columnById = (id: string) => columnOf(id, defaultObjective, rows)
  return sortSummary(runLines(rows), sorting, columnById).map(({ row }) => row.run.id)
}

const sortedIds = (inputs: readonly RunInput[], column: string, isDescending = false): string[] =>
  sortedBy(inputs, [{ column, isDescending }])

const train = (id: string, last: number | null): RunInput => ({
  id,
  metrics: { 'train/loss': last },
})

const mixed = [
  train('missing', null),
  train('nan', NaN),
  train('two', 2),
  train('down', -Infinity),
  train('up', Infinity),
  train('one', 1),
]

describe('sortSummary', () => {
  it('keeps NaN after the numbers and missing values after that, in both directions', () => {
    expect(sortedIds(mixed, 'trainLoss')).toEqual(['down', 'one', 'two', 'up', 'nan', 'missing'])
    expect(sortedIds(mixed, 'trainLoss', true)).toEqual([
      'up',
      'two',
      'one',
      'down',
      'nan',
      'missing',
    ])
  })

  it('gives one order whatever the order of the input', () => {
    const anyRun = fc.record({
      id: fc.uuid(),
      value: fc.oneof(fc.double(), fc.constant(null)),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(anyRun, { selector: ({ id }) => id }),
        fc.boolean(),
        (runs, down) => {
          const inputs = runs.map(({ id, value }) => train(id, value))
          expect(sortedIds(inputs.toReversed(), 'trainLoss', down)).toEqual(
            sortedIds(inputs, 'trainLoss', down),
          )
        },
      ),
    )
  })

  it('orders equal values by id in both directions', () => {
    const runs = [train('b', 1), train('a', 1), train('c', 1)]
    expect(sortedIds(runs, 'trainLoss')).toEqual(['a', 'b', 'c'])
    expect(sortedIds(runs, 'trainLoss', true)).toEqual(['a', 'b', 'c'])
  })

  it('orders text without regard to case, and what is missing last', () => {
    const runs = [
      { id: '1', model: 'org/b' },
      { id: '2', model: null },
      { id: '3', model: 'Org/a' },
    ]
    expect(sortedIds(runs, 'model')).toEqual(['3', '1', '2'])
    expect(sortedIds(runs, 'model', true)).toEqual(['1', '3', '2'])
  })

  it('orders by status from completed to failed', () => {
    const runs = ['failed', 'running', 'completed'].map((status) => ({ id: status, status }))
    expect(sortedIds(runs, 'status')).toEqual(['completed', 'running', 'failed'])
  })

  it('never compares speeds of different units', () => {
    const runs = [
      { id: 'slow tokens', metrics: { tokens_per_second: 10 } },
      { id: 'samples', metrics: { samples_per_second: 100 } },
      { id: 'fast tokens', metrics: { tokens_per_second: 1000 } },
    ]
    expect(sortedIds(runs, 'speed', true)).toEqual(['fast tokens', 'slow tokens', 'samples'])
  })

  it('goes on to the next column where the first leaves runs equal', () => {
    const runs = [
      { id: '1', model: 'a', dataset: 'x' },
      { id: '2', model: 'b', dataset: 'x' },
      { id: '3', model: 'a', dataset: 'y' },
    ]
    const byBoth = [
      { column: 'model', isDescending: false },
      { column: 'dataset', isDescending: true },
    ]
    expect(sortedBy(runs, byBoth)).toEqual(['3', '1', '2'])
    expect(sortedBy(runs, byBoth.toReversed())).toEqual(['3', '1', '2'])
    expect(sortedBy(runs, [{ column: 'model', isDescending: true }])).toEqual(['2', '1', '3'])
  })

  it('passes over a column that is not there', () => {
    const runs = [{ id: 'b' }, { id: 'a' }]
    expect(sortedBy(runs, [{ column: 'nothing', isDescending: true }])).toEqual(['a', 'b'])
    expect(sortedBy(runs, [])).toEqual(['a', 'b'])
  })

  it('sorts a parameter that is a number here and a word there as words', () => {
    const runs = ['auto', 10, 9].map((value, id) => ({ id, params: { workers: value } }))
    expect(sortedIds(runs, 'param:workers')).toEqual(['1', '2', '0'])
    expect(sortedIds(runs.slice(1), 'param:workers')).toEqual(['2', '1'])
  })
})
