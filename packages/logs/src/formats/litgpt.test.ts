import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('litgpt', () => {
  it('reads every batch, several of which share a step, and no validation where none was', () => {
    const lines = [
      'Ep 1 | iter 1 | stEp 1: loss train (curr): 1.657, val (prev val iter): None | iter time: 298.27 ms',
      'Ep 1 | iter 4 | step 1: loss train (curr): 1.585, val (prev val iter): 1.25 | iter time: 181.34 ms (opt.step)',
    ]
    expect(shown(...lines)).toEqual([
      ['train', 1, 1, { iter: 1, 'loss train': 1.657, 'iter time ms': 298.27 }],
      ['train', 1, 1, { iter: 4, 'loss train': 1.585, val: 1.25, 'iter time ms': 181.34 }],
    ])
    expect(formatsOf(...lines)).toEqual(['litgpt'])
  })

  it('reads new lines and older ones', () => {
    expect(
      shown(
        'Epoch 2 | iter 128 step 32 | loss train: 10.936, val: n/a | iter time: 323.45 ms (step) remaining time: 1 day, 2:03:04',
        'iter 10 step 2: loss 3.25, iter time: 123.45ms (optimizer.step)',
      ),
    ).toEqual([
      ['train', 32, 2, { iter: 128, 'loss train': 10.936, 'iter time ms': 323.45 }],
      ['train', 2, null, { iter: 10, loss: 3.25, 'iter time ms': 123.45 }],
    ])
  })

  it('reads validations, and takes the batch of one for no step', () => {
    expect(
      shown(
        'iter 400: val loss 1.5000, val time: 1234.56 ms',
        'Final evaluation | val loss: 1.250 | val ppl: 3.490',
      ),
    ).toEqual([
      ['eval', null, null, { iter: 400, 'val loss': 1.5, 'val time ms': 1234.56 }],
      ['eval', null, null, { 'val loss': 1.25, 'val ppl': 3.49 }],
    ])
  })

  it.each(['iter transport: 1/2 | iter time: 2.5 s', '  step   3/9 | iter time: 1.5 ms'])(
    'is not what stands in %j',
    (text) => {
      expect(formatsOf(text)).not.toContain('litgpt')
    },
  )
})
