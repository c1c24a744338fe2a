import type {
  DeltaNoise,
  Objective,
  Run,
  TableSorting,
  TableView,
  VerdictEvidence,
} from '@runoff/core'
import { runsWithRepeatedName } from '../picker/runNames.ts'
import { noiseBeside } from '../recommendation/noiseBeside.ts'
import { shownColumns } from './availableColumns.ts'
import { deltaWords } from './deltaWords.ts'
import type { Extremes } from './extremes.ts'
import { sortSummary } from './sortSummary.ts'
import { columnOf, type SummaryColumn } from './summaryColumns.ts'
import {
  groupedLines,
  lineValue,
  rowsOfLine,
  runLine,
  runLines,
  type SummaryLine,
} from './summaryLines.ts'
import { columnExtremes, summaryMark, type SummaryMark } from './summaryMark.ts'
import type { SummaryRow } from './summaryRow.ts'
import {
  cellContext,
  missingText,
  numberWriter,
  summaryText,
  type CellContext,
  type CellText,
  type SummaryCatalogue,
} from './summaryText.ts'

export interface SummaryModelOptions {
  readonly objective: Objective
  readonly view: TableView
  readonly catalogue: SummaryCatalogue
  /** What is known of the noise. */
  readonly evidence?: VerdictEvidence | null
  /** The keys of the configurations whose runs are shown. */
  readonly openGroups?: ReadonlySet<string>
}

/** Everything that one cell says. */
export interface SummaryCellModel {
  readonly content: CellText | null
  /** Why there is no content. */
  readonly missing: string
  readonly mark: SummaryMark
  /** How far it lies from the baseline, in words. */
  readonly delta: string | null
  /** Whether that stands in the cell, and not only beside its full value. */
  readonly isDeltaShown: boolean
}

/** The table as it is shown, without a way to show it. */
export interface SummaryModel {
  readonly objective: Objective
  readonly context: CellContext
  readonly rows: readonly SummaryRow[]
  /** From left to right; the first is the run. */
  readonly columns: readonly SummaryColumn[]
  /** From top to bottom, the runs of open configurations among them. */
  readonly lines: readonly SummaryLine[]
  /** As the lines are sorted: never none. */
  readonly sorting: readonly TableSorting[]
  /** What deltas are taken from. */
  readonly baseline: SummaryLine | null
  /** Whether someone chose it. */
  readonly isBaselineChosen: boolean
  /** The runs whose names look like that of another one. */
  readonly repeated: ReadonlySet<Run>
  readonly cellOf: (line: SummaryLine, column: SummaryColumn) => SummaryCellModel
}

const noGroups: ReadonlySet<string> = new Set()

/** Returns the table of some rows, as a view wants it. */
export function summaryModel(
  rows: readonly SummaryRow[],
  options: SummaryModelOptions,
): SummaryModel {
  const { objective, view, catalogue, openGroups = noGroups } = options
  const columns = shownColumns(view, rows, objective)
  const lines = view.isGrouped ? groupedLines(rows) : runLines(rows)
  const sorting = sortingOf(view, objective)
  const columnById = (id: string): SummaryColumn | null =>
    columns.find((column) => column.id === id) ?? columnOf(id, objective, rows)
  const sorted = sortSummary(lines, sorting, columnById)
  const best = columnOf('best', objective, rows)
  const found = columnExtremes(best === null ? columns : [...columns, best], sorted)
  const chosen = rows.find(({ run }) => run.id === view.baselineId)
  const baseline =
    chosen === undefined ? bestLine(sorted, best, found.get('best') ?? null) : runLine(chosen, null)
  const context = cellContext(catalogue, objective)
  const isBaselineChosen = chosen !== undefined
  const noiseOf = noiseBesideBaseline(sorted, baseline, options)
  return {
    objective,
    context,
    rows,
    columns,
    lines: sorted.flatMap((line) =>
      withSeeds(line, openGroups, (members) => sortSummary(members, sorting, columnById)),
    ),
    sorting,
    baseline,
    isBaselineChosen,
    repeated: runsWithRepeatedName(rows.map(({ run }) => run)),
    cellOf: (line, column) => {
      const mark = summaryMark(column, line, {
        found: found.get(column.id) ?? null,
        objective,
        baseline,
        noise: column.id === 'best' ? noiseOf(line) : null,
      })
      return cellModel(line, column, { mark, context, isBaselineChosen })
    },
  }
}

/** Until someone sorts, the best run comes first. */
function sortingOf(
  { sorting }: Pick<TableView, 'sorting'>,
  { goal }: Objective,
): readonly TableSorting[] {
  return sorting.length > 0 ? sorting : [{ column: 'best', isDescending: goal === 'max' }]
}

function bestLine(
  lines: readonly SummaryLine[],
  best: SummaryColumn | null,
  found: Extremes | null,
): SummaryLine | null {
  if (best === null || found === null) return null
  return lines.find((line) => lineValue(best, line) === found.best) ?? null
}

function withSeeds(
  line: SummaryLine,
  openGroups: ReadonlySet<string>,
  sort: (members: readonly SummaryLine[]) => readonly SummaryLine[],
): readonly SummaryLine[] {
  if (line.kind === 'run' || !openGroups.has(line.key)) return [line]
  return [line, ...sort(line.rows.map((row) => runLine(row, line.key)))]
}

/** What chance does to the difference of a line to the baseline, where the page knows it. */
function noiseBesideBaseline(
  lines: readonly SummaryLine[],
  baseline: SummaryLine | null,
  { evidence = null }: SummaryModelOptions,
): (line: SummaryLine) => DeltaNoise | null {
  if (evidence === null || baseline === null) return () => null
  const [base] = rowsOfLine(baseline)
  const tied = lines.flatMap(rowsOfLine).filter((row) => row.best?.value === base?.best?.value)
  const best = [...rowsOfLine(baseline), ...tied].map(({ run }) => run)
  return (line) => {
    const [first] = rowsOfLine(line)
    return first === undefined ? null : noiseBeside(best, first.run, evidence)
  }
}

interface CellModelContext {
  readonly mark: SummaryMark
  readonly context: CellContext
  readonly isBaselineChosen: boolean
}

/** Beside the best run a difference is a badge of the objective's column; beside a chosen one, of all. */
function cellModel(
  line: SummaryLine,
  column: SummaryColumn,
  { mark, context, isBaselineChosen }: CellModelContext,
): SummaryCellModel {
  const { delta } = mark
  const write = numberWriter(column, rowsOfLine(line), context)
  const isBadge = delta !== null && column.id === 'best' && delta.severity !== 'none'
  return {
    content: summaryText(column, line, context),
    missing: missingText(column, line, context),
    mark,
    delta: delta === null ? null : deltaWords(delta, { ...context, write }),
    isDeltaShown: delta !== null && (isBaselineChosen || isBadge),
  }
}
