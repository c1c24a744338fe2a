import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

const lines = [
  '[batch=10/4800]:',
  '\t Train time/batch: 9',
  '\t Train loss/train/total: 3.4000',
  '\t Train metrics/train/LanguageCrossEntropy: nan',
  '[Eval batch=1/100] Eval on c4 data',
  '[Eval batch=100/100] Eval on c4 data:',
  '\t Eval metrics/eval/LanguageCrossEntropy: 3.5000',
  '[epoch=2][batch=3/100]:',
  '\t Train loss/train/total: 3.2500',
]

describe('composer', () => {
  it('reads a block as one record, and takes a batch within an epoch for no step', () => {
    expect(shown(...lines)).toEqual([
      [
        'train',
        10,
        null,
        {
          'time/batch': 9,
          'loss/train/total': 3.4,
          'metrics/train/LanguageCrossEntropy': NaN,
        },
      ],
      ['eval', null, null, { 'metrics/eval/LanguageCrossEntropy': 3.5 }],
      ['train', null, 2, { 'loss/train/total': 3.25 }],
    ])
    expect(formatsOf(...lines)).toEqual(['composer'])
  })

  it('reads nothing where a head has no lines, or lines have no head', () => {
    expect(shown('[batch=10/4800]:', '[batch=20/4800]:')).toEqual([])
    expect(shown('\t Train loss/train/total: 3.4000')).toEqual([])
  })
})
