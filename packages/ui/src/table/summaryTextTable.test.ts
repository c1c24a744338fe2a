import { defaultObjective, defineRun, type Run, type TableView } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { formatMessages } from '../format/formatMessages.ts'
import { tableAsText } from './copyFormats.ts'
import { tableMessages } from './messages.ts'
import { summaryTextTable, type SummaryTextTable } from './summaryTextTable.ts'

const catalogue = { table: tableMessages, format: formatMessages }

const textTable = (runs: readonly Run[], view: Partial<TableView>): SummaryTextTable =>
  summaryTextTable(runs, { objective: defaultObjective, view, catalogue })

const shownRows = ({ shown }: SummaryTextTable): string[][] =>
  shown.rows.map((cells) => cells.map(({ text }) => text))

const run = (id: string, min: number, more: Partial<Parameters<typeof defineRun>[0]> = {}): Run =>
  defineRun({ id, metrics: { 'eval/loss': { min, last: min } }, status: 'completed', ...more })

const pair = [run('slow', 0.2701), run('fast', 0.23451239)]

/** Two seeds of one configuration, 0.2 and 0.4, and a run of another. */
const seeds = [
  run('a1', 0.2, { group: 'a', seed: '1', params: { lr: 1 } }),
  run('a2', 0.4, { group: 'a', seed: '2', params: { lr: 1 } }),
  run('b1', 0.5, { group: 'b', seed: '1', params: { lr: 2 } }),
]

/** A seed of the one configuration. */
const seedOf = (id: string, more: Partial<Parameters<typeof defineRun>[0]>): Run =>
  defineRun({ id, group: 'a', seed: id, status: 'completed', ...more })

describe('a configuration', () => {
  const cellsOf = (runs: readonly Run[], ...columns: string[]): string[] | undefined =>
    shownRows(textTable(runs, { columns, isGrouped: true }))[0]?.slice(1)

  it('says of how many seeds a word is, and counts words only where there are several', () => {
    const best = (checkpointPath: string | null) => ({ epoch: 3, step: 3, checkpointPath })
    const losses = [0.2, 0.4, 0.5].map((min) => ({ 'eval/loss': { min, last: min } }))
    const runs = losses.map((metrics, i) => seedOf(`${i}`, { metrics, best: best(null) }))
    const saved = runs.with(0, { ...(runs[0] as Run), best: best('out/3') })
    expect(cellsOf(saved, 'isBest', 'checkpoint')).toEqual(['Best (1 of 3)', 'out/3 (1 of 3)'])
    const twice = saved.with(1, { ...(runs[1] as Run), best: best('out/4') })
    expect(cellsOf(twice, 'checkpoint')).toEqual(['2 values'])
    expect(cellsOf(runs, 'checkpoint')).toEqual(['–'])
  })

  it('says that the mean of bounds is a bound, and that of last values is one of those', () => {
    const sampled = [0.2, 0.4].map((min, i) =>
      seedOf(`${i}`, { metrics: { 'eval/loss': { min, last: min, basis: 'sampled' } } }),
    )
    expect(cellsOf(sampled, 'best')).toEqual(['≤ 0.30 ± 0.14'])
    const last = [0.2, 0.4].map((loss, i) => seedOf(`${i}`, { metrics: { 'eval/loss': loss } }))
    expect(cellsOf(last, 'best')).toEqual(['0.30 ± 0.14 (last)'])
  })
})

