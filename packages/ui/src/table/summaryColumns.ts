import type { Goal, Objective, RunStatus } from '@runoff/core'
import type { SummaryRow } from './summaryRow.ts'

const ids = [
  'run',
  'model',
  'status',
  'dataset',
  'best',
  'evalLoss',
  'trainLoss',
  'gap',
  'perplexity',
  'learningRate',
  'batchSize',
  'speed',
  'duration',
  'epochs',
  'convergence',
] as const

export type SummaryColumnId = (typeof ids)[number]

/** Whether a text, from a link or an attribute, names a column. */
export function isSummaryColumnId(text: unknown): text is SummaryColumnId {
  return ids.some((id) => id === text)
}

/** What a column is sorted and judged by. */
export interface SummaryColumn {
  readonly id: SummaryColumnId
  /** What rows are sorted by; numbers of another `unit` are never compared. */
  readonly value: (row: SummaryRow) => number | string | null
  readonly unit?: (row: SummaryRow) => string | null
  /** Which end is better, `null` where neither is: no value is marked then. */
  readonly goal: Goal | null
}

const statusOrder: readonly RunStatus[] = [
  'completed',
  'running',
  'queued',
  'cancelled',
  'failed',
  'unknown',
]

/**
 * Returns the columns of the summary table, from left to right.
 *
 * A gap, a duration or a count of steps has no better end: the run that failed first would win.
 * The eval loss has a column of its own where it is not the objective.
 */
export function summaryColumns({ metric, goal }: Objective): readonly SummaryColumn[] {
  const isEvalLoss = metric === 'eval/loss'
  const columns: readonly (SummaryColumn | null)[] = [
    { id: 'run', value: (row) => row.run.name, goal: null },
    { id: 'model', value: (row) => row.model, goal: null },
    { id: 'status', value: (row) => statusOrder.indexOf(row.run.status), goal: null },
    { id: 'dataset', value: (row) => row.run.dataset, goal: null },
    { id: 'best', value: (row) => row.best?.value ?? null, goal },
    isEvalLoss
      ? null
      : { id: 'evalLoss', value: (row) => row.evalLoss?.value ?? null, goal: 'min' },
    { id: 'trainLoss', value: (row) => row.trainLoss, goal: 'min' },
    { id: 'gap', value: (row) => row.gap, goal: null },
    { id: 'perplexity', value: (row) => row.perplexity, goal: 'min' },
    { id: 'learningRate', value: (row) => row.learningRate, goal: null },
    { id: 'batchSize', value: (row) => row.batchSize, goal: null },
    {
      id: 'speed',
      value: (row) => row.speed?.perSecond ?? null,
      unit: (row) => row.speed?.unit ?? null,
      goal: 'max',
    },
    { id: 'duration', value: (row) => row.durationMs, goal: null },
    { id: 'epochs', value: (row) => row.epochs?.done ?? null, goal: null },
    { id: 'convergence', value: (row) => row.stepsToBest, goal: null },
  ]
  return columns.filter((column) => column !== null)
}
