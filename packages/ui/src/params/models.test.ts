import { compareRunIds, defineRun, type Objective, type Run } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatMessages } from '../format/formatMessages.ts'
import { shareRanges, withRange } from './axisRanges.ts'
import { judgedRuns } from './judgedRuns.ts'
import { paramMessages } from './messages.ts'
import { axisText, parallelModel, parallelRows, paramOf, type AxisId } from './parallelModel.ts'
import { scatterModel } from './scatterModel.ts'
import { scatterRows } from './scatterWords.ts'
import { runsOf } from './testdata/sweep.ts'
import { englishFormatters } from '../testdata/formatters.ts'

const loss: Objective = { metric: 'eval/loss', goal: 'min' }
const words = { objective: loss, messages: paramMessages, format: formatMessages }

describe('judgedRuns', () => {
  const runs = [
    ...runsOf([
      [{}, 0.4],
      [{}, 0.2],
      [{}, null],
      [{}, 0.2],
    ]),
    defineRun({ id: 'live', status: 'running', metrics: { 'eval/loss': 0.1 } }),
  ]

  it('keeps completed runs with a value, and counts the others', () => {
    const judged = judgedRuns(runs, loss)
    expect(judged.runs.map(({ id }) => id)).toEqual(['a', 'b', 'd'])
    expect([...judged.values]).toEqual([0.4, 0.2, 0.2])
    expect(judged).toMatchObject({ total: 5, completed: 4, best: 1 })
  })

  it('finds the best at the other end where that is the goal', () => {
    const highest = judgedRuns(runs, { metric: 'eval/loss', goal: 'max' })
    expect(highest.runs[highest.best]?.id).toBe('a')
    expect(judgedRuns([], loss)).toMatchObject({ best: -1, total: 0 })
  })

  it('counts a run once that is given twice, and takes no notice of the order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(runs, { minLength: runs.length }), (shuffled) => {
        expect(judgedRuns([...shuffled, ...runs], loss)).toEqual(judgedRuns(runs, loss))
      }),
    )
  })

  it('keeps runs of one id apart that come from two sources', () => {
    const twins = ['x', 'y'].map((source) => ({ ...(runs[0] as Run), source }))
    expect(judgedRuns(twins, loss).runs.toSorted(compareRunIds)).toHaveLength(2)
  })
})

describe('scatterModel', () => {
  const judged = judgedRuns(
    runsOf([
      [{ lr: 1e-3 }, 0.5],
      [{ lr: 1e-5 }, 0.3],
      [{ lr: 1e-4 }, 0.4],
      [{ lr: 1e-5 }, 0.2],
      [{}, 0.1],
    ]),
    loss,
  )
  const model = scatterModel(judged, 'lr', loss)

  it('orders the points along the parameter and along the value', () => {
    expect(model.points.map(({ run }) => run.id)).toEqual(['d', 'b', 'c', 'a'])
    expect(model.byValue.map(({ run }) => run.id)).toEqual(['d', 'b', 'c', 'a'])
    expect(model.x).toMatchObject({ scale: 'log' })
    expect(model.y).toMatchObject({ scale: 'linear' })
    expect(model.distinct).toEqual({ params: 3, values: 4 })
    expect(model.column.missing).toBe(1)
  })

  it('finds the best among the points alone, at the end that is better', () => {
    expect(model.best?.run.id).toBe('d')
    const highest = scatterModel(judged, 'lr', { goal: 'max' })
    expect(highest.best?.run.id).toBe('a')
    expect(scatterModel(judged, 'none', loss)).toMatchObject({ best: null, points: [] })
  })

  it('gives whole values to the table', () => {
    expect(
      scatterRows(model, { nameOf: ({ id }) => `run ${id}`, formatters: englishFormatters })[0],
    ).toEqual(['run d', '0.00001', '0.2'])
  })

  it('has a place for each category', () => {
    const runs = runsOf([
      [{ opt: 'sgd' }, 1],
      [{ opt: 'adamw' }, 2],
    ])
    const model = scatterModel(judgedRuns(runs, loss), 'opt', loss)
    expect(model.x).toEqual({ scale: 'category', low: -0.5, high: 1.5 })
    expect(scatterRows(model, { nameOf: ({ id }) => id, formatters: englishFormatters })).toEqual([
      ['b', 'adamw', '2'],
      ['a', 'sgd', '1'],
    ])
  })
})

