import { expect, it } from 'vitest'
import { filesSource } from '../filesSource.ts'
import { textFile } from '../runFile.ts'

const header = [
  '"Step"',
  ...['calm - owl - train/loss', 'fox - train/loss'].flatMap((name) =>
    ['', '__MIN', '__MAX'].map((end) => `"${name}${end}"`),
  ),
].join(',')

const table = `${header}\n"0","3","2","4","","",""\n"10","2","2","2","1.5","1","2"\n`

it('makes each run of a chart that W&B exported a run of its own, without the extremes', async () => {
  const source = filesSource({ files: [textFile('exports/wandb.csv', table)] })
  const { runs } = await source.listRuns({})
  expect(runs.map(({ name, metrics }) => [name, [...metrics.keys()]])).toEqual([
    ['calm - owl', ['train/loss']],
    ['fox', ['train/loss']],
  ])
  const results = await source.readSeries(
    runs.map(({ id }) => ({ runId: id, metric: 'train/loss' })),
  )
  expect(results.map(({ series }) => [...(series?.steps ?? [])])).toEqual([[0, 10], [10]])
  expect(results.map(({ series }) => [...(series?.values ?? [])])).toEqual([[3, 2], [1.5]])
})

it('leaves a table alone whose columns only look like it', async () => {
  const plain = textFile('a/m.csv', 'step,a - loss,b - loss\n1,2,3\n')
  const { runs } = await filesSource({ files: [plain] }).listRuns({})
  expect(runs.map(({ metrics }) => [...metrics.keys()])).toEqual([['a - loss', 'b - loss']])
})
