import type { Goal, Objective, RunStatus } from '@runoff/core'
import {
  formatCount,
  formatFull,
  formatLearningRate,
  formatMetric,
} from '../format/formatNumber.ts'
import { formatDuration } from '../format/formatTime.ts'
import type { TableMessages } from './messages.ts'
import type { SummaryColumnId } from './summaryColumns.ts'
import type { BestValue, SummaryRow } from './summaryRow.ts'

/** What a cell shows, and the whole of what that stands for. */
export interface CellText {
  readonly text: string
  readonly full: string
}

/** What the words of a cell depend on beside the row. */
export interface CellContext {
  readonly objective: Objective
  readonly messages: TableMessages
  readonly statuses: Readonly<Record<RunStatus, string>>
}

/** Returns what the cell of a row and a column says, `null` where there is no value. */
export function summaryText(
  column: SummaryColumnId,
  row: SummaryRow,
  { objective, messages, statuses }: CellContext,
): CellText | null {
  switch (column) {
    case 'run':
      return same(row.run.name)
    case 'model':
      return row.model === null ? null : { text: row.model, full: row.run.model ?? row.model }
    case 'status':
      return same(statuses[row.run.status])
    case 'dataset':
      return row.run.dataset === null ? null : same(row.run.dataset)
    case 'best':
      return bestText(row.best, objective.goal, messages)
    case 'evalLoss':
      return bestText(row.evalLoss, 'min', messages)
    case 'speed':
      return speedText(row, messages)
    case 'epochs':
      return epochsText(row)
    case 'duration':
      return row.durationMs === null
        ? null
        : { text: formatDuration(row.durationMs), full: `${formatFull(row.durationMs / 1000)} s` }
    default:
      return numberText(column, row)
  }
}

type NumberColumn =
  | 'trainLoss'
  | 'gap'
  | 'perplexity'
  | 'learningRate'
  | 'batchSize'
  | 'convergence'

function numberText(column: NumberColumn, row: SummaryRow): CellText | null {
  const value = column === 'convergence' ? row.stepsToBest : row[column]
  return value === null ? null : { text: numberFormat(column)(value), full: formatFull(value) }
}

function numberFormat(column: NumberColumn): (value: number) => string {
  switch (column) {
    case 'learningRate':
      return formatLearningRate
    case 'batchSize':
    case 'convergence':
      return formatCount
    default:
      return formatMetric
  }
}

/** The best of a sample is only a bound of the best: the sign says so. */
function bestText(best: BestValue | null, goal: Goal, messages: TableMessages): CellText | null {
  if (best === null) return null
  const text = formatMetric(best.value)
  const full = formatFull(best.value)
  if (!Number.isFinite(best.value)) return { text, full }
  if (best.basis === 'sampled') {
    return goal === 'min'
      ? { text: `≤ ${text}`, full: messages.atMost(full) }
      : { text: `≥ ${text}`, full: messages.atLeast(full) }
  }
  return { text, full: best.basis === 'last-only' ? messages.lastOnlyFull(full) : full }
}

function speedText({ speed }: SummaryRow, messages: TableMessages): CellText | null {
  if (speed === null) return null
  return {
    text: messages.perSecond(formatMetric(speed.perSecond), speed.unit),
    full: messages.perSecond(formatFull(speed.perSecond), speed.unit),
  }
}

function epochsText({ epochs }: SummaryRow): CellText | null {
  if (epochs === null) return null
  const done = String(Number(epochs.done.toFixed(2)))
  const total = epochs.total === null ? '' : `/${formatFull(epochs.total)}`
  return { text: `${done}${total}`, full: `${formatFull(epochs.done)}${total}` }
}

function same(text: string): CellText {
  return { text, full: text }
}
