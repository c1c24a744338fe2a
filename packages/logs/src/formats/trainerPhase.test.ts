import { describe, expect, it } from 'vitest'
import { trainerPhase } from './trainerPhase.ts'

const nowhere = { epoch: null, step: null }
const inEpoch = { epoch: 0.5, step: null }
const atStep = { epoch: null, step: 10 }

function phaseOf(names: readonly string[], place = nowhere as Parameters<typeof trainerPhase>[1]) {
  return trainerPhase(new Map(names.map((name) => [name, 1])), place)
}

describe('trainerPhase', () => {
  it.each([
    [['loss'], inEpoch],
    [['loss'], atStep],
    [['loss', 'learning_rate'], nowhere],
    [['loss', 'eval_loss'], inEpoch],
    [['embedding_loss', 'grad_norm'], inEpoch],
    [['train_loss', 'val_loss'], inEpoch],
    [['objective/kl', 'val/ratio', 'lr'], inEpoch],
    [['reward', 'kl'], inEpoch],
  ])('takes %j for training', (names, place) => {
    expect(phaseOf(names, place)).toBe('train')
  })

  it.each([
    [['eval_loss'], nowhere],
    [['eval_loss', 'extra'], nowhere],
    [['eval_accuracy', 'eval_f1'], nowhere],
    [['eval_accuracy', 'best_so_far'], inEpoch],
    [['eval_rewards/chosen', 'reward'], inEpoch],
    [['eval/loss'], inEpoch],
    [['test_loss', 'test_runtime', 'test_samples_per_second'], nowhere],
    [['val_loss', 'val_accuracy'], inEpoch],
  ])('takes %j for an evaluation', (names, place) => {
    expect(phaseOf(names, place)).toBe('eval')
  })

  it('takes a runtime of training for the summary, whatever stands beside it', () => {
    expect(phaseOf(['train_runtime', 'train_loss', 'eval_loss'], inEpoch)).toBe('summary')
  })

  it.each([
    ['a config', ['learning_rate', 'batch_size'], nowhere],
    ['a config that names an epoch', ['learning_rate', 'batch_size'], inEpoch],
    ['options of an evaluation', ['eval_steps', 'eval_batch_size', 'epochs'], inEpoch],
    ['weights of losses', ['loss', 'auxiliary'], nowhere],
    ['an agent in its world', ['direction', 'reward'], atStep],
    ['the last values of everything', ['train/loss', 'eval/loss', '_step'], nowhere],
    ['nothing', [], inEpoch],
  ])('takes %s for no metrics', (_, names, place) => {
    expect(phaseOf(names, place)).toBeNull()
  })
})
