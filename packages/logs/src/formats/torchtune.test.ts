import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('torchtune', () => {
  it('reads new lines and old ones, which begin at 0 and end in a blank', () => {
    const lines = [
      'Step 1 | loss:2.085338592529297 lr:2e-05 tokens_per_second_per_gpu:57.828881833956174',
      'Step 0 | loss:1.7535516023635864 lr:2e-05 gpu_resources:13708965376 ',
    ]
    expect(shown(...lines)).toEqual([
      [
        'train',
        1,
        null,
        { loss: 2.085338592529297, lr: 0.00002, tokens_per_second_per_gpu: 57.828881833956174 },
      ],
      ['train', 0, null, { loss: 1.7535516023635864, lr: 0.00002, gpu_resources: 13_708_965_376 }],
    ])
    expect(formatsOf(...lines)).toEqual(['torchtune'])
  })

  it('reads the keys of DPO, losses that are no number, and a validation', () => {
    expect(
      shown(
        'Step 5 | loss:nan lr:2e-05 rewards/chosen:-0.5 log_probs/rejected:-120.25',
        'Step 10 | val_loss:1.5 ',
      ),
    ).toEqual([
      [
        'train',
        5,
        null,
        { loss: NaN, lr: 0.00002, 'rewards/chosen': -0.5, 'log_probs/rejected': -120.25 },
      ],
      ['eval', 10, null, { val_loss: 1.5 }],
    ])
  })

  it.each(['Step 3 | ', 'Step 3 | done', 'Step 3 | loss:2.0 then more', 'Step 3 of 5 | loss:2.0'])(
    'is not what stands in %j',
    (text) => {
      expect(formatsOf(text)).not.toContain('torchtune')
    },
  )
})
