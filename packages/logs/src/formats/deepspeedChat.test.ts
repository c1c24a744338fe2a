import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('the lines of DeepSpeed-Chat', () => {
  it('are read as training where they tell of a step of PPO, old and new', () => {
    const lines = [
      'epoch: 0|step: 3|ppo_ep: 1|act_loss: 0.2099609375|cri_loss: 0.12042236328125|unsuper_loss: 0.0',
      'Epoch: 1 | Step: 4 | PPO Epoch: 1 | Actor Loss: -0.5 | Critic Loss: 0.25 | Unsupervised Loss: 0.0',
    ]
    expect(shown(...lines)).toEqual([
      ['train', 3, 0, { act_loss: 0.2099609375, cri_loss: 0.12042236328125, unsuper_loss: 0 }],
      ['train', 4, 1, { 'Actor Loss': -0.5, 'Critic Loss': 0.25, 'Unsupervised Loss': 0 }],
    ])
    expect(formatsOf(...lines)).toEqual(['deepspeed'])
  })

  it('give a reward no step, since its line names none', () => {
    expect(
      shown('average reward score: -0.679', 'Average reward score: 1.5 | EMA reward score: 1.25'),
    ).toEqual([
      ['train', null, null, { 'average reward score': -0.679 }],
      ['train', null, null, { 'Average reward score': 1.5, 'EMA reward score': 1.25 }],
    ])
  })

  it('are evaluations where they tell of perplexity, preference or reward', () => {
    expect(
      shown(
        "'step':10, 'ppl': 61.80, 'seq_len': 256, 'consume layer-tokens': 18432",
        'ppl: 2.0179',
        'worker-0: ppl: 2.0179, loss: 0.7021',
        'chosen: 0.0, rejected: -0.5, loss: 0.693359375',
        'chosen_last_scores (higher is better) : 2.24, acc (higher is better) : 0.699',
        'chosen_last_scores (higher is better) : 2.5, rejected_last_scores (lower is better) : -1.5, acc (higher is better) : 0.75',
      ),
    ).toEqual([
      ['eval', 10, null, { ppl: 61.8, seq_len: 256, 'consume layer-tokens': 18_432 }],
      ['eval', null, null, { ppl: 2.0179 }],
      ['eval', null, null, { ppl: 2.0179, loss: 0.7021 }],
      ['eval', null, null, { chosen: 0, rejected: -0.5, loss: 0.693359375 }],
      ['eval', null, null, { chosen_last_scores: 2.24, acc: 0.699 }],
      ['eval', null, null, { chosen_last_scores: 2.5, rejected_last_scores: -1.5, acc: 0.75 }],
    ])
  })

  it('are read where they print the loss of a batch, or the mean of an epoch', () => {
    expect(
      shown(
        "Epoch: 0, Step: 10, Rank: 0, loss = tensor(0.5, device='cuda:0', dtype=torch.float16)",
        'Epoch: 0, Step: 11, Rank: 0, loss = 0.25',
        'Epoch 1/2 with loss 0.375',
      ),
    ).toEqual([
      ['train', 10, 0, { loss: 0.5 }],
      ['train', 11, 0, { loss: 0.25 }],
      ['summary', null, 1, { loss: 0.375 }],
    ])
  })

  it.each([
    'the final ppl: 2.5',
    'ppl: 2.5, and more: 3',
    'chosen: 1, rejected: 2',
    'Step 5350/50000; acc:  51.25; ppl:  8.43; xent: 2.13',
    "{'step': 3, 'ppl': 2.5}",
    'epoch: 0|step: x|ppo_ep: 1|act_loss: 0.5',
  ])('are not what stands in %j', (text) => {
    expect(formatsOf(text)).not.toContain('deepspeed')
  })
})