describe('parallelModel', () => {
  const runs = [
    defineRun({
      id: 'a',
      status: 'completed',
      gpuHours: 2,
      params: { lr: 1, opt: 'sgd' },
      metrics: { 'eval/loss': 0.5 },
    }),
    defineRun({
      id: 'b',
      status: 'completed',
      params: { lr: 3, opt: 'adamw' },
      metrics: { 'eval/loss': 0.25 },
    }),
  ]
  const ids: readonly AxisId[] = ['param:lr', 'param:opt', 'gpu-hours', 'objective']
  const model = parallelModel(judgedRuns(runs, loss), ids, words)

  it('has a share for each run and axis, and none where there is no value', () => {
    const shares = Array.from(model.lines.shares, (share) => Number(share.toFixed(6)))
    expect(shares).toEqual([0, 0.75, 0.5, 1, 1, 0.25, NaN, 0])
    expect(model.axes.map(({ label }) => label)).toEqual(['lr', 'opt', 'GPU hours', 'Loss'])
    expect(model.axes.map(({ column }) => column.missing)).toEqual([0, 0, 1, 0])
  })

  it('orders and colours the runs from best to worst', () => {
    expect(model.order).toEqual([1, 0])
    expect([...model.tones]).toEqual([1, 7])
    const highest = { ...words, objective: { metric: 'eval/loss', goal: 'max' } as const }
    const turned = parallelModel(judgedRuns(runs, highest.objective), ids, highest)
    expect(turned.order).toEqual([0, 1])
    expect([...turned.tones]).toEqual([7, 1])
  })

  it('shows an axis once that is named twice', () => {
    const twice = parallelModel(judgedRuns(runs, loss), ['objective', 'objective'], words)
    expect(twice.axes).toHaveLength(1)
  })

  it('gives whole values to the table, best first', () => {
    expect(
      parallelRows(model, ({ id }) => id, { ...words, formatters: englishFormatters }),
    ).toEqual([
      ['b', '3', 'adamw', 'no value', '0.25'],
      ['a', '1', 'sgd', '2', '0.5'],
    ])
  })

  it('writes a value as its axis does', () => {
    const [lr, , , objective] = model.axes
    if (lr === undefined || objective === undefined) throw new Error('no axes')
    expect(axisText(lr, 3, englishFormatters)).toBe('3')
    expect(axisText(objective, 0.25, englishFormatters)).toBe('0.2500')
    expect(axisText(lr, NaN, englishFormatters)).toBeNull()
  })

  it('knows a parameter by its id, whatever it is called', () => {
    expect(paramOf('param:objective')).toBe('objective')
    expect(paramOf('param:')).toBe('')
    expect(paramOf('objective')).toBeNull()
    expect(paramOf('gpu-hours')).toBeNull()
  })

  it('sets a range in the unit of the axis, and takes it back as shares', () => {
    const [lr, opt] = model.axes
    if (lr === undefined || opt === undefined) throw new Error('no axes')
    const ranges = withRange([], lr, [0.75, 0.25])
    expect(ranges).toEqual([{ axis: 'param:lr', low: 1.5, high: 2.5 }])
    expect(shareRanges(model.axes, ranges)).toEqual([[0.25, 0.75], null, null, null])
    expect(withRange(ranges, opt, [0, 0.3])).toEqual([
      ...ranges,
      { axis: 'param:opt', low: 0, high: 0 },
    ])
  })

  it('drops a range that is all of its axis, and one that is taken away', () => {
    const [lr, opt] = model.axes
    if (lr === undefined || opt === undefined) throw new Error('no axes')
    const ranges = withRange([], lr, [0.5, 1])
    expect(withRange(ranges, lr, [0, 1])).toEqual([])
    expect(withRange(ranges, lr, null)).toEqual([])
    expect(withRange([], opt, [0.25, 0.75])).toEqual([])
    expect(withRange([], opt, [0.25, 0.3])).toHaveLength(1)
    expect(withRange([], opt, [0.7, 0.75])).toHaveLength(1)
  })

  it('leaves out of account a range that a log axis has no place for', () => {
    const log = runsOf([
      [{ lr: 1e-4 }, 1],
      [{ lr: 1e-3 }, 2],
      [{ lr: 1e-2 }, 3],
    ])
    const { axes } = parallelModel(judgedRuns(log, loss), ['param:lr'], words)
    expect(axes[0]?.axis.scale).toBe('log')
    expect(shareRanges(axes, [{ axis: 'param:lr', low: 0, high: 1e-3 }])).toEqual([null])
    expect(shareRanges(axes, [{ axis: 'param:lr', low: 1e-3, high: 0 }])).toEqual([null])
  })
})
