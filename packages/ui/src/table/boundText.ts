import type { Goal } from '@runoff/core'
import type { TableMessages } from './messages.ts'
import { reduceMetric } from './reduceMetric.ts'
import type { SummaryColumn } from './summaryColumns.ts'
import type { BestValue, SummaryRow } from './summaryRow.ts'
import type { CellContext, CellText } from './summaryText.ts'

/** Returns which end of the truth the value of a row is, where a sample tells no more than that. */
export function boundOf(
  { id, source }: SummaryColumn,
  row: SummaryRow,
  { objective }: CellContext,
): Goal | null {
  if (source.kind === 'metric') {
    const reduced = reduceMetric(row.run, source.metric, source.reducer, objective)
    return reduced.missing === null ? reduced.bound : null
  }
  if (id !== 'best' && id !== 'evalLoss' && id !== 'perplexity') return null
  if (row[id]?.basis !== 'sampled') return null
  return id === 'best' ? objective.goal : 'min'
}

export interface BoundedValue {
  readonly value: number
  readonly bound: Goal | null
  readonly isLastOnly: boolean
}

/** Returns what a cell says of a best value. */
export function bestText(
  best: BestValue | null,
  goal: Goal,
  context: CellContext,
): CellText | null {
  if (best === null) return null
  const { value, basis } = best
  const bound = basis === 'sampled' ? goal : null
  return boundText(
    { value, bound, isLastOnly: basis === 'last-only' },
    context,
    context.formatters.metric,
  )
}

/** Returns what a cell says of a value: the best of a sample is only a bound, and the sign says so. */
export function boundText(
  { value, bound, isLastOnly }: BoundedValue,
  { messages, formatters }: CellContext,
  write: (value: number) => string,
): CellText {
  const text = write(value)
  const full = formatters.full(value)
  if (!Number.isFinite(value)) return { text, full }
  if (bound !== null) return withBound({ text, full }, bound, messages)
  return { text, full: isLastOnly ? messages.lastOnlyFull(full) : full }
}

/** Returns a text with the sign of the end of the truth that it is. */
export function withBound(cell: CellText, bound: Goal | null, messages: TableMessages): CellText {
  if (bound === null) return cell
  const { text, full } = cell
  return bound === 'min'
    ? { text: `≤ ${text}`, full: messages.atMost(full) }
    : { text: `≥ ${text}`, full: messages.atLeast(full) }
}
