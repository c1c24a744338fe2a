import { isLive, type DeltaNoise, type Objective, type Run } from '@runoff/core'
import { nonFiniteEnd } from '../picker/nonFiniteEnd.ts'
import { cellDelta, type CellDelta } from './cellDelta.ts'
import { extremes, type Extremes } from './extremes.ts'
import type { SummaryColumn } from './summaryColumns.ts'
import { reduceMetric } from './reduceMetric.ts'
import { lineUnit, lineValue, rowsOfLine, type SummaryLine } from './summaryLines.ts'
import type { SummaryRow } from './summaryRow.ts'

/** A run whose eval loss lies further above its training loss may overfit. */
export const largeGap = 0.1
/** 1.1 - 1 is 0.10000000000000009 in floating point, and must not be over 0.1. */
const gapSlack = 1e-9

/** How a cell stands among those of its column. */
export interface SummaryMark {
  readonly standing: 'best' | 'worst' | null
  /** How far it lies from the baseline; `null` where there is none, and for the baseline itself. */
  readonly delta: CellDelta | null
  readonly isLargeGap: boolean
  /** The source knows no value but the last; of a group, of one of its runs. */
  readonly isLastOnly: boolean
  /** The `NaN` or infinity that a metric ended in after the best value that is shown. */
  readonly endedIn: number | null
}

/** Returns the extremes of each column that has a better end and can be judged, by its id. */
export function columnExtremes(
  columns: readonly SummaryColumn[],
  lines: readonly SummaryLine[],
): ReadonlyMap<string, Extremes | null> {
  return new Map(columns.map((column) => [column.id, extremesOf(column, lines)]))
}

/** Numbers of different units have no order. */
function extremesOf(column: SummaryColumn, lines: readonly SummaryLine[]): Extremes | null {
  const { goal, unit } = column
  if (goal === null) return null
  const units = new Set(
    unit === undefined ? [] : lines.flatMap((line) => lineUnit(column, line) ?? []),
  )
  if (units.size > 1) return null
  return extremes(
    lines.map((line) => numberOf(column, line)),
    goal,
  )
}

/** What a cell is marked by. */
export interface MarkContext {
  readonly found: Extremes | null
  readonly objective: Objective
  /** The line that deltas are taken from. */
  readonly baseline: SummaryLine | null
  /** Judges a difference that has no percentage. */
  readonly noise?: DeltaNoise | null
}

/** Returns how the cell of a line and a column is marked. */
export function summaryMark(
  column: SummaryColumn,
  line: SummaryLine,
  context: MarkContext,
): SummaryMark {
  const value = numberOf(column, line)
  const row = line.kind === 'run' ? line.row : null
  return {
    standing: standingOf(value, context.found, line),
    delta: deltaOf(column, line, context),
    isLargeGap: column.id === 'gap' && value !== null && value - largeGap > gapSlack,
    isLastOnly: rowsOfLine(line).some((each) => isLastOnly(column, each, context.objective)),
    endedIn: row === null ? null : endOf(column, row.run, context.objective, value),
  }
}

/** A `NaN` is what was logged, whatever else was. */
function isLastOnly({ id, source }: SummaryColumn, row: SummaryRow, objective: Objective): boolean {
  if (source.kind === 'metric') {
    const reduced = reduceMetric(row.run, source.metric, source.reducer, objective)
    return reduced.missing === null && reduced.isLastOnly && Number.isFinite(reduced.value)
  }
  const best = id === 'best' || id === 'evalLoss' || id === 'perplexity' ? row[id] : null
  return best?.basis === 'last-only' && Number.isFinite(best.value)
}

/** The metrics of which a cell shows the best value. */
function endOf(
  { id, source }: SummaryColumn,
  run: Run,
  objective: Objective,
  value: number | null,
): number | null {
  if (!Number.isFinite(value)) return null
  if (id === 'best') return nonFiniteEnd(run, objective.metric)
  if (id === 'evalLoss') return nonFiniteEnd(run, 'eval/loss')
  const isBest = source.kind === 'metric' && source.reducer !== 'last'
  return isBest ? nonFiniteEnd(run, source.metric) : null
}

/** A run that still goes may be the best already, and is not the worst yet; a seed is one of a group. */
function standingOf(
  value: number | null,
  found: Extremes | null,
  line: SummaryLine,
): SummaryMark['standing'] {
  if (found === null || (line.kind === 'run' && line.groupKey !== null)) return null
  if (value === found.best) return 'best'
  return value === found.worst && !isLiveLine(line) ? 'worst' : null
}

/** A run that still goes is judged by no one; how far it lies from the baseline can be said. */
function deltaOf(column: SummaryColumn, line: SummaryLine, context: MarkContext): CellDelta | null {
  const { baseline, noise = null } = context
  if (baseline === null || baseline.key === line.key) return null
  const [value, base] = [numberOf(column, line), numberOf(column, baseline)]
  if (value === null || base === null || column.isText) return null
  if (column.unit !== undefined && lineUnit(column, line) !== lineUnit(column, baseline))
    return null
  const delta = cellDelta(value, base, { column, noise: column.id === 'best' ? noise : null })
  return delta !== null && isLiveLine(line) ? { ...delta, severity: 'none' } : delta
}

function isLiveLine(line: SummaryLine): boolean {
  return line.kind === 'run' ? isLive(line.row.run) : line.rows.some(({ run }) => isLive(run))
}

function numberOf(column: SummaryColumn, line: SummaryLine): number | null {
  const value = lineValue(column, line)
  return typeof value === 'number' ? value : null
}
