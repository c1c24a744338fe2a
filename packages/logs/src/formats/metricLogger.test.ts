import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

const train =
  'Epoch: [3]  [  10/391]  eta: 0:10:00  lr: 0.000100  loss: 6.50 (6.75)  time: 0.25  data: 0.01  max mem: 5000'
const test =
  'Test:  [  0/20]  eta: 0:00:10  loss: 0.50 (0.50)  acc1: 80.0 (80.0)  time: 0.5  max mem: 5000'

describe('metricLogger', () => {
  it('reads training, with the means of the epoch so far', () => {
    expect(shown(train)).toEqual([
      [
        'train',
        null,
        3,
        { lr: 0.0001, loss: 6.5, loss_avg: 6.75, time: 0.25, data: 0.01, 'max mem': 5000 },
      ],
    ])
  })

  it('reads the means of an epoch and of a test, which belong to the epoch above them', () => {
    expect(
      shown(
        train,
        'Averaged stats: lr: 0.000100  loss: 6.25 (6.50)',
        test,
        '* Acc@1 72.250 Acc@5 91.125 loss 1.250',
        'Averaged stats: loss: 1.00 (1.25)',
      ).slice(1),
    ).toEqual([
      ['summary', null, 3, { lr: 0.0001, loss: 6.25, loss_avg: 6.5 }],
      ['eval', null, 3, { 'Acc@1': 72.25, 'Acc@5': 91.125, loss: 1.25 }],
      ['eval', null, 3, { loss: 1, loss_avg: 1.25 }],
    ])
  })

  it('takes no error that stands in brackets, and no epoch where none was named', () => {
    expect(shown(' *   Acc@1 76.125 (23.875) Acc@5 93.000 (7.000)')).toEqual([
      ['eval', null, null, { 'Acc@1': 76.125, 'Acc@5': 93 }],
    ])
  })

  it('knows the epoch of the ImageNet example, whose lines others read', () => {
    expect(
      shown('Epoch: [7][  0/391]\tTime  4.2 ( 4.2)\tLoss 3.5 (3.5)', ' * Acc@1 50.5 Acc@5 75.5').at(
        1,
      ),
    ).toEqual(['eval', null, 7, { 'Acc@1': 50.5, 'Acc@5': 75.5 }])
  })

  it.each([test, 'Epoch: [0] Total time: 0:10:00 (0.5 s / it)', '* Acc@1 is the best'])(
    'makes no record of %j',
    (line) => {
      expect(formatsOf(line)).toEqual([])
    },
  )
})
