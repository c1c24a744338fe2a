import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('openpcdet', () => {
  it('takes the step that counts over all epochs', () => {
    expect(
      shown(
        '2024-05-01 12:00:00,100   INFO  Train:    2/80 (  2%) [  49/323 ( 15%)]  Loss: 36.75 (81.7)  LR: 1.351e-04  Time cost: 00:12/01:03 [00:12/03:45]  Acc_iter 372         Data time: 0.01(0.02)  Forward time: 0.25(0.5)  Batch time: 0.5(0.75)',
        'Train:    1/3 ( 33%) [  0/323 (  0%)]  Loss: nan (nan)  LR: 1.0e-04  Acc_iter 1',
      ),
    ).toEqual([
      [
        'train',
        372,
        2,
        {
          Loss: 36.75,
          Loss_avg: 81.7,
          LR: 0.0001351,
          'Data time': 0.01,
          'Data time_avg': 0.02,
          'Forward time': 0.25,
          'Forward time_avg': 0.5,
          'Batch time': 0.5,
          'Batch time_avg': 0.75,
        },
      ],
      ['train', 1, 1, { Loss: NaN, Loss_avg: NaN, LR: 0.0001 }],
    ])
  })

  it.each(['Acc_iter 50', 'Train:    1/3 ( 33%) [  0/323 (  0%)]  LR: 1e-4  Acc_iter 1'])(
    'makes no record of %j',
    (line) => {
      expect(formatsOf(line)).toEqual([])
    },
  )

  it('reads the lines of before 2023, also behind a bar', () => {
    expect(
      shown(
        'train:   0%|          | 0/271 [00:00<?, ?it/s]2022-10-23 03:18:50,691   INFO  epoch: 4/120, acc_iter=1085, cur_iter=0/271, batch_size=4, loss=4.5, lr=0.00025',
        'INFO  epoch: 5/80, acc_iter=1300, cur_iter=15/271, batch_size=4, iter_cost_time=0.25s, time_cost(epoch): 00:12/01:03, time_cost(all): 00:12/03:45, loss=nan, d_time=0.01(0.02), lr=0.0003',
      ),
    ).toEqual([
      ['train', 1085, 4, { loss: 4.5, lr: 0.00025 }],
      ['train', 1300, 5, { iter_cost_time: 0.25, loss: NaN, d_time: 0.01, lr: 0.0003 }],
    ])
  })
})
