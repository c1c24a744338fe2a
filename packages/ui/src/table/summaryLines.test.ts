import { defaultObjective, defineRun, type Run, type RunInput } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { columnOf, type SummaryColumn } from './summaryColumns.ts'
import { groupedLines, groupStat, lineUnit, lineValue, type GroupLine } from './summaryLines.ts'
import { summaryRows } from './summaryRow.ts'

const seed = (id: string, more: RunInput): Run =>
  defineRun({ id, group: 'g', seed: id, status: 'completed', ...more })

function grouped(runs: readonly Run[], id: string): [SummaryColumn, GroupLine] {
  const rows = summaryRows(runs, defaultObjective)
  const column = columnOf(id, defaultObjective, rows)
  const [line] = groupedLines(rows)
  if (column === null || line?.kind !== 'group') throw new Error('no group')
  return [column, line]
}

describe('the value of a configuration', () => {
  it('is the mean of its seeds, of those that have one', () => {
    const runs = [0.2, 0.4, NaN].map((loss, i) => seed(`${i}`, { metrics: { 'eval/loss': loss } }))
    const [column, line] = grouped(runs, 'best')
    expect(lineValue(column, line)).toBeCloseTo(0.3)
    expect(groupStat(column, line)).toMatchObject({ n: 2, total: 3 })
    expect(groupStat(column, line)?.sd).toBeCloseTo(0.2 / Math.SQRT2)
  })

  it('counts the runs of one seed once', () => {
    const runs = [
      seed('a', { seed: '1', metrics: { 'eval/loss': 0.1 } }),
      seed('b', { seed: '1', metrics: { 'eval/loss': 0.3 } }),
      seed('c', { seed: '2', metrics: { 'eval/loss': 0.4 } }),
    ]
    const [column, line] = grouped(runs, 'best')
    expect(groupStat(column, line)).toMatchObject({ n: 2, total: 2 })
    expect(lineValue(column, line)).toBeCloseTo(0.3)
  })

  it('is none of numbers in several units, also where the numbers are the same', () => {
    const [column, line] = grouped(
      [
        seed('a', { metrics: { samples_per_second: 10 } }),
        seed('b', { metrics: { steps_per_second: 10 } }),
      ],
      'speed',
    )
    expect(lineUnit(column, line)).toBeNull()
    expect(lineValue(column, line)).toBeNull()
    expect(groupStat(column, line)).toBeNull()
  })
})
