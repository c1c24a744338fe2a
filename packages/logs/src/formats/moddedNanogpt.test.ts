import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('moddedNanogpt', () => {
  it('reads validations, losses of training, and lines of time alone', () => {
    const lines = [
      'step:0/1530 val_loss:10.8258 train_time:0ms step_avg:nanms',
      'step:2/1530 train_loss:10.0771 train_time:31724ms step_avg:nanms',
      'step:3/1490 train_time:72ms step_avg:72.41ms',
      'step:1530/1530 val_loss:3.2780 train_time:139804ms step_avg:61.18ms',
    ]
    expect(shown(...lines)).toEqual([
      ['eval', 0, null, { val_loss: 10.8258, train_time_ms: 0, step_avg_ms: NaN }],
      ['train', 2, null, { train_loss: 10.0771, train_time_ms: 31_724, step_avg_ms: NaN }],
      ['train', 3, null, { train_time_ms: 72, step_avg_ms: 72.41 }],
      ['eval', 1530, null, { val_loss: 3.278, train_time_ms: 139_804, step_avg_ms: 61.18 }],
    ])
    expect(formatsOf(...lines)).toEqual(['modded_nanogpt'])
  })

  it.each([
    'print0(f"step:{step}/{train_steps} val_loss:{val_loss:.4f} train_time:{time:.0f}ms")',
    '# for example step:0/1530 val_loss:10.8258 train_time:0ms step_avg:nanms',
    'sample = "step:0/1530 val_loss:10.8258 train_time:0ms"',
    '    val_loss_every : int = 125 # every how many steps, with train_time:0ms',
    'step:5 train_time:72ms',
    'step:5/x train_time:72ms',
    '|   0  NVIDIA H100 80GB HBM3          On  |   00000000:61:00.0 Off |                    0 |',
  ])('reads nothing from the program or a table: %j', (text) => {
    expect(shown(text)).toEqual([])
  })
})
