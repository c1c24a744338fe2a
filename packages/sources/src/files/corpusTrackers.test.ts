import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Run } from '@runoff/core'
import { filesSource } from './filesSource.ts'
import {
  corpus,
  filesIn,
  parse,
  readRows,
  truthOf,
  written,
  type TruthRow,
} from './testdata/corpus.ts'

interface EventsTruth {
  readonly file: string
  readonly first_train?: TruthRow & { readonly wall_time: number }
  readonly last_train?: TruthRow & { readonly wall_time: number }
  readonly points_per_tag: Readonly<Record<string, number>>
  readonly tags_with_repeated_steps: readonly string[]
}

const eventFiles = truthOf<EventsTruth>('tfevents')

describe.skipIf(eventFiles.length === 0)('event files of other people', () => {
  it.each(eventFiles.map((truth) => [truth.file, truth] as const))(
    'reads every point of %s',
    async (file, truth) => {
      const { content, notices } = await parse(file)
      const rows = 'runs' in content ? (content.runs[0]?.rows ?? []) : []
      const counts = new Map<string, number>()
      for (const { metrics } of rows) {
        for (const tag of metrics.keys()) counts.set(tag, (counts.get(tag) ?? 0) + 1)
      }
      expect(Object.fromEntries(counts)).toEqual(truth.points_per_tag)
      expect(notices).toEqual([])
      const [first, last] = [rows[0], rows.at(-1)]
      expect(first?.metrics.entries().next().value).toEqual(firstEntry(truth.first_train))
      expect(Array.from(last?.metrics ?? []).at(-1)).toEqual(firstEntry(truth.last_train))
      expect([first?.step, last?.step]).toEqual([truth.first_train?.step, truth.last_train?.step])
      expect(last?.timeMs ?? undefined).toBe(truth.last_train && truth.last_train.wall_time * 1000)
    },
  )

  it('takes the files of a folder for one run', async () => {
    const folder = 'tfevents/detectron2_orbital'
    const { runs } = await filesSource({ files: filesIn(folder) }).listRuns({})
    expect(runs.map(({ id, metrics }) => [id, metrics.get('train/loss')?.lastStep])).toEqual([
      [folder, 1499],
    ])
  })
})

function firstEntry(row: TruthRow | undefined): readonly [string, number | string] | undefined {
  return row && Object.entries(row.values)[0]
}

interface WandbTruth {
  readonly file: string
  readonly n_history?: number
  readonly first_records: readonly TruthRow[]
  readonly last_record: TruthRow | null
  /** In a summary. */
  readonly values?: Readonly<Record<string, number>>
}

const wandbFiles = truthOf<WandbTruth>('wandb')
const bookkeeping = /^_|^train\/(?:epoch|global_step)$/

describe.skipIf(wandbFiles.length === 0)('W&B files of other people', () => {
  it.each(
    wandbFiles
      .filter(({ file }) => file.endsWith('.wandb'))
      .map((truth) => [truth.file, truth] as const),
  )('reads the history of %s', async (file, truth) => {
    const rows = (await readRows(file)).filter(
      ({ phase, step }) => phase !== 'summary' || step !== null,
    )
    const wanted = [...truth.first_records, ...(truth.last_record ? [truth.last_record] : [])]
    expect(rows).toHaveLength(truth.n_history ?? 0)
    const read = [...rows.slice(0, truth.first_records.length), ...rows.slice(-1)].map((row) =>
      Object.fromEntries(Array.from(row.metrics, ([name, value]) => [name, written(value)])),
    )
    const kept = wanted.map(({ values }) =>
      Object.fromEntries(Object.entries(values).filter(([name]) => !bookkeeping.test(name))),
    )
    expect(read).toEqual(kept)
  })

  it.each(
    wandbFiles
      .filter(({ file }) => file.endsWith('wandb-summary.json'))
      .map((truth) => [truth.file, truth] as const),
  )('reads the numbers of %s', async (file, truth) => {
    const { content } = await parse(file)
    const known = Object.entries(truth.values ?? {}).filter(([name]) => !bookkeeping.test(name))
    expect(content.kind === 'results' && Object.fromEntries(content.metrics)).toEqual(
      Object.fromEntries(known),
    )
  })

  it('makes each folder one run, and shows no point twice', async () => {
    const { runs, notices = [] } = await filesSource({ files: filesIn('wandb') }).listRuns({})
    const folders = new Set(wandbFiles.map(({ file }) => file.slice(0, file.lastIndexOf('/'))))
    expect(runs.map(({ id }) => id)).toEqual([...folders].toSorted())
    expect(runs.filter(({ metrics }) => (metrics.get('train/loss')?.count ?? 0) < 2)).toEqual([])
    expect(notices.filter(({ code }) => code === 'more-points')).toEqual([])
  })
})

