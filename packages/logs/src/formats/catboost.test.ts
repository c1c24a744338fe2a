import { describe, expect, it } from 'vitest'
import { formatsOf, shown } from '../testdata/shown.ts'

describe('catboost', () => {
  it('reads a row with tabs or blanks, and the iteration of the best', () => {
    expect(
      shown(
        "MetricVisualizer(layout=Layout(align_self='stretch', height='500px'))",
        '0:\tlearn: 0.6569860\ttest: 0.6570642\tbest: 0.6570642 (0)\ttotal: 70.1ms\tremaining: 1m 10s',
        '38:     learn: 0.9510669        test: 0.8268542 best: 0.8356368 (1)     total: 19.6s    remaining: 1h 40m',
        '39:\tlearn: nan\ttotal: 19.7s\tremaining: 0us',
        '40:\ttest: 0.5\ttest1: 0.25\tbest: 0.5 (12)\ttotal: 20s\tremaining: 1s',
      ),
    ).toEqual([
      ['train', 0, null, { learn: 0.656986, test: 0.6570642, best: 0.6570642, best_iteration: 0 }],
      [
        'train',
        38,
        null,
        { learn: 0.9510669, test: 0.8268542, best: 0.8356368, best_iteration: 1 },
      ],
      ['train', 39, null, { learn: NaN }],
      ['train', 40, null, { test: 0.5, test1: 0.25, best: 0.5, best_iteration: 12 }],
    ])
  })

  it('reads old rows, whose number is glued to the next word', () => {
    expect(
      shown(
        '0:      learn 0.6355974416passed: 17.4 sec      total: 3m 13s   remaining: 3h 42m 6s',
        '1:      learn 0.5       test 0.75       bestTest 0.75 (1) passed: 17.4 sec      total: 3m 13s   remaining: 3h',
      ),
    ).toEqual([
      ['train', 0, null, { learn: 0.6355974416 }],
      ['train', 1, null, { learn: 0.5, test: 0.75, bestTest: 0.75, best_iteration: 1 }],
    ])
  })

  it.each([
    'bestTest = 0.1366783',
    '3: learn to walk, total: 5',
    'step 3: learn: 0.5',
    'remaining: 3h',
    'a3:\tlearn: 0.5\ttotal: 3s\tremaining: 3s',
  ])('reads nothing from %j', (line) => {
    expect(formatsOf(line)).toEqual([])
  })
})
