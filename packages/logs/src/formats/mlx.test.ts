import { expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

it('reads training and validation of mlx', () => {
  const lines = [
    'Starting training..., iters: 1000',
    'Iter 1: Val loss 2.659, Val took 27.4s',
    'Iter 10: Train loss 2.125, Learning Rate 1.000e-05, It/sec 1.472, Tokens/sec 67.707, Trained Tokens 1656, Peak mem 5.094 GB',
    'Iter 100: Saved adapter weights to adapters/adapters.safetensors.',
  ]
  expect(shown(...lines)).toEqual([
    ['eval', 1, null, { 'Val loss': 2.659, 'Val took_s': 27.4 }],
    [
      'train',
      10,
      null,
      {
        'Train loss': 2.125,
        'Learning Rate': 0.00001,
        'It/sec': 1.472,
        'Tokens/sec': 67.707,
        'Trained Tokens': 1656,
        'Peak mem_GB': 5.094,
      },
    ],
  ])
  expect(formatsOf(...lines)).toEqual(['mlx'])
})

it.each(['Iter 3: Train loss fell, see 5', 'Epoch 3: Train loss 5, fast', 'Iter x: Val loss 3'])(
  'is not what stands in %j',
  (text) => {
    expect(formatsOf(text)).not.toContain('mlx')
  },
)
