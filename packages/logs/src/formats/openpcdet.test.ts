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
})
