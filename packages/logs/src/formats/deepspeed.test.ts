import { describe, expect, it } from 'vitest'
import { noticesOf, shown } from '../testdata/shown.ts'

const stepLine =
  '[2023-04-18 01:46:59,142] [INFO] [logging.py:96:log_dist] [Rank 0] step=10, skipped=6, lr=[9.5e-06, 9.5e-06], mom=[(0.9, 0.95), (0.9, 0.95)]'
const startLine =
  '[2023-04-18 01:46:50,000] [INFO] [logging.py:96:log_dist] [Rank 0] step=0, skipped=0, lr=[0.0, 0.0], mom=[(0.9, 0.95), (0.9, 0.95)]'

describe('deepspeed', () => {
  it('reads steps and timers, each a record of its own', () => {
    expect(
      shown(
        stepLine,
        '[2025-01-02 15:47:38,842] [INFO] [timer.py:264:stop] epoch=0/micro_step=20/global_step=10, RunningAvgSamplesPerSec=46.5, CurrSamplesPerSec=50.25, MemAllocated=5.53GB, MaxMemAllocated=8.61GB',
      ),
    ).toEqual([
      ['train', 10, null, { lr: 0.0000095, skipped: 6 }],
      [
        'train',
        10,
        0,
        {
          RunningAvgSamplesPerSec: 46.5,
          CurrSamplesPerSec: 50.25,
          MemAllocated: 5.53,
          MaxMemAllocated: 8.61,
        },
      ],
    ])
  })

  it('keeps the steps of two engines, and says where groups differ in their rates', () => {
    const other = stepLine.replace('lr=[9.5e-06, 9.5e-06]', 'lr=[5e-06, 1e-05]')
    expect(shown(stepLine, other).map(([, step, , { lr }]) => [step, lr])).toEqual([
      [10, 0.0000095],
      [10, 0.000005],
    ])
    expect(noticesOf(stepLine, other)).toEqual(['several-learning-rates'])
  })

  it('takes the count of an old timer for no step, and says so', () => {
    const timer =
      '[2022-11-24 00:52:01,509] [INFO] [timer.py:198:stop] 0/4, RunningAvgSamplesPerSec=16.15, CurrSamplesPerSec=15.72, MemAllocated=1.87GB'
    expect(shown(timer)).toEqual([])
    expect(noticesOf(timer)).toEqual(['micro-step', 'no-metrics'])
  })

  it('keeps the state before the first step where the engine tells more, in its order', () => {
    expect(shown(startLine, stepLine).map(([, step]) => step)).toEqual([0, 10])
    const dict = "{'loss': 0.5, 'learning_rate': 1e-05, 'epoch': 0.1}"
    expect(shown(startLine, dict)).toEqual([
      ['train', null, 0.1, { loss: 0.5, learning_rate: 0.00001 }],
    ])
    expect(noticesOf(startLine, dict)).toContain('only-start')
  })

  it('leaves lines of the script itself to those who read them', () => {
    expect(shown(stepLine, 'step=10 loss=0.52').map(([, , , metrics]) => metrics)).toEqual([
      { lr: 0.0000095, skipped: 6 },
      { loss: 0.52 },
    ])
  })

  it.each([
    '[INFO] [loss_scaler.py:188:update_scale] [deepspeed] OVERFLOW! Rank 0 Skipping step. Attempted loss scale: 65536, reducing to 32768',
    'step=10, skipped=six',
    'skipped=6, step=10',
  ])('reads nothing from %j', (text) => {
    expect(shown(text)).toEqual([])
  })
})
