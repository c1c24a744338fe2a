import { expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

it('reads dicts behind the place that they are of', () => {
  const lines = [
    "2025-01-01 10:00:00 INFO ✨ Global step 10: {'policy_loss': -0.5, 'actor_lr': 5e-07, 'kl': 0.25, 'reward': nan}",
    "epoch 0: {'accuracy': 0.75, 'f1': 0.5}",
    "epoch 1: {'val_acc': 0.75, 'f1': 0.5}",
    "Step 20: {'loss': 0.5}",
  ]
  expect(shown(...lines)).toEqual([
    ['train', 10, null, { policy_loss: -0.5, actor_lr: 5e-7, kl: 0.25, reward: NaN }],
    ['eval', null, 0, { accuracy: 0.75, f1: 0.5 }],
    ['eval', null, 1, { val_acc: 0.75, f1: 0.5 }],
    ['train', 20, null, { loss: 0.5 }],
  ])
  expect(formatsOf(...lines)).toEqual(['placed-dict'])
})

it('leaves dicts that name their own place to the Trainer', () => {
  const line = "epoch 1: {'loss': 0.5, 'learning_rate': 0.1, 'epoch': 0.5}"
  expect(shown(line)).toEqual([['train', null, 0.5, { loss: 0.5, learning_rate: 0.1 }]])
  expect(formatsOf(line)).toEqual(['huggingface'])
})

it.each([
  "epoch 3: {'lr': 0.1, 'patience': 3}",
  "epoch 3: {'accuracy': 0.5, 'model': 'gpt2'}",
  "epoch 3: {'accuracy': 0.5",
  "best: {'accuracy': 0.5}",
  "'step 3': {'accuracy': 0.5}",
])('is not what stands in %j', (text) => {
  expect(shown(text)).toEqual([])
})
