import { defineRun, defineSeries, RunoffError, type MetricSeries } from '@runoff/core'
import type { SeriesResult } from '@runoff/sources'
import { describe, expect, it } from 'vitest'
import { keepMessages as messages } from './messages.ts'
import { seriesCsvPieces } from './seriesCsv.ts'

const resultOf = (runId: string, metric: string, series: MetricSeries): SeriesResult => ({
  request: { runId, metric },
  series,
  error: null,
})
const runs = [defineRun({ id: 'a', name: '=cmd()' }), defineRun({ id: 'b', name: 'two' })]
const textOf = (results: readonly SeriesResult[]): readonly string[] =>
  [...seriesCsvPieces(results, { runs, messages, write: String })].join('').split('\r\n')

const head = 'run,run_id,metric,step,step_unit,epoch,time_ms,value'

describe('the table of all points', () => {
  it('has a line for each point of each series, with all digits', () => {
    const timed = defineSeries([
      { step: 1, value: 0.1 + 0.2, timeMs: 1000, epoch: 0.5 },
      { step: 2, value: NaN, timeMs: null, epoch: 1 },
    ])
    const plain = defineSeries({ steps: [5], values: [-Infinity], stepUnit: 'epoch' })
    expect(textOf([resultOf('a', 'eval/loss', timed), resultOf('b', 'x', plain)])).toEqual([
      head,
      "'=cmd(),a,eval/loss,1,step,0.5,1000,0.30000000000000004",
      "'=cmd(),a,eval/loss,2,step,1,,NaN",
      'two,b,x,5,epoch,,,-Infinity',
      '',
    ])
  })

  it('is its head alone where there is no point', () => {
    expect(textOf([])).toEqual([head, ''])
    expect(textOf([resultOf('a', 'x', defineSeries([]))])).toEqual([head, ''])
  })

  it('says above itself what is not there whole, and what is not there', () => {
    const sampled = defineSeries({ steps: [1], values: [2], basis: 'sampled', total: 900 })
    const error = new RunoffError('source-failed', 'The server is gone.')
    const failed = { request: { runId: 'b', metric: 'y' }, series: null, error }
    expect(textOf([resultOf('b', 'x', sampled), failed])).toEqual([
      '# two, x: 1 points of 900 (sampled)',
      '# two, y: could not be read: The server is gone.',
      head,
      'two,b,x,1,step,,,2',
      '',
    ])
  })
})
