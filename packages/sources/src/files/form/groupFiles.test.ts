import { describe, expect, it } from 'vitest'
import {
  csv,
  list,
  readOnly,
  readSeries,
  idsOf,
  codesOf,
  rows,
  trainRow,
  stateText,
} from '../../testdata/runFiles.ts'
import { textFile } from '../runFile.ts'

describe('which files are a run', () => {
  it('has no runs without files', async () => {
    expect(await list()).toEqual({ runs: [], nextCursor: null, total: 0 })
  })

  it('takes a state and its checkpoints for one run', async () => {
    const files = [10, 20].map((step) =>
      textFile(`a/checkpoint-${step}/trainer_state.json`, stateText(rows.slice(0, step / 10))),
    )
    const page = await list(...files, textFile('a/trainer_state.json', stateText(rows)))
    expect(idsOf(page)).toEqual(['a'])
    expect(page.notices).toBeUndefined()
    expect(page.runs[0]?.metrics.get('train/loss')?.count).toBe(4)
  })

  it('reads a run that was killed from the last of its checkpoints', async () => {
    const run = await readOnly(
      textFile('a/checkpoint-9/trainer_state.json', stateText(rows.slice(0, 1))),
      textFile('a/checkpoint-10/trainer_state.json', stateText(rows.slice(0, 3))),
    )
    expect(run.metrics.get('train/loss')?.count).toBe(3)
    expect(run.status).toBe('unknown')
  })

  it('joins a checkpoint from before a resume, the later value winning, and says so', async () => {
    const files = [
      textFile(
        'a/checkpoint-30/trainer_state.json',
        stateText([...rows.slice(0, 2), trainRow(30, 99), trainRow(35, 98)]),
      ),
      textFile('a/trainer_state.json', stateText(rows)),
    ]
    const { steps, values } = await readSeries(files, 'train/loss')
    expect([...steps]).toEqual([10, 20, 30, 35, 40])
    expect([...values]).toEqual([3.5, 3, 2.5, 98, 2])
    expect(codesOf(await list(...files))).toContain('resumed-run a/trainer_state.json')
  })

  it('takes a second state that began otherwise for another run', async () => {
    const page = await list(
      textFile('a/trainer_state.json', stateText(rows)),
      textFile('a/training_logs.json', stateText([trainRow(10, 77)])),
      textFile('a/copy.json', stateText(rows.slice(0, 2))),
    )
    expect(idsOf(page)).toEqual(['a', 'a/training_logs.json'])
  })

  it.each(['best', 'tmp-checkpoint-20', 'checkpoints/checkpoint-20'])(
    'takes the state that was copied into %s for the beginning of the run above it',
    async (folder) => {
      const copy = textFile(`a/${folder}/trainer_state.json`, stateText(rows.slice(0, 2)))
      const page = await list(copy, textFile('a/trainer_state.json', stateText(rows)))
      expect([idsOf(page), page.notices]).toEqual([['a'], undefined])
    },
  )

  it('keeps a run in a folder of another that went otherwise', async () => {
    const page = await list(
      textFile('a/trainer_state.json', stateText(rows)),
      textFile('a/b/trainer_state.json', stateText([trainRow(10, 77)])),
      textFile('a/c/trainer_state.json', stateText([])),
    )
    expect(idsOf(page)).toEqual(['a', 'a/b'])
  })

  it('lets the state win over the log of the same run, and adds what only the log has', async () => {
    const log = "{'loss': 3.5, 'epoch': 1.0}\n{'loss': 3, 'kl': 0.1, 'epoch': 2.0}\n"
    const run = await readOnly(
      textFile('a/train.log', log),
      textFile('a/trainer_state.json', stateText(rows)),
    )
    expect(run.metrics.get('train/loss')).toMatchObject({ count: 4, lastStep: 40 })
    expect(run.metrics.get('kl')).toMatchObject({ count: 1, last: 0.1 })
  })

  it('says how many points a log holds after the last checkpoint', async () => {
    const log = rows.map(({ epoch, loss }) => `{'loss': ${loss}, 'epoch': ${epoch}}`).join('\n')
    const page = await list(
      textFile('a/train.log', log),
      textFile('a/checkpoint-10/trainer_state.json', stateText(rows.slice(0, 1))),
    )
    expect(page.notices).toMatchObject([{ code: 'more-points', count: 3, path: 'a/train.log' }])
  })

  it('takes several consoles in one folder for as many runs', async () => {
    const log = "{'loss': 3.5, 'epoch': 1.0}\n"
    const page = await list(textFile('logs/run1.log', log), textFile('logs/run2.log', log))
    expect(page.runs.map((run) => [run.id, run.name, run.group])).toEqual([
      ['logs/run1.log', 'run1', null],
      ['logs/run2.log', 'run2', null],
    ])
  })

  it('joins tables of one folder that log different metrics', async () => {
    const run = await readOnly(
      textFile('a/training_log.csv', 'epoch,val_loss\n1,2\n2,1\n'),
      textFile('a/detection.csv', 'epoch,mAP\n1,0.2\n2,0.4\n'),
    )
    expect([...run.metrics.keys()].toSorted()).toEqual(['eval/loss', 'mAP'])
  })

  it('reads what TensorBoard exports, a table to each metric', async () => {
    const table = 'Wall time,Step,Value\n1700000000.5,10,2\n1700000001.5,20,1\n'
    const files = ['Loss_train', 'Loss_val'].map((tag) => textFile(`a/run-.-tag-${tag}.csv`, table))
    const run = await readOnly(...files, textFile('a/other.csv', 'epoch,mAP\n1,0.2\n'))
    expect([...run.metrics.keys()].toSorted()).toEqual(['eval/loss', 'mAP', 'train/loss'])
    expect((await readSeries(files, 'train/loss')).timesMs?.[0]).toBe(1_700_000_000_500)
  })

  it('takes train.csv and val.csv for two sides of one run', async () => {
    const run = await readOnly(
      textFile('a/train.csv', 'epoch,loss\n1,2\n2,1\n'),
      textFile('a/val.csv', 'epoch,loss\n1,4\n2,3\n'),
    )
    expect([run.metrics.get('train/loss')?.last, run.metrics.get('eval/loss')?.last]).toEqual([
      1, 3,
    ])
  })

  it('takes tables that log the same metrics for several runs', async () => {
    const page = await list(textFile('x/a.csv', csv), textFile('x/b.csv', csv))
    expect(idsOf(page)).toEqual(['x/a.csv', 'x/b.csv'])
  })

  it('finds the runs of a long table, and gives each its own name', async () => {
    const long = 'run,step,metric,value\nA,1,loss,3\n__proto__,1,loss,4\nA,2,loss,2\n'
    const page = await list(textFile('all.csv', long))
    expect(page.runs.map((run) => [run.id, run.name])).toEqual([
      ['all.csv#A', 'A'],
      ['all.csv#__proto__', '__proto__'],
    ])
    expect(page.runs.map((run) => run.metrics.get('train/loss')?.count)).toEqual([2, 1])
  })

  it('gives runs that share a folder name as much of their path as tells them apart', async () => {
    const paths = ['x/seed1', 'y/seed1', 'y/seed2', 'z/version_0', 'runs/train']
    const page = await list(...paths.map((path) => textFile(`${path}/metrics.csv`, csv)))
    expect(page.runs.map((run) => run.name).toSorted()).toEqual(
      ['runs/train', 'seed2', 'x/seed1', 'y/seed1', 'z/version_0'].toSorted(),
    )
  })

  it('finds the run above the folders that DVC makes', async () => {
    const run = await readOnly(
      textFile('v1/plots/metrics/train/loss.tsv', 'step\ttrain/loss\n0\t3\n'),
      textFile('v1/plots/metrics/eval/loss.tsv', 'step\teval/loss\n0\t4\n'),
    )
    expect([run.id, run.metrics.size]).toEqual(['v1', 2])
  })
})
