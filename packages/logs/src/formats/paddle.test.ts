import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('paddle', () => {
  it('reads PaddleOCR past the comma of its eta, and numbers with units', () => {
    expect(
      shown(
        '[2025/09/24 12:13:19] ppocr INFO: epoch: [3/500], global_step: 500, lr: 0.005000, loss: 0.609742, avg_batch_cost: 2.03538 s, ips: 7.86095 samples/s, eta: 2 days, 20:01:28, max_mem_reserved: 11326 MB',
        '[2025/09/24 12:21:24] ppocr INFO: save model in ./output/latest',
        '[2025/09/24 12:22:00] ppocr INFO: cur metric, precision: 0.5, recall: 0.25, hmean: 0.375, fps: 20.5',
        '[2025/09/24 12:22:01] ppocr INFO: best metric, hmean: 0.5, best_epoch: 2',
      ),
    ).toEqual([
      [
        'train',
        500,
        3,
        {
          lr: 0.005,
          loss: 0.609742,
          avg_batch_cost: 2.03538,
          ips: 7.86095,
          max_mem_reserved: 11326,
        },
      ],
      ['eval', null, null, { precision: 0.5, recall: 0.25, hmean: 0.375, fps: 20.5 }],
    ])
  })

  it('reads PaddleSeg, now and as it was', () => {
    expect(
      shown(
        '2021-03-30 06:55:57 [INFO]\t[TRAIN] epoch: 1, iter: 20/500, loss: 2.0859, lr: 0.009657, ips: 3.7425 samples/sec | ETA 00:04:16',
        '2020-11-02 06:55:57 [INFO]\t[TRAIN] epoch=2, iter=40/500, loss=2.5, lr=0.01, batch_cost=0.5, reader_cost=0.25 | ETA 00:04:16',
        '2021-03-30 06:57:57 [INFO]\t[EVAL] #Images: 500 mIoU: 0.5123 Acc: 0.9311 Kappa: 0.75',
      ),
    ).toEqual([
      ['train', 20, 1, { loss: 2.0859, lr: 0.009657, ips: 3.7425 }],
      ['train', 40, 2, { loss: 2.5, lr: 0.01, batch_cost: 0.5, reader_cost: 0.25 }],
      ['eval', null, null, { mIoU: 0.5123, Acc: 0.9311, Kappa: 0.75 }],
    ])
  })

  it('takes no step from PaddleClas and PaddleDetection, which count anew in each epoch', () => {
    expect(
      shown(
        '[2021/08/01 10:00:00] ppcls INFO: [Train][Epoch 1/20][Iter: 10/24]lr: 0.0125, top1: 0.25, CELoss: 4.5, loss: 4.5, batch_cost: 1.5s, eta: 0:10:12',
        '[2021/08/01 10:00:10] ppcls INFO: [Eval][Epoch 1][Iter: 0/16]CELoss: 4.25, loss: 4.25',
        '[2021/08/01 10:00:20] ppcls INFO: [Eval][Epoch 1][Avg]CELoss: 4.125, loss: 4.125, top1: 0.5',
        '[06/18 10:00:00] ppdet.engine INFO: Epoch: [0] [  20/1000] learning_rate: 0.000100 loss: 4.5 eta: 6:00:00 batch_cost: 2.1',
      ),
    ).toEqual([
      ['train', null, 1, { lr: 0.0125, top1: 0.25, CELoss: 4.5, loss: 4.5, batch_cost: 1.5 }],
      ['eval', null, 1, { CELoss: 4.125, loss: 4.125, top1: 0.5 }],
      ['train', null, 0, { learning_rate: 0.0001, loss: 4.5, batch_cost: 2.1 }],
    ])
  })

  it.each([
    '[2025/09/24 12:13:19] ppocr INFO:         epoch_num : 500',
    '[2025/09/24 12:13:19] ppocr INFO: train dataloader has 200 iters',
    '2021-03-30 06:55:57 [INFO]\tThe optimizer is: sgd',
  ])('reads nothing from %j', (line) => {
    expect(formatsOf(line)).toEqual([])
  })

  it('reads PaddleOCR of before 2022 and OpenOCR, which count iterations of the whole run', () => {
    expect(
      shown(
        '[2021/06/30 12:24:47] root INFO: epoch: [5/500], iter: 680, lr: 0.001000, loss: 28.125, acc: 0.0625, reader_cost: 8.96 s, batch_cost: 10.99 s, samples: 5120, ips: 46.5',
        '[2021/06/30 12:26:40] root INFO: cur metric, acc: 0.5, norm_edit_dis: 0.75, fps: 12.5',
        '[2024/08/06 18:03:31] openrec INFO: epoch: [1/2], global_step: 100, lr: 0.000005, loss: 69.5, avg_batch_cost: 0.18 s, ips: 355.5 samples/s, eta: 0:32:33',
        '[2021/06/30 12:24:47] root INFO: train dataloader has 9738 iters',
      ),
    ).toEqual([
      [
        'train',
        680,
        5,
        {
          lr: 0.001,
          loss: 28.125,
          acc: 0.0625,
          reader_cost: 8.96,
          batch_cost: 10.99,
          samples: 5120,
          ips: 46.5,
        },
      ],
      ['eval', null, null, { acc: 0.5, norm_edit_dis: 0.75, fps: 12.5 }],
      ['train', 100, 1, { lr: 0.000005, loss: 69.5, avg_batch_cost: 0.18, ips: 355.5 }],
    ])
  })

  it('reads the schedule of PaddleClas as a rate, and the means of an epoch as a summary', () => {
    expect(
      shown(
        '[2021/09/24 12:13:19] ppcls INFO: [Train][Epoch 1/20][Iter: 10/24]lr(PiecewiseDecay): 0.0125, top1: 0.125, loss: 4.5, eta: 0:02:10',
        '[2021/09/24 12:13:59] ppcls INFO: [Train][Epoch 1/20][Avg]top1: 0.25, loss: 4.25',
      ),
    ).toEqual([
      ['train', null, 1, { lr: 0.0125, top1: 0.125, loss: 4.5 }],
      ['summary', null, 1, { top1: 0.25, loss: 4.25 }],
    ])
  })
})
