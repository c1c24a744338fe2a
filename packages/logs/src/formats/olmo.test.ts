import { describe, expect, it } from 'vitest'
import { createLogParser } from '../parser.ts'
import { formatsOf, shown } from '../testdata/shown.ts'

const lines = [
  '2024-05-01 12:00:00.000\thost:0\tolmo.train:967\tINFO\t[step=10/739328,epoch=0]',
  '    optim/total_grad_norm=12.35',
  '    train/CrossEntropyLoss=11.40',
  '    throughput/total_tokens=4,194,304',
  '2024-05-01 12:01:00.000\thost:0\tolmo.train:967\tINFO\t[step=20/739328]',
  '    eval/c4/CrossEntropyLoss=3.250',
  '2024-05-01 12:02:00.000\thost:0\tolmo.train:10\tINFO\tSaving checkpoint',
]

describe('olmo', () => {
  it('reads a block as one record, and one of evaluations as such', () => {
    expect(shown(...lines)).toEqual([
      [
        'train',
        10,
        0,
        {
          'optim/total_grad_norm': 12.35,
          'train/CrossEntropyLoss': 11.4,
          'throughput/total_tokens': 4_194_304,
        },
      ],
      ['eval', 20, null, { 'eval/c4/CrossEntropyLoss': 3.25 }],
    ])
    expect(formatsOf(...lines)).toEqual(['olmo'])
  })

  it('gives a block as soon as another line shows that it is over', () => {
    const parser = createLogParser()
    expect(parser.push(`${lines.slice(0, 4).join('\n')}\n`)).toEqual([])
    expect(parser.push(`${lines[4]}\n`)).toMatchObject([{ step: 10, line: 1 }])
  })

  it('reads nothing where a head has no lines, or lines have no head', () => {
    expect(shown('[step=10/20]', '[step=20/20]', 'done')).toEqual([])
    expect(shown('    train/CrossEntropyLoss=11.40')).toEqual([])
  })
})
