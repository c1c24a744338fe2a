import { existsSync, readFileSync } from 'node:fs'
import { expect, it, describe } from 'vitest'
import type { MetricSeries, Run } from '@runoff/core'
import { folderFiles, repositoryFolder } from '../testdata/folderFiles.ts'
import { filesSource } from './filesSource.ts'

type Json = number | string | null

/** What stands in the files of one run, or in one of them. */
interface Truth {
  readonly train_points: number
  readonly eval_points: number
  readonly first_train_loss: Json
  readonly last_train_loss: Json
  readonly last_eval_loss: Json
  readonly best_eval_loss: number | null
}

interface Expected extends Truth {
  readonly model: string | null
  readonly dataset: string | null
  readonly group: string | null
  readonly seed: number | null
  readonly status: string
  readonly max_steps?: number
  readonly files: Readonly<Record<string, Truth>>
}

const truthPath = repositoryFolder('fixtures/expected.json')
const truth: Readonly<Record<string, Expected>> = existsSync(truthPath)
  ? (JSON.parse(readFileSync(truthPath, 'utf8')) as { runs: Record<string, Expected> }).runs
  : {}
const source = filesSource({ files: folderFiles(repositoryFolder('fixtures/runs')) })

async function readRun(
  id: string,
): Promise<{ run: Run; train: MetricSeries; evals: MetricSeries }> {
  const [run] = (await source.listRuns({ ids: [id] })).runs
  const [train, evals] = await source.readSeries([
    { runId: id, metric: 'train/loss' },
    { runId: id, metric: 'eval/loss' },
  ])
  if (!run || !train?.series || !evals?.series) throw new Error(`${id} was not read`)
  return { run, train: train.series, evals: evals.series }
}

/** What only some formats tell: a console names no total of steps, a table no end of the run. */
function tellableParts({ files, max_steps, status, ...whole }: Expected): object {
  const paths = Object.keys(files)
  const hasState = paths.some((path) => /trainer_state|trainer_log/.test(path))
  const console = files['train.log']
  const events = paths.find((path) => path.includes('tfevents'))
  // What was printed is rounded, and events are of single precision; where nothing else was kept,
  // they are the truth.
  const only = console ?? (events === undefined ? undefined : files[events])
  const read: Truth = paths.length === 1 && only !== undefined ? only : whole
  return {
    trainPoints: read.train_points,
    evalPoints: read.eval_points,
    firstTrain: read.first_train_loss,
    lastTrain: read.last_train_loss,
    lastEval: read.last_eval_loss,
    best: read.best_eval_loss,
    totalSteps: hasState ? (max_steps ?? null) : null,
    status: hasState || only !== undefined ? status : 'unknown',
  }
}

const value = (number: number | undefined): Json =>
  number === undefined || Number.isFinite(number) ? (number ?? null) : String(number)

describe.skipIf(Object.keys(truth).length === 0)('filesSource over the recorded runs', () => {
  const recorded = Object.entries(truth)

  it('finds each run once, and no other', async () => {
    const { runs } = await source.listRuns({})
    expect(runs.map((run) => run.id).toSorted()).toEqual(recorded.map(([id]) => id).toSorted())
  })

  it.each(recorded)('reads %s as it was recorded', async (id, expected) => {
    const { run, train, evals } = await readRun(id)
    expect({
      trainPoints: train.total,
      // The last evaluation may be logged twice at one step.
      evalPoints: evals.total,
      firstTrain: value(train.values[0]),
      lastTrain: value(train.values.at(-1)),
      lastEval: value(evals.values.at(-1)),
      best: run.metrics.get('eval/loss')?.min ?? null,
      totalSteps: run.totalSteps,
      status: run.status,
    }).toEqual(tellableParts(expected))
    expect([run.model, run.dataset]).toEqual([expected.model, expected.dataset])
    expect(run.seed).toBe(expected.seed === null ? null : String(expected.seed))
    const isBare = run.params.size === 0 && run.seed === null
    expect(run.group).toBe(expected.group ?? (isBare ? null : id.split('/')[0]))
  })
})
