import { defineSeries, type MetricSeries, type SeriesColumns } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { englishWords } from '../testdata/words.ts'
import { tooltipContent } from '../engine/tooltipContent.ts'
import { linesOf } from './chartLine.ts'
import { chartModel, type ChartModel, type ChartModelOptions } from './chartModel.ts'
import type { Grouping } from './groupLines.ts'
import { summaryOf } from './summaryOf.ts'
import { tableRows } from './tableRows.ts'

const columns = (values: readonly number[], more: Partial<SeriesColumns> = {}): MetricSeries =>
  defineSeries({ steps: values.map((_, i) => i * 10), values, ...more })
const seeds = new Map([
  ['alone', columns([9, 9])],
  ['b1', columns([4, 2])],
  ['a1', columns([1, 2])],
  ['a2', columns([3, 6])],
])
const pairs: Grouping = {
  groups: [
    { id: 'a', name: 'lr \u202E1', runIds: ['a1', 'a2'] },
    { id: 'b', name: '', runIds: ['b1'] },
    { id: 'c', name: 'nobody', runIds: ['gone'] },
  ],
  band: 'minMax',
}
function modelOf(
  options: Partial<ChartModelOptions> = {},
  series: ReadonlyMap<string, MetricSeries> = seeds,
): ChartModel {
  return chartModel(linesOf(series, []), {
    xAxis: 'step',
    yScale: 'linear',
    grouping: pairs,
    ...options,
  })
}

describe('groupLines', () => {
  it('draws groups in their order, then the runs of none, and leaves out groups without a line', () => {
    const { lines } = modelOf()
    expect(lines.map(({ runId, name }) => [runId, name])).toEqual([
      ['a', 'lr \\u202E1'],
      ['b', 'b'],
      ['alone', 'alone'],
    ])
    expect(new Set(lines.map(({ style }) => style.colorVariable)).size).toBe(3)
  })

  it('has the mean of its runs, with what lies about it and how many there are', () => {
    const [group] = modelOf().lines
    expect([...(group?.series.values ?? [])]).toEqual([2, 4])
    expect([...(group?.band?.low.series.values ?? [])]).toEqual([1, 2])
    expect([...(group?.band?.high.series.values ?? [])]).toEqual([3, 6])
    expect([...(group?.band?.own.counts ?? [])]).toEqual([2, 2])
    expect(group?.logged).toEqual([seeds.get('a1'), seeds.get('a2')])
  })

  it('has no band where a group is one run', () => {
    const single = modelOf().lines[1]
    expect(single?.band).toBeNull()
    expect([...(single?.series.values ?? [])]).toEqual([4, 2])
  })

  it('draws the runs of a group behind it only where that is asked for', () => {
    expect(modelOf().lines[0]?.ghosts).toEqual([])
    const shown = modelOf({ grouping: { ...pairs, members: 'shown' } }).lines[0]
    expect(shown?.ghosts.map(({ pyramid }) => [...pyramid.series.values])).toEqual([
      [1, 2],
      [3, 6],
    ])
  })

  it('keeps the phases of a run apart', () => {
    const lines = [
      ...linesOf(new Map([['a1', columns([1])]]), [], { phase: 'train' }),
      ...linesOf(new Map([['a1', columns([5])]]), [], { phase: 'eval' }),
      ...linesOf(new Map([['a2', columns([3])]]), [], { phase: 'train' }),
    ]
    const model = chartModel(lines, { xAxis: 'step', yScale: 'linear', grouping: pairs })
    expect(model.lines.map(({ phase, series, key }) => [key, phase, series.values[0]])).toEqual([
      ['train group a', 'train', 2],
      ['eval group a', 'eval', 5],
    ])
    expect(new Set(model.lines.map(({ style }) => style.slot)).size).toBe(1)
  })

  it('draws the runs as themselves where there is no group, and nothing without runs', () => {
    const none = modelOf({ grouping: { groups: [] } })
    expect(none.lines.map(({ runId }) => runId)).toEqual([...seeds.keys()])
    expect(modelOf({}, new Map()).lines).toEqual([])
  })

  it.each(['step', 'relative-step', 'epoch', 'time', 'relative-time'] as const)(
    'computes a group once for one %s axis, however often it is drawn',
    (xAxis) => {
      const timed = new Map(
        ['a1', 'a2'].map((id, at) => [
          id,
          defineSeries({
            steps: [5 + at, 6 + at, 7 + at],
            values: [1, 2, 3],
            timesMs: [1000 * at, 5000, 5000],
            epochs: [0.5, 1, 1.5],
          }),
        ]),
      )
      const first = modelOf({ xAxis }, timed).lines[0]
      const again = modelOf({ xAxis, yRange: 'percentile' }, timed).lines[0]
      expect(first?.series.steps.length).toBeGreaterThan(1)
      expect(again?.series.values).toBe(first?.series.values)
    },
  )

  it('computes a group anew when one of its runs has grown', () => {
    modelOf()
    const longer = new Map([...seeds, ['a2', columns([3, 6, 8])]])
    const [group] = modelOf({}, longer).lines
    expect([...(group?.series.steps ?? [])]).toEqual([0, 10, 20])
    expect([...(group?.band?.own.counts ?? [])]).toEqual([2, 2, 1])
    expect(group?.series.values[2]).toBe(8)
  })
})

describe('the words about groups', () => {
  it('count the runs, not the lines that stand for them', () => {
    expect(summaryOf(modelOf(), 'Loss', englishWords)).toMatch(/^Loss of 4 runs over 10 steps\./)
  })

  it('give a band as it was computed, also where a log axis has no place for its border', () => {
    const series = new Map([
      ['a1', columns([-1, 1])],
      ['a2', columns([5, 3])],
    ])
    const model = modelOf({ yScale: 'log' }, series)
    const line = model.lines[0]
    if (line === undefined) throw new Error('no line')
    const { rows } = tooltipContent([{ line, place: 0, x: 0, y: 0 }], model, englishWords)
    expect(rows[0]?.value).toBe('2.000')
    expect(rows[0]?.detail).toContain('−1.000')
  })

  it('put the values of a group into the table, at each x that it has', () => {
    const model = modelOf()
    const { rows } = tableRows(model.lines, { from: 0, to: 10 }, 9)
    expect(rows).toEqual([
      { x: 0, values: [2, 4, 9] },
      { x: 10, values: [4, 2, 9] },
    ])
  })
})
