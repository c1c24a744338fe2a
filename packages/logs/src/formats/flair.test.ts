import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

const time = '2024-05-01 12:00:00,000 '

describe('flair', () => {
  it('reads the windows of an epoch, its mean, and the sets that it is tried on', () => {
    expect(
      shown(
        `${time}epoch 2 - iter 77/773 - loss 3.25 - time (sec): 45.25 - samples/sec: 200.5 - lr: 0.000001`,
        `${time}EPOCH 2 done: loss 1.25 - lr: 0.000005`,
        `${time}DEV : loss 0.25 - f1-score (micro avg)  0.875`,
        `${time}TEST : loss nan - f1-score (micro avg)  0.75`,
      ),
    ).toEqual([
      [
        'train',
        null,
        2,
        { batch: 77, loss: 3.25, 'time (sec)': 45.25, 'samples/sec': 200.5, lr: 1e-6 },
      ],
      ['summary', null, 2, { loss: 1.25, lr: 5e-6 }],
      ['eval', null, 2, { 'DEV loss': 0.25, 'DEV f1-score (micro avg)': 0.875 }],
      ['eval', null, 2, { 'TEST loss': NaN, 'TEST f1-score (micro avg)': 0.75 }],
    ])
  })

  it('knows no epoch where none was named', () => {
    expect(shown('DEV : loss 0.25 - f1-score (micro avg)  0.875')[0]?.[2]).toBeNull()
  })

  it.each(['epoch 1 - iter 77/773', 'EPOCH one done: loss 1', 'LATEST : loss 0.5'])(
    'makes no record of %j',
    (line) => {
      expect(formatsOf(line)).not.toContain('flair')
    },
  )

  it('reads the sets as old versions wrote them', () => {
    expect(
      shown(
        '2019-02-19 18:37:12,097 EPOCH 1 done: loss 0.0350 - lr 0.1000 - bad epochs 0',
        '2019-02-19 18:37:12,571 DEV  : loss 0.03875 - f-score 0.5586 - acc 0.5',
        '2018-11-15 15:36:59,576 TEST: f-score 0.2500 - acc 0.5000',
      ),
    ).toEqual([
      ['summary', null, 1, { loss: 0.035, lr: 0.1, 'bad epochs': 0 }],
      ['eval', null, 1, { 'DEV loss': 0.03875, 'DEV f-score': 0.5586, 'DEV acc': 0.5 }],
      ['eval', null, 1, { 'TEST f-score': 0.25, 'TEST acc': 0.5 }],
    ])
  })
})
