import { describe, expect, it } from 'vitest'
import { filesSource } from '../filesSource.ts'
import { textFile, type RunFile } from '../runFile.ts'
import { mlflowLayout } from './mlflowLayout.ts'

const meta = (status: number | string, more = ''): string =>
  `run_id: abc\nrun_name: calm-owl\nstatus: ${status}\nstart_time: 1700000000000\nend_time: null\n${more}`

const store: readonly RunFile[] = [
  textFile('mlruns/1/meta.yaml', "experiment_id: '1'\nname: /team/lr search\n"),
  textFile('mlruns/1/abc/meta.yaml', meta(3).replace('null', '1700000060000')),
  textFile('mlruns/1/abc/params/lr', '0.01'),
  textFile('mlruns/1/abc/params/model/name', 'small'),
  textFile('mlruns/1/abc/tags/mlflow.runName', 'brave-fox'),
  textFile('mlruns/1/abc/tags/mlflow.user', 'somebody'),
  textFile('mlruns/1/abc/tags/team', 'vision'),
  textFile('mlruns/1/abc/metrics/val/loss', '1700000001000 2.5 0\n1700000002000 nan 1\n'),
  textFile('mlruns/1/abc/metrics/lr', '1700000001000 0.1 0\nnot a point\n1700000002000 0.2 0\n'),
  textFile('mlruns/1/abc/artifacts/results.csv', 'epoch,loss\n1,3\n'),
]

describe('an MLflow store', () => {
  it('tells a run with its parameters, tags, times and group', async () => {
    const { runs } = await filesSource({ files: store }).listRuns({})
    const [run] = runs
    expect(runs).toHaveLength(1)
    expect(run).toMatchObject({
      id: 'mlruns/1/abc',
      name: 'brave-fox',
      status: 'completed',
      group: '/team/lr search',
      startedAtMs: 1_700_000_000_000,
      endedAtMs: 1_700_000_060_000,
    })
    expect(Object.fromEntries(run?.params ?? [])).toEqual({ lr: '0.01', 'model/name': 'small' })
    expect(Object.fromEntries(run?.tags ?? [])).toEqual({
      team: 'vision',
      experiment: '/team/lr search',
    })
  })

  it('reads metrics by the folders of their names, with their times', async () => {
    const source = filesSource({ files: store })
    const [result] = await source.readSeries([{ runId: 'mlruns/1/abc', metric: 'eval/loss' }])
    expect([...(result?.series?.values ?? [])]).toEqual([2.5, NaN])
    expect([...(result?.series?.timesMs ?? [])]).toEqual([1_700_000_001_000, 1_700_000_002_000])
  })

  it('keeps the later of two points at one step, says so, and counts lines that are none', async () => {
    const { runs, notices = [] } = await filesSource({ files: store }).listRuns({})
    expect(runs[0]?.metrics.get('learning_rate')?.last).toBe(0.2)
    expect(notices.map(({ code }) => code)).toEqual(['bad-line', 'steps-repeat'])
  })

  it.each([
    [1, 'running'],
    [2, 'queued'],
    [4, 'failed'],
    [5, 'cancelled'],
    ['FINISHED', 'completed'],
    ['KILLED', 'cancelled'],
    [99, 'unknown'],
  ])('reads the status %s as %s', async (status, expected) => {
    const files = [textFile('r/meta.yaml', meta(status)), textFile('r/params/lr', '1')]
    const { runs } = await filesSource({ files }).listRuns({})
    expect(runs.map((run) => [run.status, run.name])).toEqual([[expected, 'calm-owl']])
  })

  it('archives what was deleted, and hides no other file that lies about', async () => {
    const deleted = [
      textFile('r/meta.yaml', meta(3, 'lifecycle_stage: deleted\n')),
      textFile('r/metrics/a', '1700000000000 1 0\n'),
      textFile('notes/params/train.log', "{'loss': 1.5, 'epoch': 1.0}\n"),
    ]
    const { runs } = await filesSource({ files: deleted }).listRuns({ includeArchived: true })
    expect(runs.map(({ id, archived }) => [id, archived])).toEqual([
      ['notes/params', false],
      ['r', true],
    ])
  })

  it('makes no run of a registered model, whose folder looks like one', async () => {
    const files = [
      textFile('1/models/m-1/meta.yaml', 'model_id: m-1\nname: net\n'),
      textFile('1/models/m-1/params/lr', '1'),
    ]
    const { runs, notices } = await filesSource({ files }).listRuns({})
    expect([runs.length, notices]).toEqual([0, undefined])
  })

  it('takes names of folders for what they are in the outermost run alone', () => {
    const layout = mlflowLayout([
      'a/meta.yaml',
      'a/metrics/params/x',
      'a/params/b/meta.yaml',
      'c/d',
    ])
    expect(Object.fromEntries(layout)).toEqual({
      'a/meta.yaml': { kind: 'meta', folder: 'a' },
      'a/metrics/params/x': { kind: 'metrics', folder: 'a', name: 'params/x' },
      'a/params/b/meta.yaml': { kind: 'params', folder: 'a', name: 'b/meta.yaml' },
    })
  })
})
