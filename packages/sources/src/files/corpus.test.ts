import { existsSync, openAsBlob } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { filesSource } from './filesSource.ts'
import type { MetricRow } from './formats/parsedFile.ts'
import { corpus, filesIn, readRows, truthOf, written, type TruthRow } from './testdata/corpus.ts'

/** A row as the truth writes it. */
function plainRow(row: MetricRow | undefined): TruthRow | undefined {
  if (row === undefined) return undefined
  const values = Array.from(row.metrics, ([name, value]) => [name, written(value)] as const)
  return {
    ...(row.step !== null && { step: row.step }),
    ...(row.epoch !== null && { epoch: row.epoch }),
    values: Object.fromEntries(values),
  }
}

/** What places a row is no metric of it. */
const places: ReadonlySet<string> = new Set(['iter', 'step', 'iteration'])

function truthRow(row: TruthRow | undefined): TruthRow | undefined {
  if (row === undefined) return undefined
  const { step, epoch, values } = row
  const metrics = Object.entries(values).filter(([name]) => !places.has(name))
  return {
    ...(step !== undefined && { step }),
    ...(epoch !== undefined && { epoch }),
    values: Object.fromEntries(metrics),
  }
}

type IsOf = (row: MetricRow) => boolean

const byPhase =
  (phase: MetricRow['phase']): IsOf =>
  (row) =>
    row.phase === phase
const namesEnd = (row: MetricRow, end: string): boolean =>
  [...row.metrics.keys()].some((name) => name.endsWith(end))
const namesBegin = (row: MetricRow, start: string): boolean =>
  [...row.metrics.keys()].some((name) => name.startsWith(start))

/** The rows of a table carry no phase: the truth calls them by what is logged in them. */
const kinds: readonly (readonly [string, { readonly train: IsOf; readonly evals: IsOf }])[] = [
  ['hf_trainer_state', { train: byPhase('train'), evals: byPhase('eval') }],
  ['llamafactory', { train: byPhase('train'), evals: byPhase('eval') }],
  ['hf_console', { train: byPhase('train'), evals: byPhase('eval') }],
  ['hf_console_v5_strings', { train: byPhase('train'), evals: byPhase('eval') }],
  ['hf_dpo_console', { train: byPhase('train'), evals: byPhase('eval') }],
  ['csv_generic', { train: () => true, evals: () => false }],
  ['yolo', { train: () => true, evals: () => false }],
  ['timm', { train: () => true, evals: () => false }],
  ['dvc', { train: (row) => namesBegin(row, 'train/'), evals: (row) => namesBegin(row, 'eval/') }],
  ['mmengine', { train: (row) => row.phase !== 'eval', evals: byPhase('eval') }],
  [
    'lightning',
    {
      train: (row) => namesEnd(row, '_step'),
      evals: (row) => !namesEnd(row, '_step') && namesBegin(row, 'val_'),
    },
  ],
]

/** Numbers of a run as a whole, and what only the formats of `@runoff/logs` can tell. */
const others = /\/metrics\.json$|^(?:mmengine|lightning)\/.{1,200}\.(?:log|txt)$/

const cases = kinds.flatMap(([kind, claims]) =>
  truthOf(kind)
    .filter(({ file }) => !others.test(file))
    .map((truth) => [truth.file, truth, claims] as const),
)

/** In the truth, the step of an evaluation of mmengine is its epoch. */
function placedRow(file: string, row: TruthRow | undefined): TruthRow | undefined {
  const plain = truthRow(row)
  if (plain?.step === undefined || !file.startsWith('mmengine/')) return plain
  return { epoch: plain.step, values: plain.values }
}

describe.skipIf(cases.length === 0)('files of other people', () => {
  it.each(cases)('reads every point of %s', async (file, truth, { train, evals }) => {
    const rows = await readRows(file)
    const trainRows = rows.filter(train)
    const evalRows = rows.filter(evals)
    expect([trainRows.length, evalRows.length]).toEqual([truth.n_train_points, truth.n_eval_points])
    expect(plainRow(trainRows[0])).toEqual(truthRow(truth.first_train))
    expect(plainRow(trainRows.at(-1))).toEqual(truthRow(truth.last_train))
    expect(plainRow(evalRows[0])).toEqual(placedRow(file, truth.first_eval))
    expect(plainRow(evalRows.at(-1))).toEqual(placedRow(file, truth.last_eval))
  })

  it.each(cases)('forms one run with rising series from %s', async (file) => {
    const source = filesSource({
      files: [{ path: file, open: () => openAsBlob(`${corpus}/${file}`) }],
    })
    const { runs } = await source.listRuns({})
    expect(runs).toHaveLength(1)
    const requests = runs.flatMap(({ id, metrics }) =>
      Array.from(metrics.keys(), (metric) => ({ runId: id, metric })),
    )
    const results = await source.readSeries(requests)
    expect(results.filter((result) => result.error)).toEqual([])
    for (const { series } of results) {
      const steps = [...(series?.steps ?? [])]
      expect(steps.every((step, i) => i === 0 || step > (steps[i - 1] ?? NaN))).toBe(true)
    }
  })
})

describe.skipIf(!existsSync(`${corpus}/dvc/load_forecast`))('folders of other people', () => {
  it('makes each version of a DVC project one run, with all of its plots', async () => {
    const { runs } = await filesSource({ files: filesIn('dvc') }).listRuns({})
    const truth = truthOf('dvc').filter(
      ({ file }) => file.includes('/v1_') && file.endsWith('.tsv'),
    )
    const [first] = runs
    const series = Array.from(first?.metrics ?? []).filter(([, { basis }]) => basis === 'full')
    expect(runs).toHaveLength(3)
    expect(series.map(([, { count }]) => count)).toEqual(
      truth.map((file) => file.n_train_points + file.n_eval_points),
    )
    expect(first?.params.get('train.LEARNING_RATE')).toBe(0.01)
  })

  it('takes two tables of one run for one run', async () => {
    const folder = 'csv_generic/waterfowl/fasterrcnn_3'
    const { runs } = await filesSource({ files: filesIn(folder) }).listRuns({})
    expect(runs.map(({ id }) => id)).toEqual([folder])
    expect(runs[0]?.metrics.get('eval/loss')?.count).toBe(50)
    expect(runs[0]?.metrics.get('eval/mAP')?.count).toBe(50)
  })

  it('reads the settings beside the results of YOLO', async () => {
    const { runs } = await filesSource({ files: filesIn('yolo') }).listRuns({})
    expect(runs.map(({ params }) => params.has('lr0'))).toEqual(runs.map(() => true))
  })
})
