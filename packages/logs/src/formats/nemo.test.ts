import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

const bar =
  'Epoch 0: :   3%|▎         | 9000/301500 [1:42:42<55:37:46, v_num=0-56, reduced_train_loss=nan.0, global_step=9e+3, consumed_samples=6.3e+5, train_step_timing in s=0.615, val_loss=7.040]'
const reached = (step: number, value: string) =>
  `Epoch 0, global step ${step}: 'val_loss' reached ${value} (best ${value}), saving model to '/checkpoints/val_loss=7.04-step=${step}.ckpt' as top 3`

describe('nemo', () => {
  it('takes the step of a bar from its count, not from its three digits', () => {
    expect(
      shown(
        'Epoch 0:   1%|          | 795/77225 [9:07:58<878:01:48, 41.36s/it, loss=3.1, v_num=, reduced_train_loss=3.090, global_step=794.0, consumed_samples=1.63e+6]',
        bar,
      ),
    ).toEqual([
      [
        'train',
        795,
        0,
        { loss: 3.1, reduced_train_loss: 3.09, global_step: 794, consumed_samples: 1_630_000 },
      ],
      [
        'train',
        9000,
        0,
        {
          reduced_train_loss: NaN,
          global_step: 9000,
          consumed_samples: 630_000,
          'train_step_timing in s': 0.615,
          val_loss: 7.04,
        },
      ],
    ])
    expect(formatsOf(bar)).toEqual(['nemo'])
  })

  it('reads lines of text, by the step they name', () => {
    expect(
      shown(
        'Training epoch 1, iteration 120/149 | lr: 3e-05 | consumed_samples: 121 | global_step: 269 | reduced_train_loss: 1.233 | train_step_timing in s: 0.03146 | val_loss: 4.106',
        'Training epoch 0, iteration 7/149 | lr: 3e-05 | reduced_train_loss: 1.5',
      ),
    ).toEqual([
      [
        'train',
        269,
        1,
        {
          lr: 0.00003,
          consumed_samples: 121,
          global_step: 269,
          reduced_train_loss: 1.233,
          'train_step_timing in s': 0.03146,
          val_loss: 4.106,
        },
      ],
      ['train', 7, 0, { lr: 0.00003, reduced_train_loss: 1.5 }],
    ])
  })

  it('reads what a checkpoint reached, unless a line before it told of the same value', () => {
    expect(shown(bar, reached(9000, '7.04238'))).toHaveLength(1)
    expect(shown(bar, reached(12_000, '6.5'))[1]).toEqual(['eval', 12_000, 0, { val_loss: 6.5 }])
    expect(formatsOf(reached(9000, '7.04238'))).not.toContain('nemo')
  })

  it('takes a checkpoint that was kept for something else for no evaluation', () => {
    expect(
      shown(bar, "Epoch 0, global step 5: 'step' reached 5.0 (best 5.0), saving"),
    ).toHaveLength(1)
    expect(shown(bar, "Epoch 0, global step 5: 'val_loss' was not in top 3")).toHaveLength(1)
  })
})
