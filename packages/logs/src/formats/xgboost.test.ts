import { describe, expect, it } from 'vitest'
import { formatsOf, noticesOf, shown } from '../testdata/shown.ts'

describe('xgboost', () => {
  it('reads all sets of a row, with sets and metrics named as they are', () => {
    expect(
      shown(
        '[0]\tvalidation_0-rmse:0.22834',
        "Will train until validation_0-rmse hasn't improved in 2 rounds.",
        '[500]\teval-logloss:0.41906\ttrain-logloss:0.160439',
        '[501]\tmy-held_out-ndcg@10:nan\ttrain-error@0.7:1e-05',
        '[16:20:01] [502]  train-mlogloss:0.5  eval-mlogloss:0.75',
        '[1]#011train-rmse:1.5#011validation-rmse:1.75',
      ),
    ).toEqual([
      ['train', 0, null, { 'validation_0-rmse': 0.22834 }],
      ['train', 500, null, { 'eval-logloss': 0.41906, 'train-logloss': 0.160439 }],
      ['train', 501, null, { 'my-held_out-ndcg@10': NaN, 'train-error@0.7': 0.00001 }],
      ['train', 502, null, { 'train-mlogloss': 0.5, 'eval-mlogloss': 0.75 }],
      ['train', 1, null, { 'train-rmse': 1.5, 'validation-rmse': 1.75 }],
    ])
  })

  it('reads the spread of cross-validation beside its mean', () => {
    expect(shown('[3]\ttrain-rmse:1.25+0.01\ttest-rmse:1.5+0.02')).toEqual([
      [
        'train',
        3,
        null,
        { 'train-rmse': 1.25, 'train-rmse-std': 0.01, 'test-rmse': 1.5, 'test-rmse-std': 0.02 },
      ],
    ])
  })

  it('reads the best row again where it is printed again, and says that steps go back', () => {
    const lines = [
      '[7]\tvalidation_0-rmse:0.05129',
      '[8]\tvalidation_0-rmse:0.05155',
      'Stopping. Best iteration:',
      '[7]\tvalidation_0-rmse:0.05129',
    ]
    expect(shown(...lines).map(([, step]) => step)).toEqual([7, 8, 7])
    expect(noticesOf(...lines)).toEqual(['steps-go-back', 'repeated'])
  })

  it.each([
    '[0]\tvalidation:0.5',
    '[0]\tsome words and validation_0-rmse:0.5',
    '[0]\t2024-05-01:12',
    '[0]\ttrain-rmse:',
    '[0]\ttrain-rmse:1.5x',
    'validation_0-rmse:0.05129',
    '[rank0]\ttrain-rmse:1.5',
    '[12]\t',
  ])('reads nothing from %j', (line) => {
    expect(formatsOf(line)).toEqual([])
  })

  it('reads a metric whose own name ends in a dash', () => {
    expect(shown('[2]\ttrain-ndcg@5:0.5\ttrain-ndcg@10-:0.25')).toEqual([
      ['train', 2, null, { 'train-ndcg@5': 0.5, 'train-ndcg@10-': 0.25 }],
    ])
  })
})
