import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

const line =
  'Epoch: [0][  0/391]\tTime  4.268 ( 4.268)\tLoss 3.4360e+00 (3.4360e+00)\tAcc@1   3.12 (  3.25)'

describe('pytorchExamples', () => {
  it('reads the number of the moment and the mean so far, and takes a batch for no step', () => {
    const record = [
      'train',
      null,
      0,
      {
        batch: 0,
        Time: 4.268,
        Time_avg: 4.268,
        Loss: 3.436,
        Loss_avg: 3.436,
        'Acc@1': 3.12,
        'Acc@1_avg': 3.25,
      },
    ]
    expect(shown(line)).toEqual([record])
    expect(shown(line.replaceAll('\t', '   '))).toEqual([record])
    expect(formatsOf(line)).toEqual(['pytorch_examples'])
  })

  it('reads the form of old versions, and numbers that are none', () => {
    expect(
      shown('Epoch: [3][10/391]\tTime 0.5 (0.25)\tLoss nan (nan)\tPrec@1 1.5 (2.5)')[0]?.slice(2),
    ).toEqual([
      3,
      {
        batch: 10,
        Time: 0.5,
        Time_avg: 0.25,
        Loss: NaN,
        Loss_avg: NaN,
        'Prec@1': 1.5,
        'Prec@1_avg': 2.5,
      },
    ])
  })

  it('reads no line of a validation that is going on', () => {
    expect(shown('Test: [ 0/40]\tTime  2.5 ( 2.5)\tLoss 1.5e+00 (1.5e+00)')).toEqual([])
  })

  it('reads the lines of Swin Transformer, and its results below the epoch', () => {
    const lines = [
      '[2022-03-14 09:05:16 swin_tiny] (main.py 226): INFO Train: [14/300][250/1251]\teta 1 day, 0:10:52 lr 0.000710\ttime 0.6408 (0.6516)\tloss 6.5584 (6.3074)\tgrad_norm 6.5613 (inf)\tmem 14764MB',
      '[2022-03-14 09:15:16 swin_tiny] (main.py 272): INFO Test: [0/391]\tTime 1.1 (1.1)\tLoss 0.5 (0.5)\tAcc@1 88.2 (88.2)\tAcc@5 98.4 (98.4)\tMem 8973MB',
      '[2022-03-14 09:16:16 swin_tiny] (main.py 279): INFO  * Acc@1 81.180 Acc@5 95.520',
    ]
    expect(shown(...lines)).toEqual([
      [
        'train',
        null,
        14,
        {
          batch: 250,
          lr: 0.00071,
          time: 0.6408,
          time_avg: 0.6516,
          loss: 6.5584,
          loss_avg: 6.3074,
          grad_norm: 6.5613,
          grad_norm_avg: Infinity,
        },
      ],
      ['eval', null, 14, { 'Acc@1': 81.18, 'Acc@5': 95.52 }],
    ])
  })
})
