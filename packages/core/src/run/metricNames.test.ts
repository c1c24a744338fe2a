import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalMetric, goalOf } from './metricNames.ts'

describe('canonicalMetric', () => {
  it.each([
    ['loss', 'train', 'train/loss'],
    ['loss', 'eval', 'eval/loss'],
    ['eval_loss', 'eval', 'eval/loss'],
    ['val_loss', 'train', 'eval/loss'],
    ['valid/loss', 'train', 'eval/loss'],
    ['train_loss', 'train', 'train/loss'],
    ['test_acc', 'train', 'test/accuracy'],
    ['lr', 'train', 'learning_rate'],
    ['learning_rate', 'train', 'learning_rate'],
    ['grad_norm', 'train', 'grad_norm'],
    ['ppl', 'eval', 'eval/perplexity'],
    ['rewards/chosen', 'train', 'rewards/chosen'],
    ['eval_rewards/chosen', 'eval', 'eval/rewards/chosen'],
    ['eval_samples_per_second', 'eval', 'eval/samples_per_second'],
    ['metrics/mAP50(B)', 'train', 'metrics/mAP50(B)'],
    ['__proto__', 'train', '__proto__'],
    ['eval_', 'eval', 'eval/eval_'],
  ] as const)('reads %s in the %s phase as %s', (name, phase, canonical) => {
    expect(canonicalMetric(name, phase)).toBe(canonical)
  })

  it('changes nothing more when it is applied twice', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('eval/loss', 'val_acc', 'train_lr', 'eval_train_loss', 'lr', 'valid.ppl'),
    )
    fc.assert(
      fc.property(name, fc.constantFrom('train' as const, 'eval' as const), (text, phase) => {
        const once = canonicalMetric(text, phase)
        expect(canonicalMetric(once, 'train')).toBe(once)
      }),
    )
  })
})

describe('goalOf', () => {
  it.each([
    ['eval/loss', { goal: 'min', isGuess: false }],
    ['eval/perplexity', { goal: 'min', isGuess: false }],
    ['eval/accuracy', { goal: 'max', isGuess: true }],
    ['metrics/mAP50(B)', null],
    ['epoch_time', null],
  ])('says of %s %j', (metric, goal) => {
    expect(goalOf(metric)).toEqual(goal)
  })
})
