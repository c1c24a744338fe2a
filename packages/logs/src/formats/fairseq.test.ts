import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('fairseq', () => {
  it('reads windows, validations and the means of an epoch from JSON with quoted numbers', () => {
    expect(
      shown(
        '[2024-05-01 12:00:00,385][train_inner][INFO] - {"epoch": 1, "update": 0.5, "loss": "9.5", "num_updates": "200", "lr": "3e-06", "gnorm": "nan"}',
        '[2024-05-01 12:10:00,100][valid][INFO] - {"epoch": 1, "valid_loss": "8.5", "valid_ppl": "362.04", "valid_num_updates": "400"}',
        '[2024-05-01 12:10:01,100][train][INFO] - {"epoch": 1, "train_loss": "9.25", "train_train_wall": "404", "train_num_updates": "400"}',
      ),
    ).toEqual([
      ['train', 200, 1, { update: 0.5, loss: 9.5, lr: 3e-6, gnorm: NaN }],
      ['eval', 400, 1, { valid_loss: 8.5, valid_ppl: 362.04 }],
      ['summary', 400, 1, { train_loss: 9.25, train_train_wall: 404 }],
    ])
  })

  it('reads JSON between pipes, and sets of any name as evaluations', () => {
    expect(
      shown(
        '2024-05-01 12:00:00 | INFO | train_inner | {"epoch": 1, "update": 0.5, "loss": "9.5", "num_updates": "200"}',
        '2024-05-01 12:00:00 | INFO | dev_other | {"epoch": 1, "dev_other_wer": "42.5", "dev_other_num_updates": "200"}',
      ),
    ).toEqual([
      ['train', 200, 1, { update: 0.5, loss: 9.5 }],
      ['eval', 200, 1, { dev_other_wer: 42.5 }],
    ])
  })

  it('reads the oldest lines, where the mean so far stands in brackets', () => {
    expect(
      shown(
        '| epoch 003  2000 / 8000 loss=1.25 (1.50), wps=900, bsz=32, lr=0.001, clip=100%, gnorm=2.5',
        '| epoch 003 | train loss 1.50 | train ppl 2.83 | s/checkpoint    7700 | words/s    900 | bsz     32 | lr 0.001000 | clip 100% | gnorm 2.5',
        "| epoch 003 | valid on 'valid' subset | valid loss 2.00 | valid ppl 4.00",
      ),
    ).toEqual([
      [
        'train',
        null,
        3,
        {
          batch: 2000,
          loss: 1.25,
          loss_avg: 1.5,
          wps: 900,
          bsz: 32,
          lr: 0.001,
          clip_percent: 100,
          gnorm: 2.5,
        },
      ],
      [
        'summary',
        null,
        3,
        {
          'train loss': 1.5,
          'train ppl': 2.83,
          bsz: 32,
          lr: 0.001,
          clip_percent: 100,
          gnorm: 2.5,
        },
      ],
      ['eval', null, 3, { 'valid loss': 2, 'valid ppl': 4 }],
    ])
  })

  it('takes the step from num_updates in the pipes of later versions', () => {
    expect(
      shown(
        '2024-05-01 12:00:00 | INFO | train_inner | epoch 001:    100 / 1000 loss=12.5, ppl=5792.6, wps=20000, num_updates=101, lr=1e-05',
        '2024-05-01 12:00:00 | INFO | train | epoch 001 | loss 10.5 | ppl 1448.2 | num_updates 1000 | lr 1e-05',
        "2024-05-01 12:00:00 | INFO | valid | epoch 001 | valid on 'valid' subset | loss 9.5 | ppl 724.1 | num_updates 1000 | best_loss 9.5",
      ),
    ).toEqual([
      ['train', 101, 1, { batch: 100, loss: 12.5, ppl: 5792.6, wps: 20000, lr: 1e-5 }],
      ['summary', 1000, 1, { loss: 10.5, ppl: 1448.2, lr: 1e-5 }],
      ['eval', 1000, 1, { loss: 9.5, ppl: 724.1, best_loss: 9.5 }],
    ])
  })

  it('tells sets of validation apart by their names', () => {
    expect(
      shown(
        "| epoch 001 | valid on 'valid1' subset | loss 9.5 | num_updates 10",
        "| epoch 001 | valid on 'test' subset | test loss 8.5 | num_updates 10",
      ),
    ).toEqual([
      ['eval', 10, 1, { 'valid1 loss': 9.5 }],
      ['eval', 10, 1, { 'test loss': 8.5 }],
    ])
  })

  it.each([
    "| epoch 010 | valid on 'valid' subset  1000 / 1300 loss=1.50",
    '| epoch 010 | saved checkpoint',
    '| epoch 001:  10%|█ | 100/1000 [00:10<01:30, loss=12.5, ppl=5792.6]',
    '| epoch one',
    '{"epoch": 1, "loss": "9.5", "num_updates": "200',
    '{"num_updates": "200"}',
  ])('makes no record of %j', (line) => {
    expect(formatsOf(line)).not.toContain('fairseq')
  })

  it('leaves the progress of a validation to nobody', () => {
    expect(
      shown(
        "| epoch 004 | valid on 'valid' subset  1000 / 1311 loss=3.24",
        "| epoch 004 | valid on 'valid' subset | valid loss 3.75 | valid ppl 12.94",
      ),
    ).toEqual([['eval', null, 4, { 'valid loss': 3.75, 'valid ppl': 12.94 }]])
  })
})
