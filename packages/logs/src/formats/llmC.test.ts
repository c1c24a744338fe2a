import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('llmC', () => {
  it('reads the short lines of main.log', () => {
    const lines = [
      's:0 tel:11.0092',
      's:0 trl:11.0091 lr:0.000001 norm:15.37',
      's:250 eval:0.2546',
      's:1 trl:nan lr:0.000002 norm:inf',
    ]
    expect(shown(...lines)).toEqual([
      ['eval', 0, null, { tel: 11.0092 }],
      ['train', 0, null, { trl: 11.0091, lr: 0.000001, norm: 15.37 }],
      ['eval', 250, null, { eval: 0.2546 }],
      ['train', 1, null, { trl: NaN, lr: 0.000002, norm: Infinity }],
    ])
    expect(formatsOf(...lines)).toEqual(['llm_c'])
  })

  it('reads the console, whose scores are no losses and whose validation names no step', () => {
    expect(
      shown(
        '| use_master_weights    | disabled                                           |',
        'val loss 11.006021',
        'step    1/21479 | loss 11.007906 (+nanz)| norm 16.3235 (+nanz)| lr 2.86e-06 | 2734.72 ms | -100.0% bf16 MFU | 167751 tok/s',
        'step   31/21479 | loss 9.5 (-1.25z)| norm 2.5 (+0.50z)| lr 8.58e-05 | 2.5 ms | 39.9% fp16 MFU | 9000 tok/s',
        'HellaSwag: 2968/10042 = 0.295559',
        'total average iteration time: 2545.383811 ms',
      ),
    ).toEqual([
      ['eval', null, null, { 'val loss': 11.006021 }],
      [
        'train',
        1,
        null,
        {
          loss: 11.007906,
          loss_z: NaN,
          norm: 16.3235,
          norm_z: NaN,
          lr: 0.00000286,
          ms: 2734.72,
          'bf16 MFU %': -100,
          'tok/s': 167_751,
        },
      ],
      [
        'train',
        31,
        null,
        {
          loss: 9.5,
          loss_z: -1.25,
          norm: 2.5,
          norm_z: 0.5,
          lr: 0.0000858,
          ms: 2.5,
          'fp16 MFU %': 39.9,
          'tok/s': 9000,
        },
      ],
      ['eval', null, null, { HellaSwag: 0.295559 }],
    ])
  })

  it('reads its trainer in Python, and build-nanogpt', () => {
    expect(
      shown(
        'step    1/19560 | train loss 10.950000 | norm 15.2500 | lr 1.00e-06 | (12.50 ms | 9000 tok/s)',
        'step     5 | loss: 9.5 | lr 6.0000e-05 | norm: 1.25 | dt: 234.50ms | tok/sec: 12345.50',
      ),
    ).toEqual([
      [
        'train',
        1,
        null,
        { 'train loss': 10.95, norm: 15.25, lr: 0.000001, ms: 12.5, 'tok/s': 9000 },
      ],
      ['train', 5, null, { loss: 9.5, lr: 0.00006, norm: 1.25, dt_ms: 234.5, 'tok/sec': 12_345.5 }],
    ])
  })

  it.each([
    'val loss is 3',
    'the val loss 3.5 is low',
    's:x tel:3',
    'step 3 | lost | loss 3',
    's:3 x:1',
  ])('is not what stands in %j', (text) => {
    expect(formatsOf(text)).not.toContain('llm_c')
  })

  it('reads the first versions of llm.c', () => {
    expect(
      shown(
        'step 0: train loss 5.356086 (took 1012.123 ms)',
        'step    1/100: train loss 5.25 (acc 5.125) (300.125 ms, 13647 tok/s)',
        'step 2/74: train loss 4.5 (80.639999 ms, 50793 tok/s)',
      ),
    ).toEqual([
      ['train', 0, null, { 'train loss': 5.356086, ms: 1012.123 }],
      ['train', 1, null, { 'train loss': 5.25, acc: 5.125, ms: 300.125, 'tok/s': 13_647 }],
      ['train', 2, null, { 'train loss': 4.5, ms: 80.639999, 'tok/s': 50_793 }],
    ])
  })

  it('reads the evaluations of build-nanogpt', () => {
    expect(
      shown('validation loss: 10.9511', 'HellaSwag accuracy: 2463/10042=0.2453', 's:0 trl:10.9'),
    ).toEqual([
      ['eval', null, null, { 'val loss': 10.9511 }],
      ['eval', null, null, { HellaSwag: 0.2453 }],
      ['train', 0, null, { trl: 10.9 }],
    ])
  })

  it('leaves a log to others in which only lines without a step look like its own', () => {
    const lines = ['Epoch 1 | train_loss=0.5', 'val loss 0.4', 'Epoch 2 | train_loss=0.25']
    expect(shown(...lines)).toEqual([
      ['train', null, 1, { train_loss: 0.5 }],
      ['train', null, 2, { train_loss: 0.25 }],
      ['eval', null, null, { 'val loss': 0.4 }],
    ])
  })
})
