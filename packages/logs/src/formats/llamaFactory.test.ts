import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('llamaFactory', () => {
  it('reads training, evaluation and the end of a run', () => {
    expect(
      shown(
        '{"current_steps": 5, "total_steps": 2178, "loss": 2.3475, "lr": 1.8e-06, "epoch": 0.002, "percentage": 0.23, "elapsed_time": "0:32:48", "remaining_time": "9 days, 21:39:23"}',
        '{"current_steps": 10, "total_steps": 2178, "eval_loss": 2.1, "epoch": 0.005, "percentage": 0.46}',
        '{"current_steps": 2178, "total_steps": 2178, "epoch": 0.9996, "percentage": 100.0, "elapsed_time": "4:00:00"}',
      ),
    ).toEqual([
      ['train', 5, 0.002, { loss: 2.3475, lr: 0.0000018 }],
      ['eval', 10, 0.005, { eval_loss: 2.1 }],
      ['summary', 2178, 0.9996, {}],
    ])
  })

  it('takes null for what was not logged, as it was written in 2023', () => {
    expect(
      shown(
        '{"current_steps": 5, "total_steps": 8712, "loss": 1.7484, "eval_loss": null, "predict_loss": null, "reward": null, "learning_rate": 4.99e-05, "epoch": 0.0, "percentage": 0.06}',
        '{"current_steps": 6, "total_steps": 8712, "loss": null, "eval_loss": null, "learning_rate": null, "epoch": 0.0}',
        '{"current_steps": 8712, "total_steps": 8712, "loss": null, "eval_loss": null, "learning_rate": null, "epoch": 3.0}',
      ),
    ).toEqual([
      ['train', 5, 0, { loss: 1.7484, learning_rate: 0.0000499 }],
      ['summary', 8712, 3, {}],
    ])
  })

  it('makes no record of a line that breaks off', () => {
    expect(formatsOf('{"current_steps": 5, "total_steps": 8712, "loss": 1.7')).toEqual([])
  })
})
