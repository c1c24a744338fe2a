import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('nanogpt', () => {
  it('reads iterations, and the estimates before them', () => {
    const lines = [
      'number of parameters: 29.94M',
      'step 0: train loss 10.8998, val loss 10.8949',
      'iter 0: loss 4.2627, ppl 71.0037, time 3286.79ms, mfu -100.00%',
      'iter 10: loss 9.6797, time 25.51ms, mfu 72.60%',
      'saving checkpoint to out',
    ]
    expect(shown(...lines)).toEqual([
      ['eval', 0, null, { 'train loss': 10.8998, 'val loss': 10.8949 }],
      ['train', 0, null, { loss: 4.2627, ppl: 71.0037, time_ms: 3286.79, mfu_percent: -100 }],
      ['train', 10, null, { loss: 9.6797, time_ms: 25.51, mfu_percent: 72.6 }],
    ])
    expect(formatsOf(...lines)).toEqual(['nanogpt'])
  })

  it('reads behind a date, a loss that is no number, and the best estimate so far', () => {
    expect(
      shown(
        '2023-03-22 09:30:39 iter 2920: loss nan, time 1099.34ms, mfu 15.34%',
        '2023-03-22 09:32:32 step 3000: train loss 4.0390, val loss 4.0427',
        'step 250: train loss 4.3772, val loss 4.3917; best val loss to now: 4.3902',
        'iter 250: loss 4.4146, time 44309.10ms',
      ),
    ).toEqual([
      ['train', 2920, null, { loss: NaN, time_ms: 1099.34, mfu_percent: 15.34 }],
      ['eval', 3000, null, { 'train loss': 4.039, 'val loss': 4.0427 }],
      [
        'eval',
        250,
        null,
        { 'train loss': 4.3772, 'val loss': 4.3917, 'best val loss to now': 4.3902 },
      ],
      ['train', 250, null, { loss: 4.4146, time_ms: 44_309.1 }],
    ])
  })

  it.each([
    'print(f"iter {iter_num}: loss {lossf:.4f}, time {dt*1000:.2f}ms")',
    'step 3: loss is lower than before',
    'iter 3: loss exploded, time 3ms',
    'iter 3 step 1: loss 2.5',
  ])('is not what stands in %j', (text) => {
    expect(formatsOf(text)).not.toContain('nanogpt')
  })

  it('takes a loss of training alone for no evaluation', () => {
    expect(shown('step 5: train loss 3.25')).toEqual([['train', 5, null, { 'train loss': 3.25 }]])
  })
})
