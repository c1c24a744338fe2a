import { describe, expect, it } from 'vitest'
import { formatsOf, noticesOf, shown } from '../testdata/shown.ts'

describe('maxtext', () => {
  it('reads steps of DPO, behind the prefix of glog too', () => {
    const lines = [
      'completed step: 1, seconds: 24.930, TFLOP/s/device: 0.861, Tokens/s/device: 164.297, total_weights: 6965, loss: 0.625, lm_loss: 0.000, perplexity: 2.000, reward_accuracy: 0.000',
      'I0601 22:14:54.000000 140 metric_logger.py:181] completed step: 2, seconds:  0.002, loss: 0.500',
    ]
    expect(shown(...lines)).toEqual([
      [
        'train',
        1,
        null,
        {
          seconds: 24.93,
          'TFLOP/s/device': 0.861,
          'Tokens/s/device': 164.297,
          total_weights: 6965,
          loss: 0.625,
          lm_loss: 0,
          perplexity: 2,
          reward_accuracy: 0,
        },
      ],
      ['train', 2, null, { seconds: 0.002, loss: 0.5 }],
    ])
    expect(formatsOf(...lines)).toEqual(['maxtext'])
  })

  it('reads an evaluation, and a line that was cut short for what it still holds', () => {
    expect(
      shown(
        'eval metrics after step: 10, loss=3.500, total_weights=1234.0, avg_mtp_acceptance_rate=12.50%',
        'completed step: 101, ...',
        'completed step: 102, seconds: 0.5, TFLOP/s/device: 1',
      ),
    ).toEqual([
      ['eval', 10, null, { loss: 3.5, total_weights: 1234, avg_mtp_acceptance_rate: 12.5 }],
      ['train', 102, null, { seconds: 0.5, 'TFLOP/s/device': 1 }],
    ])
  })

  it('keeps the steps of a restart, and says that they go back', () => {
    const lines = [9, 8].map((step) => `completed step: ${step}, seconds: 0.166, loss: 217.5`)
    expect(shown(...lines).map(([, step]) => step)).toEqual([9, 8])
    expect(noticesOf(...lines)).toContain('steps-go-back')
  })

  it('reads nothing from a search for such lines', () => {
    expect(
      shown('grep -E "completed step:|total_weights" log', 'completed step: {step}, loss'),
    ).toEqual([])
  })

  it("reads the evaluations of old versions, whose numbers may be numpy's", () => {
    expect(
      shown(
        'average loss after step=10: eval_step_count=5, eval_loss=3.5, total_weights=1234.0',
        'Average loss after step=20: step=20, eval_loss=np.float32(3.25), total_weights=1234.0',
      ),
    ).toEqual([
      ['eval', 10, null, { eval_step_count: 5, eval_loss: 3.5, total_weights: 1234 }],
      ['eval', 20, null, { eval_loss: 3.25, total_weights: 1234 }],
    ])
  })
})
