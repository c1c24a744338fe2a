import { expect, it } from 'vitest'
import { idsOf, list } from '../../testdata/runFiles.ts'
import { textFile, type RunFile } from '../runFile.ts'
import { exit, history, run, wandbFile } from '../testdata/wandbFiles.ts'

const folder = 'wandb/offline-run-20260101_120000-ab12cd34'

const recorded: RunFile = {
  path: `${folder}/run-ab12cd34.wandb`,
  open: async () =>
    new Blob([
      wandbFile(
        run('calm-owl-1', ''),
        history(0, { 'train/loss': 3 }),
        history(1, { 'train/loss': 2 }),
        exit(0),
      ),
    ]),
}

const beside = [
  textFile(
    `${folder}/files/output.log`,
    "{'loss': 3.0, 'epoch': 1.0}\n{'loss': 2.0, 'odd': 1, 'epoch': 2.0}\n",
  ),
  textFile(`${folder}/files/wandb-summary.json`, '{"train/loss": 2, "best": 1, "_step": 1}'),
  textFile(`${folder}/files/config.yaml`, 'wandb_version: 1\nlr:\n  desc: null\n  value: 0.1\n'),
  textFile(`${folder}/logs/debug.log`, 'nothing of interest\n'),
]

it('takes all that W&B keeps of a run for one run, and shows no point twice', async () => {
  const page = await list(recorded, ...beside)
  const [only] = page.runs
  expect(idsOf(page)).toEqual([folder])
  expect([only?.name, only?.status, only?.params.get('lr')]).toEqual([
    'calm-owl-1',
    'completed',
    0.1,
  ])
  expect(Array.from(only?.metrics ?? [], ([name, { count }]) => [name, count])).toEqual([
    ['train/loss', 2],
    ['best', 1],
  ])
  expect(page.notices).toBeUndefined()
})

it('reads the console where W&B kept nothing else', async () => {
  const { runs } = await list(...beside)
  expect(runs.map(({ id, metrics }) => [id, metrics.get('train/loss')?.count])).toEqual([
    [folder, 2],
  ])
})

it('takes what mmengine writes into two files, and prints, for one run', async () => {
  const lines =
    '{"lr": 0.1, "loss": 3, "epoch": 1, "iter": 10, "step": 10}\n{"coco/AP": 0.5, "step": 1}\n'
  const page = await list(
    textFile('work/0605/0605.log', 'nothing of interest\n'),
    textFile('work/0605/vis_data/scalars.json', lines),
    textFile('work/0605/vis_data/0605.json', lines),
  )
  expect(page.runs.map(({ id, metrics }) => [id, ...metrics.keys()])).toEqual([
    ['work/0605', 'learning_rate', 'train/loss', 'eval/coco/AP'],
  ])
})

it.each([
  ['dvclive/plots/metrics/train/loss.tsv', 'dvclive', 'train/loss'],
  ['plots/metrics/train/loss.tsv', 'plots/metrics/train/loss.tsv', 'train/loss'],
  ['exp/dvclive/scalars/eval/acc.tsv', 'exp/dvclive', 'eval/accuracy'],
])('names the metric of %s by its path', async (path, id, metric) => {
  const last = path.slice(path.lastIndexOf('/') + 1, -'.tsv'.length)
  const page = await list(textFile(path, `timestamp\tstep\t${last}\n1700000000000\t0\t3\n`))
  expect(page.runs.map((each) => [each.id, ...each.metrics.keys()])).toEqual([[id, metric]])
})
