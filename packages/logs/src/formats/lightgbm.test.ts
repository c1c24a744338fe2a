import { describe, expect, it } from 'vitest'
import { formatsOf, noticesOf, shown } from '../testdata/shown.ts'

describe('lightgbm', () => {
  it('reads one metric of one set from each line of the command', () => {
    expect(
      shown(
        '[LightGBM] [Info] 286.95 seconds elapsed, finished iteration 64',
        '[LightGBM] [Info] Iteration:64, training binary_logloss : 0.306851',
        '[LightGBM] [Info] Iteration:65, valid_1 auc : 0.817982',
        '[LightGBM] [Info] Iteration:66, valid_1 log loss : -nan',
      ),
    ).toEqual([
      ['train', 64, null, { 'training binary_logloss': 0.306851 }],
      ['eval', 65, null, { 'valid_1 auc': 0.817982 }],
      ['eval', 66, null, { 'valid_1 log loss': NaN }],
    ])
  })

  it('reads all sets from a row of the Python package, names with blanks included', () => {
    expect(
      shown(
        'Training until validation scores do not improve for 50 rounds',
        "[10]\ttraining's log loss: 0.98\tvalid_1's log loss: 1.25e-01",
        "[20]\tvalid_0's l2: 0.5\tvalid_0's auc: 0.8",
        "[30]    valid_0's l2: 0.25   valid_0's auc: 0.9",
        "[40]\tcv_agg's auc: 0.9 + 0.01",
        "[50]\tcv_agg's train auc: 0.95 + 0.02\tcv_agg's valid auc: 0.9 + 0.01",
      ),
    ).toEqual([
      ['train', 10, null, { "training's log loss": 0.98, "valid_1's log loss": 0.125 }],
      ['eval', 20, null, { "valid_0's l2": 0.5, "valid_0's auc": 0.8 }],
      ['eval', 30, null, { "valid_0's l2": 0.25, "valid_0's auc": 0.9 }],
      ['train', 40, null, { "cv_agg's auc": 0.9, "cv_agg's auc-stdv": 0.01 }],
      [
        'train',
        50,
        null,
        {
          "cv_agg's train auc": 0.95,
          "cv_agg's train auc-stdv": 0.02,
          "cv_agg's valid auc": 0.9,
          "cv_agg's valid auc-stdv": 0.01,
        },
      ],
    ])
  })

  it('keeps what two ranks print, and says that it comes twice', () => {
    const line = '[LightGBM] [Info] Iteration:65, valid_1 auc : 0.817982'
    expect(shown(line, line)).toHaveLength(2)
    expect(noticesOf(line, line)).toEqual(['repeated'])
  })

  it.each([
    '[LightGBM] [Warning] No further splits with positive gain, best gain: -inf',
    '[LightGBM] [Info] Number of positive: 10, number of negative: 20',
    '[LightGBM] [Info] Iteration:65, valid_1 auc : unknown',
    "[1] it's a list: of things",
    "[10] valid_0's auc",
    "the model's loss: 0.5",
  ])('reads nothing from %j', (line) => {
    expect(formatsOf(line)).toEqual([])
  })

  it('reads the rows that R prints', () => {
    expect(shown("[1]:  train's binary_logloss:0.5  test's auc:0.75")).toEqual([
      ['train', 1, null, { "train's binary_logloss": 0.5, "test's auc": 0.75 }],
    ])
  })
})
