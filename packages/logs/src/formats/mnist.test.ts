import { expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

it('reads samples within an epoch, and the test below it', () => {
  const lines = [
    'Train Epoch: 1 [0/60000 (0%)]\tLoss: 2.300039',
    'Train Epoch: 1 [59520/60000 (99%)]     Loss: 0.25',
    '',
    'Test set: Average loss: 0.0506, Accuracy: 9832/10000 (98%)',
    'Train Epoch: 2 [0/60000 (0%)]\tLoss: nan',
  ]
  expect(shown(...lines)).toEqual([
    ['train', null, 1, { sample: 0, Loss: 2.300039 }],
    ['train', null, 1, { sample: 59_520, Loss: 0.25 }],
    ['eval', null, 1, { 'Average loss': 0.0506, Accuracy: 0.9832 }],
    ['train', null, 2, { sample: 0, Loss: NaN }],
  ])
  expect(formatsOf(...lines)).toEqual(['mnist'])
})

it('leaves the other lines of such a script to the generic format', () => {
  const lines = ['Train Epoch: 1 [0/60000 (0%)]\tLoss: 2.5', 'Epoch 1: val_loss=0.5 val_acc=0.75']
  expect(shown(...lines).map(([phase]) => phase)).toEqual(['train', 'eval'])
  expect(formatsOf(...lines)).toEqual(['mnist', 'key-value'])
})

it('reads a test without counts, or with none', () => {
  expect(
    shown('Test set: Average loss: 0.5', 'Test set: Average loss: 1, Accuracy: 0/0 (0%)'),
  ).toEqual([
    ['eval', null, null, { 'Average loss': 0.5 }],
    ['eval', null, null, { 'Average loss': 1 }],
  ])
})

it.each(['Train Epoch: 1 [0/60000 (0%)]', 'The Test set: Average loss: is low'])(
  'is not what stands in %j',
  (text) => {
    expect(shown(text)).toEqual([])
  },
)
