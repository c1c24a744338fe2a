import { expect, it } from 'vitest'
import { plotPlace, runFolderOf } from './paths.ts'

it.each([
  ['a/b/metrics.csv', 'a/b'],
  ['metrics.csv', ''],
  ['a/checkpoint-10/trainer_state.json', 'a'],
  ['a/plots/metrics/train/loss.tsv', 'a'],
  ['plots/metrics/loss.tsv', ''],
  ['a/dvclive/plots/metrics/loss.tsv', 'a/dvclive'],
  ['a/dvclive/scalars/loss.tsv', 'a/dvclive'],
  ['a/plots/loss.tsv', 'a/plots'],
  ['wandb/run-20260101_120000-ab/files/output.log', 'wandb/run-20260101_120000-ab'],
  ['wandb/offline-run-20260101_120000-ab/run-ab.wandb', 'wandb/offline-run-20260101_120000-ab'],
  ['a/files/output.log', 'a/files'],
  ['a/vis_data/scalars.json', 'a'],
])('takes %s for a file of the run in %j', (path, folder) => {
  expect(runFolderOf(path)).toBe(folder)
})

it('tells the plot from the folder that DVC keeps it in', () => {
  expect(plotPlace('a/plots/metrics/train/loss.tsv')).toEqual({ run: 'a', name: 'train/loss.tsv' })
  expect(plotPlace('a/metrics/loss.tsv')).toBeNull()
})
