import { describe, expect, it } from 'vitest'
import type { MetricSeries, Run } from '@runoff/core'
import type { RunPage } from '../source.ts'
import { describeSource } from '../testing/index.ts'
import { filesSource } from './filesSource.ts'
import { droppedFiles, textFile, type RunFile } from './runFile.ts'

type Row = Readonly<Record<string, number>>

const trainRow = (step: number, loss: number): Row => ({ step, epoch: step / 10, loss })
const rows = [10, 20, 30, 40].map((step) => trainRow(step, 4 - step / 20))
const evalRow: Row = { step: 40, epoch: 4, eval_loss: 2.5 }
const summaryRow: Row = { step: 40, epoch: 4, train_runtime: 12, train_loss: 3 }

const stateText = (history: readonly Row[], more: object = {}): string =>
  JSON.stringify({ global_step: 40, max_steps: 100, epoch: 4, log_history: history, ...more })

const csv = 'step,loss,val_loss\n1,3,\n2,2,2.5\n3,nan,\n4,1,1.5\n'

describeSource('filesSource', () => ({
  source: filesSource({
    files: [
      textFile('a/trainer_state.json', stateText([...rows, evalRow, summaryRow])),
      textFile('b/metrics.csv', csv),
      textFile('c/broken.csv', 'step,loss\n'),
      textFile('d/__proto__/metrics.csv', csv),
    ],
  }),
  metric: 'train/loss',
}))

const list = (...files: readonly RunFile[]): Promise<RunPage> => filesSource({ files }).listRuns({})

async function readOnly(...files: readonly RunFile[]): Promise<Run> {
  const { runs } = await list(...files)
  const [run] = runs
  if (run === undefined || runs.length > 1) throw new Error(`${runs.length} runs`)
  return run
}

async function readSeries(files: readonly RunFile[], metric: string): Promise<MetricSeries> {
  const source = filesSource({ files })
  const [run] = (await source.listRuns({})).runs
  const [result] = await source.readSeries([{ runId: run?.id ?? '', metric }])
  if (!result?.series) throw result?.error ?? new Error('no result')
  return result.series
}

const idsOf = (page: RunPage): readonly string[] => page.runs.map((run) => run.id)
const codesOf = (page: RunPage): readonly (string | undefined)[] =>
  (page.notices ?? []).map((notice) => `${notice.code} ${notice.path}`)

