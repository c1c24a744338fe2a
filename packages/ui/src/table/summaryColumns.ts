import { goalOf, readNumber, type Goal, type Objective, type RunStatus } from '@runoff/core'
import { isMetricReducer, reduceMetric, type MetricReducer } from './reduceMetric.ts'
import type { SummaryRow } from './summaryRow.ts'

const ids = [
  'run',
  'runId',
  'model',
  'status',
  'dataset',
  'isBest',
  'best',
  'evalLoss',
  'finalEvalLoss',
  'trainLoss',
  'gap',
  'perplexity',
  'learningRate',
  'batchSize',
  'speed',
  'duration',
  'trainingTime',
  'epochs',
  'bestEpoch',
  'checkpoint',
  'convergence',
] as const

/** The columns that every table has, beside those of metrics and parameters. */
export type SummaryColumnId = (typeof ids)[number]

/** Where the values of a column come from. */
export type ColumnSource =
  | { readonly kind: 'fixed'; readonly id: SummaryColumnId }
  | { readonly kind: 'metric'; readonly reducer: MetricReducer; readonly metric: string }
  | { readonly kind: 'param'; readonly param: string }

export type ColumnValue = number | string | null

/** What a column is sorted and judged by. */
export interface SummaryColumn {
  readonly id: string
  readonly source: ColumnSource
  /** What rows are sorted by; numbers of another `unit` are never compared. */
  readonly value: (row: SummaryRow) => ColumnValue
  readonly unit?: ((row: SummaryRow) => string | null) | undefined
  /** Which end is better, `null` where neither is: no value is marked then. */
  readonly goal: Goal | null
  /** Whether it holds words, which begin where lines begin, and not numbers. */
  readonly isText: boolean
}

const statusOrder: readonly RunStatus[] = [
  'completed',
  'running',
  'queued',
  'cancelled',
  'failed',
  'unknown',
]

interface FixedColumn {
  readonly value: SummaryColumn['value']
  readonly unit?: SummaryColumn['unit']
  readonly goal?: Goal
  readonly isText?: true
}

/** A gap, a duration or a count of steps has no better end: the run that failed first would win. */
const fixedColumns: Readonly<Record<SummaryColumnId, FixedColumn>> = {
  run: { value: (row) => row.run.name, isText: true },
  runId: { value: (row) => row.run.id, isText: true },
  model: { value: (row) => row.model, isText: true },
  status: { value: (row) => statusOrder.indexOf(row.run.status), isText: true },
  dataset: { value: (row) => row.run.dataset, isText: true },
  isBest: { value: (row) => (row.isBest ? 0 : null), isText: true },
  best: { value: (row) => row.best?.value ?? null },
  evalLoss: { value: (row) => row.evalLoss?.value ?? null, goal: 'min' },
  finalEvalLoss: { value: (row) => row.finalEvalLoss, goal: 'min' },
  trainLoss: { value: (row) => row.trainLoss, goal: 'min' },
  gap: { value: (row) => row.gap },
  perplexity: { value: (row) => row.perplexity?.value ?? null, goal: 'min' },
  learningRate: { value: (row) => row.learningRate },
  batchSize: { value: (row) => row.batchSize },
  speed: {
    value: (row) => row.speed?.perSecond ?? null,
    unit: (row) => row.speed?.unit ?? null,
    goal: 'max',
  },
  duration: { value: (row) => row.durationMs },
  trainingTime: { value: (row) => row.trainingTimeMs },
  epochs: { value: (row) => row.epochs?.done ?? null },
  bestEpoch: { value: (row) => row.bestEpoch?.done ?? null },
  checkpoint: { value: (row) => row.run.best.checkpointPath, isText: true },
  convergence: { value: (row) => row.stepsToBest },
}

/** Returns every fixed column of the summary table; the eval loss has its own beside another objective. */
export function summaryColumns(objective: Objective): readonly SummaryColumn[] {
  const shown = ids.filter((id) => id !== 'evalLoss' || objective.metric !== 'eval/loss')
  return shown.map((id) => fixedColumn(id, objective))
}

/** Chosen by whoever wants them; the others are there until someone chooses. */
const notAtFirst: ReadonlySet<SummaryColumnId> = new Set([
  'runId',
  'isBest',
  'finalEvalLoss',
  'trainingTime',
  'bestEpoch',
  'checkpoint',
])

/** Returns the ids of the columns that are shown until someone chooses, from left to right. */
export function columnsAtFirst(objective: Objective): readonly string[] {
  return summaryColumns(objective)
    .filter(({ source }) => source.kind === 'fixed' && !notAtFirst.has(source.id))
    .map(({ id }) => id)
}

/**
 * Returns the column of an id, such as `best`, `metric:last:grad_norm` or `param:lora.r`; `null`
 * for a text that is no id of a column. A parameter holds numbers if it is one in every row.
 */
export function columnOf(
  id: string,
  objective: Objective,
  rows: readonly SummaryRow[],
): SummaryColumn | null {
  const fixed = ids.find((known) => known === id)
  if (fixed !== undefined) return fixedColumn(fixed, objective)
  const [, reducer, metric] = /^metric:([^:]*):(.+)$/su.exec(id) ?? []
  if (isMetricReducer(reducer) && metric !== undefined) {
    return metricColumn(reducer, metric, objective)
  }
  return id.startsWith('param:') && id.length > 6 ? paramColumn(id.slice(6), rows) : null
}

/** Returns the id of the column of a metric. */
export function metricColumnId(reducer: MetricReducer, metric: string): string {
  return `metric:${reducer}:${metric}`
}

/** Returns the id of the column of a parameter. */
export function paramColumnId(param: string): string {
  return `param:${param}`
}

function fixedColumn(id: SummaryColumnId, { goal }: Objective): SummaryColumn {
  const { isText = false, goal: own = null, ...column } = fixedColumns[id]
  const source = { kind: 'fixed', id } as const
  return { ...column, id, source, isText, goal: id === 'best' ? goal : own }
}

function metricColumn(reducer: MetricReducer, metric: string, objective: Objective): SummaryColumn {
  const goal = metric === objective.metric ? objective.goal : (goalOf(metric)?.goal ?? null)
  return {
    id: metricColumnId(reducer, metric),
    source: { kind: 'metric', reducer, metric },
    value: ({ run }) => reduceMetric(run, metric, reducer, objective).value,
    goal,
    isText: false,
  }
}

function paramColumn(param: string, rows: readonly SummaryRow[]): SummaryColumn {
  const values = rows.flatMap(({ run }) => run.params.get(param) ?? [])
  const isText = !values.every((value) => readNumber(value) !== null)
  return {
    id: paramColumnId(param),
    source: { kind: 'param', param },
    value: ({ run }) => {
      const value = run.params.get(param)
      if (value === undefined) return null
      return isText ? String(value) : readNumber(value)
    },
    goal: null,
    isText,
  }
}
