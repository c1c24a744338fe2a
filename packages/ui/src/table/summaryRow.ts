import {
  cleanModelName,
  isBetter,
  objectiveValue,
  type Basis,
  type MetricSummary,
  type Objective,
  type Run,
} from '@runoff/core'
import { runDurationMs } from '../picker/runTimes.ts'
import { findParam } from './findParam.ts'
import { readSpeed, type Speed } from './readSpeed.ts'

/** A best value, and whether the run may have been better than what its source knows. */
export interface BestValue {
  readonly value: number
  /** `'sampled'`: a better value may have been left out; `'last-only'`: only the last is known. */
  readonly basis: Basis
}

/** Epochs done, of those planned. */
export interface EpochCount {
  readonly done: number
  readonly total: number | null
}

/** What the summary table says of one run. Missing is `null`; `NaN` is what was logged. */
export interface SummaryRow {
  readonly run: Run
  /** Readable; `null` where the run names none. */
  readonly model: string | null
  readonly best: BestValue | null
  /** Whether no other row has a better value of the objective. */
  readonly isBest: boolean
  readonly evalLoss: BestValue | null
  /** The last of each. */
  readonly finalEvalLoss: number | null
  readonly trainLoss: number | null
  /** Best eval loss minus last training loss. */
  readonly gap: number | null
  readonly perplexity: BestValue | null
  readonly learningRate: number | null
  readonly batchSize: number | null
  readonly speed: Speed | null
  readonly durationMs: number | null
  /** As the trainer logged it. */
  readonly trainingTimeMs: number | null
  readonly epochs: EpochCount | null
  /** The epoch of the best checkpoint, of those planned. */
  readonly bestEpoch: EpochCount | null
  /** The step at which the best value was logged. */
  readonly stepsToBest: number | null
}

const evalLoss: Objective = { metric: 'eval/loss', goal: 'min' }

const learningRateNames = [
  'learning_rate',
  'lr',
  'base_lr',
  'base_learning_rate',
  'init_lr',
  'initial_lr',
  'max_lr',
  'max_learning_rate',
  'peak_lr',
  'peak_learning_rate',
  'lr0',
  'eta',
]
const batchSizeNames = [
  'batch_size',
  'train_batch_size',
  'training_batch_size',
  'per_device_train_batch_size',
  'per_device_batch_size',
  'device_batch_size',
  'train_micro_batch_size_per_gpu',
  'per_gpu_train_batch_size',
  'global_batch_size',
  'effective_batch_size',
  'total_train_batch_size',
  'total_batch_size',
  'micro_batch_size',
  'mini_batch_size',
  'batch',
  'bs',
]
const perplexityNames = ['eval/perplexity', 'perplexity']

/** Returns what the table says of each run, in their order; a run that is given twice has one row. */
export function summaryRows(runs: readonly Run[], objective: Objective): readonly SummaryRow[] {
  const rows = new Map(
    runs.map((run) => {
      const row = summaryRow(run, objective)
      return [summaryRowKey(row), row]
    }),
  )
  const finite = [...rows.values()].flatMap(({ best }) =>
    best !== null && Number.isFinite(best.value) ? best.value : [],
  )
  const [first, ...others] = finite
  if (first === undefined) return [...rows.values()]
  const top = others.reduce(
    (held, value) => (isBetter(value, held, objective) ? value : held),
    first,
  )
  return Array.from(rows.values(), (row) => ({ ...row, isBest: row.best?.value === top }))
}

/** Returns what the summary table says of a run, judged by an objective; alone, it is not the best. */
export function summaryRow(run: Run, objective: Objective): SummaryRow {
  const bestEvalLoss = bestValue(run, evalLoss)
  const trainLoss = run.metrics.get('train/loss')?.last ?? null
  return {
    run,
    model: run.model === null ? null : cleanModelName(run.model),
    best: bestValue(run, objective),
    isBest: false,
    evalLoss: bestEvalLoss,
    finalEvalLoss: run.metrics.get('eval/loss')?.last ?? null,
    trainLoss,
    gap: bestEvalLoss === null || trainLoss === null ? null : bestEvalLoss.value - trainLoss,
    perplexity: readPerplexity(run),
    learningRate: readLearningRate(run),
    batchSize: findParam(run.params, batchSizeNames),
    speed: readSpeed(run),
    durationMs: runDurationMs(run),
    trainingTimeMs: readTrainingTimeMs(run),
    epochs: run.epoch === null ? null : { done: run.epoch, total: run.totalEpochs },
    bestEpoch: run.best.epoch === null ? null : { done: run.best.epoch, total: run.totalEpochs },
    stepsToBest: readStepsToBest(run, objective),
  }
}

/** Returns what a row is known by: ids are unique within a source only. */
export function summaryRowKey({ run }: SummaryRow): string {
  return JSON.stringify([run.source, run.id])
}

/** A run that logged nothing but `NaN` has that as its value: shown, and never the best. */
function bestValue(run: Run, objective: Objective): BestValue | null {
  const summary = run.metrics.get(objective.metric)
  const value = objectiveValue(run, objective) ?? summary?.last ?? null
  return summary === undefined || value === null ? null : { value, basis: summary.basis }
}

/** Trainers log theirs in seconds. */
function readTrainingTimeMs(run: Run): number | null {
  const seconds = firstMetric(run, ['train/runtime', 'train_runtime'])?.last ?? null
  return seconds === null ? null : seconds * 1000
}

function readPerplexity(run: Run): BestValue | null {
  const metric = perplexityNames.find((name) => run.metrics.has(name))
  return metric === undefined ? null : bestValue(run, { metric, goal: 'min' })
}

/** What was configured; else the highest that was logged, since schedules warm up and decay. */
function readLearningRate(run: Run): number | null {
  const logged = run.metrics.get('learning_rate')
  return findParam(run.params, learningRateNames) ?? logged?.max ?? logged?.last ?? null
}

function readStepsToBest(run: Run, objective: Objective): number | null {
  const summary = run.metrics.get(objective.metric)
  const logged = objective.goal === 'min' ? summary?.minStep : summary?.maxStep
  return logged ?? (objective.metric === evalLoss.metric ? run.best.step : null)
}

function firstMetric(run: Run, names: readonly string[]): MetricSummary | null {
  const name = names.find((candidate) => run.metrics.has(candidate))
  return name === undefined ? null : (run.metrics.get(name) ?? null)
}