interface MlflowTruth {
  readonly file: string
  readonly run_name: string
  readonly status: string
  readonly start_time: string
  readonly end_time: string
  readonly n_params: number
  readonly n_points: Readonly<Record<string, number>>
  readonly first_points: Readonly<Record<string, readonly [number, number, number]>>
  readonly last_points: Readonly<Record<string, readonly [number, number, number]>>
}

const mlflowRuns = truthOf<MlflowTruth>('mlflow')

describe.skipIf(mlflowRuns.length === 0)('MLflow runs of other people', async () => {
  const source = filesSource({ files: mlflowRuns.length === 0 ? [] : filesIn('mlflow') })
  const { runs, notices } = await source.listRuns({})

  it('finds each run once', () => {
    const folders = mlflowRuns.map(({ file }) => file).filter((file) => isFolder(file))
    expect(runs.map(({ id }) => id)).toEqual(folders.toSorted())
    expect(notices?.filter(({ code }) => code !== 'steps-repeat') ?? []).toEqual([])
  })

  it.each(mlflowRuns.map((truth) => [truth.file, truth] as const))(
    'reads %s as it was kept',
    async (id, truth) => {
      const run = runs.find((each) => each.id === id)
      expect(run && plainRun(run)).toEqual({
        name: truth.run_name,
        status: truth.status === '1' ? 'running' : 'completed',
        startedAtMs: Number(truth.start_time),
        endedAtMs: truth.end_time === 'null' ? null : Number(truth.end_time),
        // The name and the seed of a run have their own place in it.
        params: truth.n_params - 2,
      })
      const names = Object.keys(truth.n_points)
      const results = await source.readSeries(
        names.map((name) => ({ runId: id, metric: canonical(name) })),
      )
      expect(results.map(({ series }) => series?.total)).toEqual(Object.values(truth.n_points))
      for (const [i, name] of names.entries()) {
        const series = results[i]?.series
        const pointAt = (place: number): readonly unknown[] =>
          [series?.timesMs, series?.values, series?.steps].map((column) => column?.at(place))
        expect(pointAt(0)).toEqual(truth.first_points[name] ?? pointAt(0))
        expect(pointAt(-1)).toEqual(truth.last_points[name] ?? pointAt(-1))
      }
    },
  )
})

function isFolder(path: string): boolean {
  return statSync(`${corpus}/${path}`).isDirectory()
}

/** How `val/box_loss` is called among ours. */
function canonical(name: string): string {
  return name.replace(/^val\//, 'eval/')
}

function plainRun({ name, status, startedAtMs, endedAtMs, params }: Run): object {
  return { name, status, startedAtMs, endedAtMs, params: params.size }
}

const optunaFiles = truthOf('optuna')

describe.skipIf(optunaFiles.length === 0)('Optuna files of other people', () => {
  const databases = optunaFiles.filter(({ file }) => /\.(?:db|sqlite3)$/.test(file))
  it.each(databases.map(({ file }) => [file]))('says of %s what it is', async (file) => {
    await expect(parse(file)).rejects.toThrow(/is an SQLite database/)
  })
})