describe('summaryTextTable', () => {
  it('has the shown columns, in their order, sorted, as they are shown and in full', () => {
    const table = textTable(pair, { columns: ['best', 'status'] })
    expect(table.shown.columns).toEqual(['Run', 'Best eval loss', 'Status'])
    expect(shownRows(table)).toEqual([
      ['fast', '0.2345', 'Completed'],
      ['slow', '0.2701 (15.2 % worse)', 'Completed'],
    ])
    expect(table.full.rows).toEqual([
      ['fast', 0.23451239, 'Completed'],
      ['slow', 0.2701, 'Completed'],
    ])
    expect(table.shown.rows.map(([, best]) => best?.isBest)).toEqual([true, false])
  })

  it('says how each value lies beside a baseline that someone chose', () => {
    const table = textTable(pair, { columns: ['best', 'gap'], baselineId: 'slow' })
    expect(shownRows(table)).toEqual([
      ['fast', '0.2345 (13.2 % better)', '–'],
      ['slow', '0.2701', '–'],
    ])
  })

  it('compares with the best run where the baseline is not among the runs', () => {
    const table = textTable(pair, { columns: ['best'], baselineId: 'gone' })
    expect(shownRows(table)[1]).toEqual(['slow', '0.2701 (15.2 % worse)'])
  })

  it('gives seeds their mean and spread, and says what the spread is', () => {
    // The standard deviation of 0.2 and 0.4 over n − 1 is 0.1414.
    const table = textTable(seeds, { columns: ['best', 'status', 'param:lr'], isGrouped: true })
    expect(shownRows(table)).toEqual([
      ['a (2 seeds)', '0.30 ± 0.14', 'Completed', '1'],
      ['b1', '0.5000 (66.7 % worse)', 'Completed', '2'],
    ])
    expect(table.notes).toEqual([tableMessages.spreadNote])
    expect(table.full.columns).toEqual([
      'Run',
      'Best eval loss',
      'Best eval loss (sd)',
      'Status',
      'lr',
      'lr (sd)',
      'Seeds',
    ])
    const [first] = table.full.rows
    expect(first?.[1]).toBeCloseTo(0.3, 12)
    expect(first?.[2]).toBeCloseTo(Math.SQRT2 / 10, 12)
    expect(first?.at(-1)).toBe(2)
  })

  it('tells of how many seeds a mean is where some have no value', () => {
    const runs = [...seeds, run('a3', NaN, { group: 'a', seed: '3', params: { lr: 1 } })]
    const [first] = shownRows(textTable(runs, { columns: ['best'], isGrouped: true }))
    expect(first).toEqual(['a (3 seeds)', '0.30 ± 0.14 (2 of 3)'])
  })

  it('stands on its side where runs are columns', () => {
    const table = textTable(pair, { columns: ['best'], isTransposed: true })
    expect(table.shown.columns).toEqual(['Run', 'fast', 'slow'])
    expect(shownRows(table)).toEqual([['Best eval loss', '0.2345', '0.2701 (15.2 % worse)']])
    expect(table.full.rows).toHaveLength(2)
  })

  it('tells runs apart whose names look the same, and is empty of none', () => {
    const twins = ['x', 'y'].map((id) => run(id, 1, { name: 'same' }))
    expect(shownRows(textTable(twins, { columns: [] }))).toEqual([['same (x)'], ['same (y)']])
    expect(textTable([], {}).shown.rows).toEqual([])
  })

  it('has times in seconds, and says so', () => {
    const timed = run('a', 1, { startedAtMs: 0, endedAtMs: 90_000 })
    const { full, shown } = textTable([timed], { columns: ['duration'] })
    expect(full.columns).toEqual(['Run', 'Duration (s)'])
    expect(full.rows).toEqual([['a', 90]])
    expect(shown.rows[0]?.[1]?.text).toBe('1 min 30 s')
  })
})

describe('tableAsText', () => {
  const table = textTable(pair, { columns: ['best'] })

  it('sets the best in bold for people', () => {
    expect(tableAsText(table, 'markdown')).toBe(
      '| Run | Best eval loss |\n| --- | --: |\n| fast | **0.2345** |\n| slow | 0.2701 (15.2 % worse) |\n',
    )
    expect(tableAsText(table, 'latex')).toContain('fast & \\textbf{0.2345}')
  })

  it('keeps all digits for programs', () => {
    expect(tableAsText(table, 'csv')).toBe(
      'Run,Best eval loss\r\nfast,0.23451239\r\nslow,0.2701\r\n',
    )
    expect(JSON.parse(tableAsText(table, 'json'))).toEqual({
      columns: ['Run', 'Best eval loss'],
      rows: [
        ['fast', 0.23451239],
        ['slow', 0.2701],
      ],
    })
  })

  it('says under the table what its signs are', () => {
    const grouped = textTable(seeds, { columns: ['best'], isGrouped: true })
    expect(tableAsText(grouped, 'markdown')).toContain(`\n${tableMessages.spreadNote}`)
    expect(tableAsText(grouped, 'latex')).toContain(`% ${tableMessages.spreadNote}\n`)
  })
})
