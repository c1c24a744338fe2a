import { expect, it } from 'vitest'
import { withPathMetric } from './pathMetric.ts'

const exported = ['Wall time', 'Step', 'Value']

it.each([
  [exported, 'run-a-tag-Loss_train.csv', ['Wall time', 'Step', 'Loss_train']],
  [exported, 'x-tag-y/plain.csv', exported],
  [['Step', 'Value'], 'run-a-tag-Loss.csv', ['Step', 'Value']],
  [['step', 'loss'], 'plots/metrics/train/loss.tsv', ['step', 'train/loss']],
  [['step', 'train/loss'], 'plots/metrics/train/loss.tsv', ['step', 'train/loss']],
  [['step', 'loss'], 'plots/metrics/loss.tsv', ['step', 'loss']],
  [['step', 'loss'], 'train/loss.tsv', ['step', 'loss']],
  [[], 'plots/metrics/train/loss.tsv', []],
])('names the columns %j of %s', (names, path, expected) => {
  expect(withPathMetric(names, path)).toEqual(expected)
})
