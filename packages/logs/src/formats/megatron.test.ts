import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

const first =
  ' iteration        1/     500 | consumed samples:           16 | elapsed time per iteration (ms): 15165.9 | learning rate: 2.000E-07 | lm loss: 1.263599E+01 | loss scale: 1.0 | number of nan iterations:   0 | tokens per gpu per second (tgs): 135.040 | TFLOPs: 7.97 |'

describe('megatron', () => {
  it('reads an iteration, with names of several words and brackets', () => {
    expect(shown(first)).toEqual([
      [
        'train',
        1,
        null,
        {
          'consumed samples': 16,
          'elapsed time per iteration (ms)': 15_165.9,
          'learning rate': 0.0000002,
          'lm loss': 12.63599,
          'loss scale': 1,
          'number of nan iterations': 0,
          'tokens per gpu per second (tgs)': 135.04,
          TFLOPs: 7.97,
        },
      ],
    ])
    expect(formatsOf(first)).toEqual(['megatron'])
  })

  it('leaves a loss out that an iteration does not name, and keeps a norm that is no number', () => {
    expect(
      shown(
        ' [2024-05-01 12:00:00] iteration     3610/  114695 | learning rate: 6.0E-05 | grad norm: nan | number of nan iterations:   0 | ETA: 2 days, 3:00:00 |',
      ),
    ).toEqual([
      [
        'train',
        3610,
        null,
        { 'learning rate': 0.00006, 'grad norm': NaN, 'number of nan iterations': 0 },
      ],
    ])
  })

  it('reads validations, also two of one step, and one that names no step', () => {
    expect(
      shown(
        ' validation loss at iteration 500 | lm loss value: 6.314754E+00 | lm loss PPL: 5.526661E+02 | ',
        ' validation loss at iteration 500 on 160-sample draw from validation set | lm loss value: 6.335348E+00 | lm loss PPL: 5.641655E+02 | ',
        'validation loss at the end of training for val data | lm loss value: 6.25 | lm loss PPL: 518.0 | ',
        ' validation loss at iteration 5 | LM loss: 6.25 | LM PPL: 518.0',
      ),
    ).toEqual([
      ['eval', 500, null, { 'lm loss value': 6.314754, 'lm loss PPL': 552.6661 }],
      ['eval', 500, null, { 'lm loss value': 6.335348, 'lm loss PPL': 564.1655 }],
      ['eval', null, null, { 'lm loss value': 6.25, 'lm loss PPL': 518 }],
      ['eval', 5, null, { 'LM loss': 6.25, 'LM PPL': 518 }],
    ])
  })

  it('reads the forms of GPT-NeoX and of the first versions', () => {
    expect(
      shown(
        'host: [INFO]  samples/sec: 12.5 | iteration       10/  320000 | elapsed time per iteration (ms): 5000.5 | approx flops per GPU: 20.5TFLOPS | lm_loss: 1.125E+01 |',
        ' iteration       50/  200000 | elapsed time per iteration (ms): 250.5 | learning rate 1.500E-04 | lm loss 6.400E+00 | loss scale 32768.0 |',
      ),
    ).toEqual([
      [
        'train',
        10,
        null,
        {
          'samples/sec': 12.5,
          'elapsed time per iteration (ms)': 5000.5,
          'approx flops per GPU': 20.5,
          lm_loss: 11.25,
        },
      ],
      [
        'train',
        50,
        null,
        {
          'elapsed time per iteration (ms)': 250.5,
          'learning rate': 0.00015,
          'lm loss': 6.4,
          'loss scale': 32_768,
        },
      ],
    ])
  })

  it("leaves DeepSpeed's line of a step out where an iteration tells of it, and keeps the others", () => {
    const engine = (step: number) =>
      `steps: ${step} loss: 12.6360 iter time (s): 15.161 samples/sec: 1.055`
    expect(shown(engine(1), first, engine(2), engine(3)).map(([, step]) => step)).toEqual([1, 2, 3])
    expect(shown(engine(1), first)[0]?.[3]).toHaveProperty('lm loss')
    expect(shown(engine(10), engine(20))).toEqual([
      ['train', 10, null, { loss: 12.636, 'iter time (s)': 15.161, 'samples/sec': 1.055 }],
      ['train', 20, null, { loss: 12.636, 'iter time (s)': 15.161, 'samples/sec': 1.055 }],
    ])
    expect(shown(first, engine(1)).map(([, step]) => step)).toEqual([1])
  })

  it.each([
    '  eod_mask_loss ................................... False',
    '  successfully saved checkpoint at iteration     500 to /checkpoints',
    'Training epoch 0, iteration 120/149 | lr: 3e-05 | loss: 1.5',
    'Evaluating iter 1/10',
    ' iteration 5/10 | done |',
  ])('is not what stands in %j', (text) => {
    expect(formatsOf(text)).not.toContain('megatron')
  })

  it('reads what GPT-NeoX says of an evaluation', () => {
    expect(
      shown(
        ' validation results at iteration 1000 | lm_loss value: 3.125000E+00 | lm_loss_ppl value: 2.275000E+01 | ',
        ' test results at the end of training for test data | lm_loss value: 3.250000E+00 | ',
      ),
    ).toEqual([
      ['eval', 1000, null, { 'lm_loss value': 3.125, 'lm_loss_ppl value': 22.75 }],
      ['eval', null, null, { 'lm_loss value': 3.25 }],
    ])
  })
})
