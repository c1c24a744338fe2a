import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('verl', () => {
  it('reads a step with keys of many parts, values below zero, and three decimals', () => {
    const line =
      'step:1 - global_seqlen/min:484245.000 - actor/ppo_kl:-0.500 - actor/lr:0.000 - training/epoch:0.000 - critic/score/mean:-0.016'
    expect(shown(line)).toEqual([
      [
        'train',
        1,
        null,
        {
          'global_seqlen/min': 484_245,
          'actor/ppo_kl': -0.5,
          'actor/lr': 0,
          'training/epoch': 0,
          'critic/score/mean': -0.016,
        },
      ],
    ])
    expect(formatsOf(line)).toEqual(['verl'])
  })

  it('takes a line of validation alone for an evaluation, and one with both for training', () => {
    expect(
      shown(
        '(TaskRunner pid=16292) step:0 - val-core/openai/gsm8k/acc/mean@1:0.508',
        '(TaskRunner pid=16292) step:5 - val/test_score/openai/gsm8k:0.5 - timing_s/testing:2.5',
        '(TaskRunner pid=16292) step:10 - actor/grad_norm:nan - val-core/openai/gsm8k/acc/mean@1:0.75',
      ),
    ).toEqual([
      ['eval', 0, null, { 'val-core/openai/gsm8k/acc/mean@1': 0.508 }],
      ['eval', 5, null, { 'val/test_score/openai/gsm8k': 0.5, 'timing_s/testing': 2.5 }],
      ['train', 10, null, { 'actor/grad_norm': NaN, 'val-core/openai/gsm8k/acc/mean@1': 0.75 }],
    ])
  })

  it('reads full precision, the wrapped numbers of numpy, and supervised fine-tuning', () => {
    expect(
      shown(
        'step:2 - actor/lr:1e-06 - critic/rewards/mean:np.float64(0.25) - actor/note:text',
        'step:3 - train/loss:0.5 - train/lr(1e-3):0.01',
        'step:3 - val/loss:0.625',
      ),
    ).toEqual([
      ['train', 2, null, { 'actor/lr': 0.000001, 'critic/rewards/mean': 0.25 }],
      ['train', 3, null, { 'train/loss': 0.5, 'train/lr(1e-3)': 0.01 }],
      ['eval', 3, null, { 'val/loss': 0.625 }],
    ])
  })

  it.each(['step:1 - done', 'step:1/20 - a:1', 'mystep:1 - a:1', 'step:1 - the best so far: 3'])(
    'is not what stands in %j',
    (text) => {
      expect(formatsOf(text)).not.toContain('verl')
    },
  )
})
