import {
  deltaFromBest,
  isLive,
  type Delta,
  type DeltaNoise,
  type Objective,
  type Run,
} from '@runoff/core'
import { nonFiniteEnd } from '../picker/nonFiniteEnd.ts'
import { extremes, type Extremes } from './extremes.ts'
import type { SummaryColumn, SummaryColumnId } from './summaryColumns.ts'
import type { SummaryRow } from './summaryRow.ts'

/** A run whose eval loss lies further above its training loss may overfit. */
const largeGap = 0.1

/** How a cell stands among those of its column. */
export interface SummaryMark {
  readonly standing: 'best' | 'worst' | null
  /** How far the objective of a run that is done lies behind the best, in that column alone. */
  readonly delta: Delta | null
  readonly isLargeGap: boolean
  /** The source knows no value but the last. */
  readonly isLastOnly: boolean
  /** The `NaN` or infinity that a metric ended in after the best value that is shown. */
  readonly endedIn: number | null
}

/** Returns the extremes of each column that has a better end and can be judged. */
export function columnExtremes(
  columns: readonly SummaryColumn[],
  rows: readonly SummaryRow[],
): ReadonlyMap<SummaryColumnId, Extremes | null> {
  return new Map(columns.map((column) => [column.id, extremesOf(column, rows)]))
}

/** Numbers of different units have no order. */
function extremesOf(column: SummaryColumn, rows: readonly SummaryRow[]): Extremes | null {
  const { goal, unit } = column
  if (goal === null) return null
  const units = new Set(rows.map((row) => unit?.(row) ?? null).filter((name) => name !== null))
  return units.size > 1
    ? null
    : extremes(
        rows.map((row) => numberOf(column, row)),
        goal,
      )
}

/** What a cell is marked by. */
export interface MarkContext {
  readonly found: Extremes | null
  readonly objective: Objective
  /** Judges a difference that has no percentage. */
  readonly noise?: DeltaNoise | null
}

/** Returns how the cell of a row and a column is marked. */
export function summaryMark(
  column: SummaryColumn,
  row: SummaryRow,
  context: MarkContext,
): SummaryMark {
  const { found, objective } = context
  const value = numberOf(column, row)
  const best = bestOf(column.id, row)
  return {
    standing: standingOf(value, found, row.run),
    delta: column.id === 'best' && !isLive(row.run) ? deltaOf(value, context) : null,
    isLargeGap: column.id === 'gap' && value !== null && value > largeGap,
    isLastOnly: best?.basis === 'last-only',
    endedIn:
      best !== null && Number.isFinite(value)
        ? nonFiniteEnd(row.run, metricOf(column.id, objective))
        : null,
  }
}

function bestOf(column: SummaryColumnId, row: SummaryRow): SummaryRow['best'] {
  if (column === 'best') return row.best
  return column === 'evalLoss' ? row.evalLoss : null
}

function metricOf(column: SummaryColumnId, objective: Objective): string {
  return column === 'best' ? objective.metric : 'eval/loss'
}

/** A run that still goes may be the best already, and is not the worst yet. */
function standingOf(
  value: number | null,
  found: Extremes | null,
  run: Run,
): SummaryMark['standing'] {
  if (found === null) return null
  if (value === found.best) return 'best'
  return value === found.worst && !isLive(run) ? 'worst' : null
}

function deltaOf(
  value: number | null,
  { found, objective, noise = null }: MarkContext,
): Delta | null {
  if (found === null || value === null) return null
  return deltaFromBest(value, found.best, objective, { noise })
}

function numberOf(column: SummaryColumn, row: SummaryRow): number | null {
  const value = column.value(row)
  return typeof value === 'number' ? value : null
}
