import { describe, expect, it } from 'vitest'
import { formatsOf, noticesOf, shown } from '../testdata/shown.ts'

describe('jsonLines', () => {
  it('reads a line of DeiT as one record, whatever stands in it', () => {
    expect(
      shown(
        '{"train_lr": 7.5e-05, "train_loss": 3.25, "epoch": 249, "n_parameters": 11590840}',
        '{"train_lr": 7.5e-05, "train_loss": 3.125, "test_loss": 0.5, "test_acc1": 78.5, "epoch": 250, "n_parameters": 11590840}',
        '{"test_loss": 0.5, "test_acc1": 78.5, "epoch": 250}',
      ),
    ).toEqual([
      ['train', null, 249, { train_lr: 0.000075, train_loss: 3.25, n_parameters: 11_590_840 }],
      [
        'train',
        null,
        250,
        {
          train_lr: 0.000075,
          train_loss: 3.125,
          test_loss: 0.5,
          test_acc1: 78.5,
          n_parameters: 11_590_840,
        },
      ],
      ['eval', null, 250, { test_loss: 0.5, test_acc1: 78.5 }],
    ])
  })

  it('reads Detectron2, with evaluation merged in and a NaN that is no JSON', () => {
    expect(
      shown(
        '{"data_time": 0.5, "iteration": 19, "loss_cls": 0.5, "lr": 0.001, "total_loss": 1.5}',
        '{"bbox/AP": 25.5, "bbox/APl": NaN, "iteration": 39, "lr": 0.002, "total_loss": Infinity}',
        '{"bbox/AP": 25.5, "bbox/APs": NaN, "iteration": 40}',
      ),
    ).toEqual([
      ['train', 19, null, { data_time: 0.5, loss_cls: 0.5, lr: 0.001, total_loss: 1.5 }],
      ['train', 39, null, { 'bbox/AP': 25.5, 'bbox/APl': NaN, lr: 0.002, total_loss: Infinity }],
      ['eval', 40, null, { 'bbox/AP': 25.5, 'bbox/APs': NaN }],
    ])
  })

  it('takes the step of an mmengine evaluation for the epoch that it is', () => {
    expect(
      shown(
        '{"lr": 0.02, "loss": 1.5, "epoch": 10, "iter": 60, "memory": 3060, "step": 60}',
        '{"coco/AP": 0.25, "coco/AP .5": -1.0, "data_time": 0.5, "step": 10}',
      ),
    ).toEqual([
      ['train', 60, 10, { lr: 0.02, loss: 1.5, iter: 60, memory: 3060 }],
      ['eval', null, 10, { 'coco/AP': 0.25, 'coco/AP .5': -1, data_time: 0.5 }],
    ])
    expect(
      shown(
        '{"lr": 0.02, "loss": 1.5, "iter": 4000, "step": 4000}',
        '{"mIoU": 40.5, "aAcc": 80.5, "step": 4000}',
      ).map(([phase, step]) => [phase, step]),
    ).toEqual([
      ['train', 4000],
      ['eval', 4000],
    ])
  })

  it('takes no step from the iterations of mmdetection 2, which start anew in each epoch', () => {
    expect(
      shown(
        '{"mode": "train", "epoch": 1, "iter": 50, "lr": 0.02, "loss": 0.5}',
        '{"mode": "val", "epoch": 1, "iter": 625, "lr": 0.02, "bbox_mAP": 0.25, "bbox_mAP_copypaste": "0.25 0.3"}',
      ),
    ).toEqual([
      ['train', null, 1, { iter: 50, lr: 0.02, loss: 0.5 }],
      ['eval', null, 1, { iter: 625, lr: 0.02, bbox_mAP: 0.25 }],
    ])
  })

  it("reads lines of scripts of one's own", () => {
    expect(
      shown(
        '{"step": 5, "loss": 0.5, "time": "2024-05-01", "ok": true}',
        '{"_step": 6, "reward": "0.25"}',
        '  {"epoch": 1, "val_loss": 0.75}  ',
        '{"phase": "valid", "epoch": 1, "loss": 0.5}',
        '{"loss": 0.5, "learning_rate": 0.1}',
        '{"step": 7, "nodes": 3}',
      ),
    ).toEqual([
      ['train', 5, null, { loss: 0.5 }],
      ['train', 6, null, { reward: 0.25 }],
      ['eval', null, 1, { val_loss: 0.75 }],
      ['eval', null, 1, { loss: 0.5 }],
      ['train', null, null, { loss: 0.5, learning_rate: 0.1 }],
      ['train', 7, null, { nodes: 3 }],
    ])
  })

  it('says that it left out what holds more than one number', () => {
    expect(noticesOf('{"step": 5, "loss": 0.5, "sizes": [1, 2]}')).toEqual(['not-a-number'])
  })

  it.each([
    '{"learning_rate": 0.1, "batch_size": 8, "epochs": 10}',
    '{"step": 5}',
    '{"epoch": 5, "lr": 0.1, "batch_size": 8}',
    '{"loss": "mse", "epoch": 10}',
    '{"level": "info", "time": 1714564800000, "pid": 12, "msg": "hi"}',
    '{"step": -1, "loss": 0.5}',
    '{"a": 1} {"step": 2, "b": 3}',
    '{"step": 5, "loss": 0.5',
    '["step", 5]',
    '{}',
  ])('reads nothing from %j', (line) => {
    expect(formatsOf(line)).toEqual([])
  })
})
