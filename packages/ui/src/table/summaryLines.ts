import { configurationsOf, type Configuration } from '@runoff/core'
import { mean, variance } from '@runoff/core/stats'
import type { ColumnValue, SummaryColumn } from './summaryColumns.ts'
import { summaryRowKey, type SummaryRow } from './summaryRow.ts'

/** One run as a row of the table. */
export interface RunLine {
  readonly kind: 'run'
  readonly key: string
  readonly row: SummaryRow
  /** The key of the line of its configuration, where that is open above it. */
  readonly groupKey: string | null
}

/** The seeds of one configuration as a row of the table. */
export interface GroupLine {
  readonly kind: 'group'
  readonly key: string
  readonly name: string
  readonly rows: readonly SummaryRow[]
  /** The rows of one seed each. */
  readonly replicates: readonly (readonly SummaryRow[])[]
}

export type SummaryLine = RunLine | GroupLine

/** The mean of one value for each seed. */
export interface GroupStat {
  readonly mean: number
  /** The standard deviation over n − 1; `null` for a single seed. */
  readonly sd: number | null
  /** How many seeds have a finite value, of how many. */
  readonly n: number
  readonly total: number
}

/** Returns one line for each row. */
export function runLines(rows: readonly SummaryRow[]): readonly RunLine[] {
  return rows.map((row) => runLine(row, null))
}

/** Returns the line of a run, under that of its configuration or alone. */
export function runLine(row: SummaryRow, groupKey: string | null): RunLine {
  return { kind: 'run', key: summaryRowKey(row), row, groupKey }
}

/**
 * Returns one line for each configuration, that of a run where it has only one, in the order in
 * which the rows first meet them.
 */
export function groupedLines(rows: readonly SummaryRow[]): readonly SummaryLine[] {
  const byRun = new Map(rows.map((row) => [row.run, row]))
  const lineOf = new Map<SummaryRow, SummaryLine>()
  for (const configuration of configurationsOf(rows.map(({ run }) => run))) {
    const members = configuration.runs.flatMap((run) => byRun.get(run) ?? [])
    const [first] = members
    if (first === undefined) continue
    const line = members.length > 1 ? groupLine(configuration, byRun) : runLine(first, null)
    for (const member of members) lineOf.set(member, line)
  }
  return [...new Set(rows.flatMap((row) => lineOf.get(row) ?? []))]
}

function groupLine(
  { key, name, runs, replicates }: Configuration,
  byRun: ReadonlyMap<SummaryRow['run'], SummaryRow>,
): GroupLine {
  const rowsOf = (members: readonly SummaryRow['run'][]): readonly SummaryRow[] =>
    members.flatMap((run) => byRun.get(run) ?? [])
  return { kind: 'group', key, name, rows: rowsOf(runs), replicates: replicates.map(rowsOf) }
}

/** Whether some of the runs are seeds of one configuration. */
export function hasSeeds(rows: readonly SummaryRow[]): boolean {
  return configurationsOf(rows.map(({ run }) => run)).some(({ runs }) => runs.length > 1)
}

/** Returns every row that a line stands for. */
export function rowsOfLine(line: SummaryLine): readonly SummaryRow[] {
  return line.kind === 'run' ? [line.row] : line.rows
}

/**
 * Returns what a line is sorted and judged by: of a group the mean of one value for each seed, or
 * the word that all of them share.
 *
 * Missing: `null` where there is none, where words differ, and where numbers have other units.
 */
export function lineValue(column: SummaryColumn, line: SummaryLine): ColumnValue {
  if (line.kind === 'run') return column.value(line.row)
  if (column.id === 'run') return line.name
  const values = line.rows.map(column.value)
  const [first = null] = values
  const isShared = unitsOf(column, line).size < 2
  if (isShared && values.every((value) => Object.is(value, first))) return first
  return groupStat(column, line)?.mean ?? null
}

/** Returns the unit of a line's value, `null` where it has none, or several. */
export function lineUnit(column: SummaryColumn, line: SummaryLine): string | null {
  const units = unitsOf(column, line)
  const [unit = null] = units
  return units.size === 1 ? unit : null
}

function unitsOf(column: SummaryColumn, line: SummaryLine): ReadonlySet<string> {
  return new Set(rowsOfLine(line).flatMap((row) => column.unit?.(row) ?? []))
}

/**
 * Returns the mean of a group and its spread, `null` for words, for numbers of several units, and
 * where no seed has a finite value. The runs of one seed are one value, their mean.
 */
export function groupStat(column: SummaryColumn, line: GroupLine): GroupStat | null {
  const { replicates } = line
  if (column.isText || unitsOf(column, line).size > 1) return null
  const values = replicates.flatMap((members) => {
    const finite = members.map(column.value).filter(isFiniteNumber)
    return finite.length === 0 ? [] : mean(finite)
  })
  if (values.length === 0) return null
  const sd = values.length > 1 ? Math.sqrt(variance(values)) : null
  return { mean: mean(values), sd, n: values.length, total: replicates.length }
}

function isFiniteNumber(value: ColumnValue): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
