import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

const train =
  'Train: 0 [  50/1251 (  4%)]  Loss:  6.75 (6.95)  Time: 4.3s,  238.10/s  (4.5s, 238.10/s)  LR: 1.000e-06  Data: 2.0 (2.5)'

describe('timm', () => {
  it('reads training, whose batches are no steps, with the means so far', () => {
    expect(shown(train)).toEqual([
      [
        'train',
        null,
        0,
        { Loss: 6.75, Loss_avg: 6.95, Time: 4.3, LR: 1e-6, Data: 2, Data_avg: 2.5 },
      ],
    ])
  })

  it('reads of a test the means of its last line, in the epoch above it', () => {
    expect(
      shown(
        train,
        'Test: [   0/48]  Time: 1.5 (1.5)  Loss:  0.75 (0.75)  Acc@1: 88.0 (88.0)  Acc@5: 96.0 (96.0)',
        'Test: [  48/48]  Time: 0.2 (0.3)  Loss:  0.50 (0.95)  Acc@1: 89.0 (76.5)  Acc@5: 97.0 (93.5)',
        'Test (EMA): [  48/48]  Time: 0.2 (0.3)  Loss:  0.5 (0.9)  Acc@1: 88.0 (77.5)  Acc@5: 96.0 (94.5)',
      ).slice(1),
    ).toEqual([
      ['eval', null, 0, { Loss: 0.95, 'Acc@1': 76.5, 'Acc@5': 93.5 }],
      ['eval', null, 0, { 'Loss (EMA)': 0.9, 'Acc@1 (EMA)': 77.5, 'Acc@5 (EMA)': 94.5 }],
    ])
  })

  it('leaves the lines of a running test to nobody', () => {
    expect(formatsOf('Test: [  0/48]  Loss: 0.5 (0.5)  accuracy: 0.75 (0.75)')).toEqual([])
  })

  it.each(['Train: 0 [  50/1251 (  4%)]  Time: 4.3s', 'Train: 1', 'Testing: 5'])(
    'makes no record of %j',
    (line) => {
      expect(formatsOf(line)).toEqual([])
    },
  )
})
