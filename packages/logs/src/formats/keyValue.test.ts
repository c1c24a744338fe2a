import { describe, expect, it } from 'vitest'
import { formatsOf, noticesOf, shown } from '../testdata/shown.ts'

describe('keyValue', () => {
  it.each([
    ['step=100 loss=0.5 lr=0.001', 'train', 100, null, { loss: 0.5, lr: 0.001 }],
    ['step: 100, loss: 0.5, tokens/s: 1,280', 'train', 100, null, { loss: 0.5, 'tokens/s': 1280 }],
    [
      'Epoch 3/10 - train_loss: 0.5, val_loss: 0.75',
      'train',
      null,
      3,
      { train_loss: 0.5, val_loss: 0.75 },
    ],
    ['[Epoch 2] Step: 40 | Loss: 0.5', 'train', 40, 2, { Loss: 0.5 }],
    ['Epoch [2/5], Step [100/600], Loss: 0.25', 'train', null, 2, { Loss: 0.25 }],
    ['Iter 20 val_accuracy=0.75', 'eval', 20, null, { val_accuracy: 0.75 }],
    ['2024-05-01T12:00:00Z INFO epoch=1 ppl=nan', 'train', null, 1, { ppl: NaN }],
    [
      'step 0: train loss: 4.5, val loss: 4.25',
      'train',
      0,
      null,
      { 'train loss': 4.5, 'val loss': 4.25 },
    ],
    ['loss=0.5 acc=0.75', 'train', null, null, { loss: 0.5, acc: 0.75 }],
    ['loss: 0.5, learning_rate: 0.1', 'train', null, null, { loss: 0.5, learning_rate: 0.1 }],
  ])('reads %j', (line, phase, step, epoch, metrics) => {
    expect(shown(line)).toEqual([[phase, step, epoch, metrics]])
  })

  it.each([
    'We trained for 3 epochs and reached a loss of 0.5.',
    'Lists such as `step: 1, loss: 0.5` are read.',
    'def fmin(func, callback=None, iter=100, acc=1.0E-6):',
    'The best loss: 0.5',
    'best epoch: 3, patience: 5',
    'epochs: 10, loss: mse, accuracy: high',
    'max_steps=100 learning_rate=0.1',
    'loss_scale: 1.0, weight_decay: 0.1',
    '| epoch | loss | acc |',
    '| 1     | 0.5  | 0.7 |',
    'print(f"step: {step} loss: {loss:.4f}")',
    '    loss = 0.5 * step',
    '# step: 3, loss: 0.5',
    'if step == 3: loss = 0.5',
    'assert self.step == 3, loss=2',
    'step: 100, loss: 0.5, loss: 0.75',
    'step 12:30:01 loss',
    '10.0.0.1 - - [01/May/2024] "GET /loss?step=3 HTTP/1.1" 200',
  ])('reads nothing from %j', (line) => {
    expect(formatsOf(line)).toEqual([])
  })

  it('places what names no place below the head of its epoch', () => {
    expect(
      shown(
        'train Loss: 0.5 Acc: 0.25',
        'Epoch 0/24',
        '----------',
        'train Loss: 0.5 Acc: 0.25',
        'val Loss: 0.75 Acc: 0.5',
        'Epoch 1/24',
        'train Loss: 0.25 Acc: 0.75',
        'step: 3, train_loss: 0.5',
      ),
    ).toEqual([
      ['train', null, null, { 'train Loss': 0.5, Acc: 0.25 }],
      ['train', null, 0, { 'train Loss': 0.5, Acc: 0.25 }],
      ['eval', null, 0, { 'val Loss': 0.75, Acc: 0.5 }],
      ['train', null, 1, { 'train Loss': 0.25, Acc: 0.75 }],
      ['train', 3, null, { train_loss: 0.5 }],
    ])
  })

  it('takes the place in a program for no metric', () => {
    expect(
      shown(
        '[host] (trainer:687) INFO: 1epoch:train:1-100batch: loss_att=1.5, acc=0.25, loss=90.5',
      ),
    ).toEqual([['train', null, null, { loss_att: 1.5, acc: 0.25, loss: 90.5 }]])
  })

  it('reads the Estimator of TensorFlow, whose results are evaluations', () => {
    expect(
      shown(
        'INFO:tensorflow:loss = 0.5, step = 100 (12.1 sec)',
        'I0101 10:00:00.000000 1234 basic_session_run_hooks.py:260] loss = 0.25, step = 200',
        'INFO:tensorflow:Saving dict for global step 200: accuracy = 0.75, global_step = 200, loss = 0.5',
      ),
    ).toEqual([
      ['train', 100, null, { loss: 0.5 }],
      ['train', 200, null, { loss: 0.25 }],
      ['eval', 200, null, { accuracy: 0.75, loss: 0.5 }],
    ])
  })

  it('has no line once a format that is known better has been met, and says what it left out', () => {
    const lines = ["{'loss': 0.5, 'step': 10}", 'step: 10, loss: 0.5']
    expect(formatsOf(...lines)).toEqual(['huggingface'])
    expect(noticesOf(...lines)).toEqual(['other-lines'])
    expect(formatsOf(...lines.toReversed())).toEqual(['key-value', 'huggingface'])
  })
})
