import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('nemoAutomodel', () => {
  it('reads a step, and the speed of one device beside that of all', () => {
    const line =
      '2026-08-10 15:55:20 | INFO | root | step 9 | epoch 0 | loss 0.6974 | grad_norm 1.5436 | lr 1.00e-05 | mem 24.90 GiB | tps 11278.56(1409.82/gpu) | num_label_tokens 21541'
    expect(shown(line)).toEqual([
      [
        'train',
        9,
        0,
        {
          loss: 0.6974,
          grad_norm: 1.5436,
          lr: 0.00001,
          mem: 24.9,
          tps: 11_278.56,
          tps_per_gpu: 1409.82,
          num_label_tokens: 21_541,
        },
      ],
    ])
    expect(formatsOf(line)).toEqual(['nemo_automodel'])
  })

  it('reads validations, by the name of their set where it has one', () => {
    expect(
      shown(
        '2026-08-10 15:55:20 | INFO | root | [val] step 10 | epoch 0 | loss 0.75 | lr 1.00e-05',
        '2026-08-10 15:55:20 | INFO | root | [val] name "default" | step 10 | epoch 0 | loss 0.75',
        '2026-08-10 15:55:20 | INFO | root | [val] name "squad" | step 10 | epoch 1 | loss 0.5',
      ),
    ).toEqual([
      ['eval', 10, 0, { loss: 0.75, lr: 0.00001 }],
      ['eval', 10, 0, { loss: 0.75 }],
      ['eval', 10, 1, { 'squad/loss': 0.5 }],
    ])
  })

  it('reads the words of its recipes', () => {
    const line =
      '2026-07-26 19:37:11 | INFO | nemo_automodel.recipes.llm.train_eagle1 | epoch=0 step=1070 loss=2.5004 acc=0.3245 lr=2.61109e-05'
    expect(
      shown(line, line.replace('loss=2.5004 acc=0.3245 lr=2.61109e-05', 'val_loss=2.5')),
    ).toEqual([
      ['train', 1070, 0, { loss: 2.5004, acc: 0.3245, lr: 0.0000261109 }],
      ['eval', 1070, 0, { val_loss: 2.5 }],
    ])
  })
})
