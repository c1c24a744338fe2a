import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'
import { readNanochat } from './nanochat.ts'

describe('readNanochat', () => {
  it('reads training, with the epoch where it is told, and no guess of what is left', () => {
    const lines = [
      'step 00010/21400 (0.05%) | loss: 10.125000 | grad norm: 0.1250 | lrm: 1.00 | dt: 2345.12ms | tok/sec: 1,123,456 | mfu: 48.12 | total time: 0.12m',
      'step 00011/21400 (0.05%) | loss: nan | lrm: 1.00 | tok/sec: 1,123,456 | bf16_mfu: 48.12 | epoch: 1 pq: 0 rg: 14 | total time: 0.12m | eta: 83.1m',
      'Step 00001/00700 | Training loss: 1.250000| lrm: 0.900000| num_tokens: 12,345',
    ]
    expect(shown(...lines)).toEqual([
      [
        'train',
        10,
        null,
        {
          loss: 10.125,
          'grad norm': 0.125,
          lrm: 1,
          dt_ms: 2345.12,
          'tok/sec': 1_123_456,
          mfu: 48.12,
          'total time_m': 0.12,
        },
      ],
      [
        'train',
        11,
        1,
        { loss: NaN, lrm: 1, 'tok/sec': 1_123_456, bf16_mfu: 48.12, 'total time_m': 0.12 },
      ],
      ['train', 1, null, { 'Training loss': 1.25, lrm: 0.9, num_tokens: 12_345 }],
    ])
    expect(formatsOf(...lines)).toEqual(['llm_c'])
  })

  it('reads evaluations', () => {
    expect(
      shown(
        'Step 00250 | Validation bpb: 1.0915',
        '[Eval] Step 00260 | Validation bpb: 1.0750',
        'Step 02000 | CORE metric: 0.1234',
        'Step 00100 | Validation loss: 1.250000',
      ),
    ).toEqual([
      ['eval', 250, null, { 'Validation bpb': 1.0915 }],
      ['eval', 260, null, { 'Validation bpb': 1.075 }],
      ['eval', 2000, null, { 'CORE metric': 0.1234 }],
      ['eval', 100, null, { 'Validation loss': 1.25 }],
    ])
  })

  it.each([
    'Step 1 | loss: 0.5',
    'step 00010/21400 (0.05%) | loss: {loss}',
    'Step 3 | Validation loss: 0.5 | done',
    'step x | loss: 1 | lrm: 1',
  ])('is not what stands in %j', (text) => {
    expect(readNanochat(text)).toBeNull()
  })
})
