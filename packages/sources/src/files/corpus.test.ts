import { existsSync, openAsBlob, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { repositoryFolder } from '../testdata/folderFiles.ts'
import type { MetricRow } from './formats/parsedFile.ts'
import { filesSource } from './filesSource.ts'
import { readFile } from './readFile.ts'

interface TruthRow {
  readonly step?: number
  readonly epoch?: number
  readonly values: Readonly<Record<string, number | string>>
}

interface Truth {
  readonly file: string
  readonly n_train_points: number
  readonly n_eval_points: number
  readonly first_train?: TruthRow
  readonly last_train?: TruthRow
  readonly first_eval?: TruthRow
  readonly last_eval?: TruthRow
}

const corpus = repositoryFolder('../shared/corpus')

function truthOf(kind: string): readonly Truth[] {
  const path = `${corpus}/expected/${kind}.json`
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines
    .map((line) => JSON.parse(line) as Truth)
    .filter(({ file }) => existsSync(`${corpus}/${file}`))
}

async function readRows(file: string): Promise<readonly MetricRow[]> {
  const blob = await openAsBlob(`${corpus}/${file}`)
  const { content } = await readFile(file, blob, new AbortController().signal)
  if (!('runs' in content)) throw new Error(`${file} is not read as a run`)
  return content.runs.flatMap((run) => run.rows)
}

/** A row as the truth writes it. */
function plainRow(row: MetricRow | undefined): TruthRow | undefined {
  if (row === undefined) return undefined
  const values = Array.from(row.metrics, ([name, value]) => {
    return [name, Number.isFinite(value) ? value : String(value)] as const
  })
  return {
    ...(row.step !== null && { step: row.step }),
    ...(row.epoch !== null && { epoch: row.epoch }),
    values: Object.fromEntries(values),
  }
}

function truthRow(row: TruthRow | undefined): TruthRow | undefined {
  if (row === undefined) return undefined
  const { step, epoch, values } = row
  return { ...(step !== undefined && { step }), ...(epoch !== undefined && { epoch }), values }
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
  [
    'lightning',
    {
      train: (row) => namesEnd(row, '_step'),
      evals: (row) => !namesEnd(row, '_step') && namesBegin(row, 'val_'),
    },
  ],
]

const cases = kinds.flatMap(([kind, claims]) =>
  truthOf(kind).map((truth) => [truth.file, truth, claims] as const),
)

describe.skipIf(cases.length === 0)('files of other people', () => {
  it.each(cases)('reads every point of %s', async (file, truth, { train, evals }) => {
    const rows = await readRows(file)
    const trainRows = rows.filter(train)
    const evalRows = rows.filter(evals)
    expect([trainRows.length, evalRows.length]).toEqual([truth.n_train_points, truth.n_eval_points])
    expect(plainRow(trainRows[0])).toEqual(truthRow(truth.first_train))
    expect(plainRow(trainRows.at(-1))).toEqual(truthRow(truth.last_train))
    expect(plainRow(evalRows[0])).toEqual(truthRow(truth.first_eval))
    expect(plainRow(evalRows.at(-1))).toEqual(truthRow(truth.last_eval))
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
