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
    ['Train Loss', 'train', 'train/loss'],
    ['Validation Accuracy', 'train', 'eval/accuracy'],
    ['Valid. Loss', 'train', 'eval/loss'],
    ['Val Acc (%)', 'train', 'eval/Acc (%)'],
    ['val-loss', 'train', 'eval/loss'],
    ['valLoss', 'train', 'eval/loss'],
    ['trainAcc', 'train', 'train/accuracy'],
    ['TRAIN_LOSS', 'eval', 'train/loss'],
    ['Loss/train', 'eval', 'train/loss'],
    ['loss_val', 'train', 'eval/loss'],
    ['accuracy/test', 'train', 'test/accuracy'],
    ['total_loss', 'train', 'train/loss'],
    ['token_acc', 'train', 'train/token_accuracy'],
    ['eval_token_acc', 'eval', 'eval/token_accuracy'],
    ['mean_token_accuracy', 'train', 'train/token_accuracy'],
    ['eval_mean_token_accuracy', 'eval', 'eval/token_accuracy'],
    ['Learning Rate', 'train', 'learning_rate'],
    ['lr-AdamW', 'train', 'learning_rate'],
    ['lr-AdamW/pg1', 'train', 'lr-AdamW/pg1'],
    ['train/grad_norm', 'train', 'grad_norm'],
    ['gradNorm', 'eval', 'grad_norm'],
    ['eval_lr', 'eval', 'eval/learning_rate'],
    ['trainable_params', 'train', 'trainable_params'],
    ['test1_acc', 'train', 'test1_acc'],
    ['loss_scale', 'train', 'loss_scale'],
    ['train_', 'train', 'train_'],
    ['__proto___val', 'train', '__proto___val'],
    ['__proto__', 'train', '__proto__'],
    ['eval_', 'eval', 'eval/eval_'],
  ] as const)('reads %s in the %s phase as %s', (name, phase, canonical) => {
    expect(canonicalMetric(name, phase)).toBe(canonical)
  })

  it('changes nothing more when it is applied twice', () => {
    const name = fc.oneof(
      fc.string(),
      fc.constantFrom('eval/loss', 'val_acc', 'train_lr', 'eval_train_loss', 'lr', 'valid.ppl'),
      fc
        .array(fc.constantFrom('train', 'Val', 'loss', 'Lr', 'x', ' ', '/', '-', '.', '_', 'dev'))
        .map((parts) => parts.join('')),
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
    ['metrics/mAP50(B)', { goal: 'max', isGuess: true }],
    ['bbox/AP75', { goal: 'max', isGuess: true }],
    ['eval/matthews_correlation', { goal: 'max', isGuess: true }],
    ['pass@1', { goal: 'max', isGuess: true }],
    ['eval/meanIoU', { goal: 'max', isGuess: true }],
    ['mapping_time', null],
    ['epoch_time', null],
  ])('says of %s %j', (metric, goal) => {
    expect(goalOf(metric)).toEqual(goal)
  })
})