describe('filesSource: which files are a run', () => {
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
      ['logs/run1.log', 'run1', 'logs'],
      ['logs/run2.log', 'run2', 'logs'],
    ])
  })

  it('joins tables of one folder that log different metrics', async () => {
    const run = await readOnly(
      textFile('a/training_log.csv', 'epoch,val_loss\n1,2\n2,1\n'),
      textFile('a/detection.csv', 'epoch,mAP\n1,0.2\n2,0.4\n'),
    )
    expect([...run.metrics.keys()].toSorted()).toEqual(['eval/loss', 'mAP'])
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

describe('filesSource: what is known of a run', () => {
  it('reads how far the run came, its best checkpoint, and the numbers of the whole run', async () => {
    const best = { best_model_checkpoint: '/somewhere/out/checkpoint-40', num_train_epochs: 10 }
    const run = await readOnly(
      textFile('out/trainer_state.json', stateText([...rows, evalRow, summaryRow], best)),
    )
    expect(run).toMatchObject({ step: 40, totalSteps: 100, epoch: 4, totalEpochs: 10 })
    expect(run.best).toEqual({ step: 40, epoch: 4, checkpointPath: 'checkpoint-40' })
    expect(run.status).toBe('completed')
    expect(run.metrics.get('train/runtime')).toMatchObject({ last: 12, basis: 'summary' })
    expect(run.metrics.get('train/mean_loss')?.last).toBe(3)
    expect(run.metrics.get('train/loss')?.last).toBe(2)
  })

  it('reads model, dataset, seed and parameters from the settings beside it', async () => {
    const config = {
      ...{ run_name: 'first', model_name_or_path: 'org/model', dataset: 'text', seed: 7 },
      ...{
        group: 'sweep',
        training_args: { lr: 1e-3, lora: { r: 8 } },
        started_at: '2026-01-02T03:04:05Z',
      },
    }
    const run = await readOnly(
      textFile('a/trainer_state.json', stateText(rows)),
      textFile('a/config.json', JSON.stringify(config)),
    )
    expect(run).toMatchObject({ name: 'first', model: 'org/model', dataset: 'text', seed: '7' })
    expect([run.group, run.startedAtMs]).toEqual(['sweep', Date.UTC(2026, 0, 2, 3, 4, 5)])
    expect(Object.fromEntries(run.params)).toEqual({
      lr: 1e-3,
      'lora.r': 8,
      model_name_or_path: 'org/model',
      dataset: 'text',
    })
  })

  it('unwraps the settings that W&B wrapped', async () => {
    const yaml = 'wandb_version: 1\n_wandb:\n  value: {x: 1}\nlr:\n  desc: null\n  value: 0.1\n'
    const run = await readOnly(textFile('a/config.yaml', yaml), textFile('a/metrics.csv', csv))
    expect([...run.params]).toEqual([['lr', 0.1]])
  })

  it('takes the numbers of results files only where there is no series', async () => {
    const results = { eval_loss: 9, eval_bleu: 33, epoch: 4 }
    const run = await readOnly(
      textFile('a/trainer_state.json', stateText([...rows, evalRow])),
      textFile('a/all_results.json', JSON.stringify(results)),
    )
    expect(run.metrics.get('eval/loss')?.last).toBe(2.5)
    expect(run.metrics.get('eval/bleu')).toMatchObject({ last: 33, basis: 'summary' })
  })

  const traceback = 'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\n'
  it.each([
    ['completed', "{'train_runtime': 1.5, 'train_loss': 3, 'epoch': 1.0}\n"],
    ['failed', `${traceback}ValueError: no\n`],
    ['cancelled', `${traceback}KeyboardInterrupt\n`],
    ['unknown', ''],
    ['completed', '`Trainer.fit` stopped: `max_epochs=6` reached.\n'],
    ['unknown', `${traceback}${'more training\n'.repeat(3000)}`],
  ])('calls a run %s whose log ends with %j', async (status, ending) => {
    const log = `{'loss': 3.5, 'epoch': 1.0}\n${ending}`
    expect((await readOnly(textFile('a/train.log', log))).status).toBe(status)
  })

  it('never calls a run running: a file does not tell', async () => {
    const page = await list(
      textFile('a/trainer_state.json', stateText(rows)),
      textFile('b/metrics.csv', csv),
    )
    expect(page.runs.map((run) => run.status)).toEqual(['unknown', 'unknown'])
  })
})

describe('filesSource: where points stand', () => {
  it('keeps NaN and infinite values', async () => {
    const text = stateText(rows).replace('3.5', 'NaN').replace('2.5', '-Infinity')
    const { values } = await readSeries([textFile('a/trainer_state.json', text)], 'train/loss')
    expect([...values]).toEqual([NaN, 3, -Infinity, 2])
  })

  it('places points by their epochs where the log names no step, and says so', async () => {
    const files = [textFile('a/log.csv', 'epoch,loss\n0.5,3\n1,2\n')]
    const series = await readSeries(files, 'train/loss')
    expect([series.stepUnit, ...series.steps]).toEqual(['epoch', 0.5, 1])
    expect(codesOf(await list(...files))).toEqual(['no-step a/log.csv'])
  })

  it.each([
    ['rounded', 'epoch,loss\n0.1,3\n0.1,2\n0.2,1\n'],
    ['of another training', 'epoch,loss\n1,3\n2,2\n1,1\n'],
    ['missing', 'loss\n3\n2\n1\n'],
    ['with steps counted anew in each', 'epoch,step,loss\n1,0,3\n1,1,2\n2,0,1\n'],
  ])('places points by their order where the epochs are %s', async (_, text) => {
    const series = await readSeries([textFile('a/log.csv', text)], 'train/loss')
    expect([series.stepUnit, ...series.steps]).toEqual(['record', 1, 2, 3])
    expect([...series.values]).toEqual([3, 2, 1])
  })

  it('joins the epochs of a run that was resumed, the later value winning', async () => {
    const text = 'epoch,loss\n1,9\n2,8\n3,7\n2,6\n3,5\n4,4\n'
    const series = await readSeries([textFile('a/results.csv', text)], 'train/loss')
    expect([...series.steps]).toEqual([1, 2, 3, 4])
    expect([...series.values]).toEqual([9, 6, 5, 4])
    expect(series.total).toBe(6)
  })
})

describe('filesSource: what cannot be read', () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n'
  it.each([
    ['empty', 'x.csv', '', /is empty/],
    ['blank', 'x.jsonl', ' \n ', /is empty/],
    ['cut', 'trainer_state.json', stateText(rows).slice(0, 80), /not JSON/],
    ['a Git LFS pointer', 'metrics.csv', pointer, /git lfs pull/],
    ['binary', 'x.log', 'a\0b', /nothing that Runoff knows/],
    ['of an unknown kind', 'setup.cfg', 'abc', /nothing that Runoff knows/],
    ['too long to be settings', 'config.yaml', `a: ${'x'.repeat(2 ** 21)}`, /may have 1048576/],
    ['a table of something else', 'people.csv', 'name,age\nA,3\n', /no column for a step/],
    ['a data set', 'train.jsonl', '{"prompt": "a", "label": 1}\n', /no JSON objects with/],
    ['broken YAML', 'config.yaml', 'a: [1, 2\nb: {', /no settings/],
    ['a list as settings', 'config.json', '[1]', /no settings/],
  ])(
    'says of a file that is %s what is wrong, and shows the others',
    async (_, name, text, why) => {
      const page = await list(textFile(`bad/${name}`, text), textFile('good/metrics.csv', csv))
      expect(idsOf(page)).toEqual(['good'])
      expect(page.notices).toHaveLength(1)
      expect(page.notices?.[0]).toMatchObject({ code: 'unreadable-file', path: `bad/${name}` })
      expect(page.notices?.[0]?.message).toMatch(why)
    },
  )

  it('says of a file that cannot be opened why', async () => {
    const broken = { path: 'a/metrics.csv', open: () => Promise.reject(new Error('no permission')) }
    const page = await list(broken, textFile('b/metrics.csv', csv))
    expect(idsOf(page)).toEqual(['b'])
    expect(page.notices?.[0]?.message).toContain('no permission')
  })

  it('shows the others when a run can have no name', async () => {
    const page = await list(textFile(' /metrics.csv', csv), textFile('b/metrics.csv', csv))
    expect([...idsOf(page), ...codesOf(page)]).toEqual(['b', 'unreadable-file  /metrics.csv'])
  })

  it('reads a log that begins with more blanks than are looked at', async () => {
    const log = `${' '.repeat(10_000)}\r{'loss': 3.5, 'epoch': 1.0}\n`
    expect((await readOnly(textFile('a/job.o12345', log))).metrics.get('train/loss')?.last).toBe(
      3.5,
    )
  })

  it('says that a log holds no metrics, and makes no run of it', async () => {
    const page = await list(textFile('a/pip.log', 'Collecting torch\n'))
    expect([page.runs.length, ...codesOf(page)]).toEqual([0, 'no-metrics a/pip.log'])
  })

  it('opens neither weights nor tokenizers', async () => {
    const never = (path: string): RunFile => ({ path, open: () => Promise.reject(new Error(path)) })
    const page = await list(never('a/model.safetensors'), never('a/tokenizer.json'))
    expect(page.notices).toBeUndefined()
  })

  it('gives its notices with the first page alone', async () => {
    const files = ['a', 'b'].map((name) => textFile(`${name}/metrics.csv`, csv))
    const source = filesSource({ files: [...files, textFile('c.csv', '')] })
    const first = await source.listRuns({ limit: 1 })
    const second = await source.listRuns({ limit: 1, cursor: first.nextCursor })
    expect([first.notices?.length, second.notices]).toEqual([1, undefined])
  })
})

describe('filesSource: how files are read', () => {
  const countedFile = (opened: string[], path: string): RunFile => ({
    path,
    open: async () => {
      opened.push(path)
      return new Blob([csv])
    },
  })

  it('opens nothing before it is asked, and each file once', async () => {
    const opened: string[] = []
    const source = filesSource({
      files: [countedFile(opened, 'a.csv'), countedFile(opened, 'b/b.csv')],
    })
    expect(opened).toEqual([])
    await Promise.all([source.listRuns({}), source.listRuns({})])
    await source.readSeries([{ runId: 'b', metric: 'train/loss' }])
    expect(opened).toEqual(['a.csv', 'b/b.csv'])
  })

  it('stops reading when all who asked have gone, and begins anew for the next', async () => {
    const opened: string[] = []
    const files = Array.from({ length: 20 }, (_, i) => countedFile(opened, `${i}/a.csv`))
    const source = filesSource({ files })
    const controller = new AbortController()
    const asked = source.listRuns({}, { signal: controller.signal })
    controller.abort()
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
    expect(opened.length).toBeLessThan(20)
    expect((await source.listRuns({})).runs).toHaveLength(20)
  })

  it('reads a console with more records than a call has room for', async () => {
    const log = "{'loss': 3.5, 'epoch': 1.0}\n".repeat(150_000)
    expect((await readOnly(textFile('a/train.log', log))).metrics.get('train/loss')?.count).toBe(
      150_000,
    )
  })

  it('reads text in UTF-16, as PowerShell writes it, and skips byte order marks', async () => {
    const bytes = new Uint8Array(
      new Uint16Array(Array.from(`\uFEFF${csv}`, (c) => c.charCodeAt(0))).buffer,
    )
    const wide = { path: 'a/m.csv', open: async () => new Blob([bytes]) }
    const marked = textFile('b/m.csv', `\uFEFF${csv}`)
    const { runs } = await list(wide, marked)
    expect(runs.map((run) => run.metrics.get('train/loss')?.count)).toEqual([4, 4])
  })

  it('takes paths of Windows and of a shell for the same folders', async () => {
    const page = await list(textFile('.\\runs\\a\\m.csv', csv), textFile('./runs//b/m.csv', csv))
    expect(idsOf(page)).toEqual(['runs/a', 'runs/b'])
  })

  it('reads the first of files with one path, and says that there were more', async () => {
    const page = await list(textFile('a/m.csv', csv), textFile('a/m.csv', ''))
    expect([...idsOf(page), ...codesOf(page)]).toEqual(['a', 'same-path a/m.csv'])
  })

  it('tells dropped files of one name apart', async () => {
    const file = (): File => new File([stateText(rows)], 'trainer_state.json')
    const page = await list(...droppedFiles([file(), file()]))
    expect(idsOf(page)).toEqual(['(2)', 'trainer_state.json'])
  })
})
