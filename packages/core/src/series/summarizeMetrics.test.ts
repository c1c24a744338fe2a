import { describe, expect, it } from 'vitest'
import { defineSeries } from './defineSeries.ts'
import { summarizeMetrics } from './summarizeMetrics.ts'
import { summarizeSeries } from './summarizeSeries.ts'

const evalLoss = defineSeries({ steps: [10, 20, 30], values: [3, 1, 2] })
const trainLoss = defineSeries({ steps: [5, 15, 20, 30], values: [4, 0.9, NaN, 0.1] })

describe('summarizeMetrics', () => {
  it('puts beside the extremes of an evaluation what training was worth by then', () => {
    const summaries = summarizeMetrics(
      new Map([
        ['train/loss', trainLoss],
        ['eval/loss', evalLoss],
      ]),
    )
    expect(summaries.get('eval/loss')).toEqual({
      ...summarizeSeries(evalLoss),
      trainAtMin: 0.9,
      trainAtMax: 4,
    })
    expect(summaries.get('train/loss')).toEqual(summarizeSeries(trainLoss))
  })

  it('leaves out what is not known: no training, none so early, another unit of steps', () => {
    const of = (train?: Parameters<typeof defineSeries>[0], stepUnit?: 'epoch') =>
      summarizeMetrics(
        new Map([
          ['eval/loss', evalLoss],
          ...(train === undefined
            ? []
            : [['train/loss', { ...defineSeries(train), ...(stepUnit && { stepUnit }) }] as const]),
        ]),
      ).get('eval/loss')
    expect(of()).toEqual(summarizeSeries(evalLoss))
    expect(of([{ step: 15, value: 7 }])).toEqual({ ...summarizeSeries(evalLoss), trainAtMin: 7 })
    expect(of([{ step: 1, value: 7 }], 'epoch')).toEqual(summarizeSeries(evalLoss))
    expect(summarizeMetrics(new Map())).toEqual(new Map())
  })
})
