import { expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

it('reads the language model example, also where its epochs have three digits', () => {
  const lines = [
    '| epoch   1 |   200/ 2983 batches | lr 20.00 | ms/batch 10.10 | loss  7.63 | ppl  2050.55',
    '| epoch 100 |   200/  663 batches | lr 30.00000 | ms/batch 48.15 | loss  nan | ppl   nan | bpc    9.833',
    '-----------------------------------------------------------------------------------------',
    '| end of epoch 100 | time: 31.10s | valid loss  5.50 | valid ppl   244.69',
    '| End of training | test loss  5.40 | test ppl   221.40',
  ]
  expect(shown(...lines)).toEqual([
    ['train', null, 1, { batch: 200, lr: 20, 'ms/batch': 10.1, loss: 7.63, ppl: 2050.55 }],
    [
      'train',
      null,
      100,
      { batch: 200, lr: 30, 'ms/batch': 48.15, loss: NaN, ppl: NaN, bpc: 9.833 },
    ],
    ['eval', null, 100, { time_s: 31.1, 'valid loss': 5.5, 'valid ppl': 244.69 }],
    ['eval', null, null, { 'test loss': 5.4, 'test ppl': 221.4 }],
  ])
  expect(formatsOf(...lines)).toEqual(['language_model'])
})

it('reads the steps of Transformer-XL', () => {
  expect(
    shown(
      '| epoch   1 step      200 |    200 batches | lr 0.00025 | ms/batch 550.11 | loss  7.81 | ppl  2456.123',
      '| Eval   1 at step     4000 | time: 1234.56s | valid loss  4.50 | valid ppl    90.123',
    ),
  ).toEqual([
    ['train', 200, 1, { batch: 200, lr: 0.00025, 'ms/batch': 550.11, loss: 7.81, ppl: 2456.123 }],
    ['eval', 4000, null, { time_s: 1234.56, 'valid loss': 4.5, 'valid ppl': 90.123 }],
  ])
})

it.each([
  '| Eval 3 at step 4 | none |',
  '| end of epoch 3 | done',
  '| epoch 3 | 2/3 batches | lr 1',
])('is not what stands in %j', (text) => {
  expect(formatsOf(text)).not.toContain('language_model')
})
