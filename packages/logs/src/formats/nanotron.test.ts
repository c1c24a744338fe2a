import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('nanotron', () => {
  it('reads a line with letters for thousands', () => {
    const line =
      '08/31/2024 14:37:31 [INFO|DP=0|PP=0|TP=0]: iteration: 1 / 15 | consumed_tokens: 262K | elapsed_time_per_iteration_ms: 4.71K | tokens_per_sec: 1.04M | lm_loss: 5.32 | lr: 0.00015 | grad_norm: nan | hd_free_memory_tb: 1.18T'
    expect(shown(line)).toEqual([
      [
        'train',
        1,
        null,
        {
          consumed_tokens: 262_000,
          elapsed_time_per_iteration_ms: 4710,
          tokens_per_sec: 1_040_000,
          lm_loss: 5.32,
          lr: 0.00015,
          grad_norm: NaN,
          hd_free_memory_tb: 1_180_000_000_000,
        },
      ],
    ])
    expect(formatsOf(line)).toEqual(['nanotron'])
  })

  it.each([
    '[INFO]: iteration: 1 | lm_loss: 5.32',
    '[INFO]: iteration: 1 / x | lm_loss: 5.32',
    '[INFO]: iteration: 1 / 15 |',
  ])('is not what stands in %j', (text) => {
    expect(formatsOf(text)).not.toContain('nanotron')
  })
})
