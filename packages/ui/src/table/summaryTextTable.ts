import {
  completeTableView,
  type TextCell,
  type Objective,
  type Run,
  type TableView,
  type VerdictEvidence,
} from '@runoff/core'
import { noValue } from '../format/formatNumber.ts'
import { visibleText } from '../format/visibleText.ts'
import { runName } from '../picker/runNames.ts'
import { columnLabel } from './columnLabel.ts'
import type { SummaryColumn } from './summaryColumns.ts'
import { groupStat, type SummaryLine } from './summaryLines.ts'
import { summaryModel, type SummaryModel } from './summaryModel.ts'
import { summaryRows } from './summaryRow.ts'
import { fullValue, type SummaryCatalogue } from './summaryText.ts'

/** A cell as the table shows it. */
export interface SummaryTextCell {
  readonly text: string
  /** Whether it is the best of its column, or ties with it. */
  readonly isBest: boolean
}

/** The summary table as plain cells, for files and reports. */
export interface SummaryTextTable {
  readonly title: string
  /** As people see it: rounded, with units, and with differences in words. */
  readonly shown: {
    readonly columns: readonly string[]
    readonly rows: readonly (readonly SummaryTextCell[])[]
  }
  /** With all digits; times are in seconds, and a mean of seeds has its spread in a column of its own. */
  readonly full: {
    readonly columns: readonly string[]
    readonly rows: readonly (readonly TextCell[])[]
  }
  /** What must be said beside the shown cells, such as what `±` is. */
  readonly notes: readonly string[]
}

export interface SummaryTextOptions {
  readonly objective: Objective
  /** What is shown, in which order; what is left out is as in `defaultTableView`. */
  readonly view?: Partial<TableView>
  /** The words, as `useMessages()` returns them. */
  readonly catalogue: SummaryCatalogue
  readonly evidence?: VerdictEvidence | null
  readonly openGroups?: ReadonlySet<string>
}

/** Returns the summary table of some runs as plain cells: the shown columns, in their order, sorted. */
export function summaryTextTable(
  runs: readonly Run[],
  { objective, view, ...options }: SummaryTextOptions,
): SummaryTextTable {
  const whole = completeTableView(view)
  const model = summaryModel(summaryRows(runs, objective), { ...options, objective, view: whole })
  return textTableOf(model, whole)
}

/** The same of a table that is there already. */
export function textTableOf(
  model: SummaryModel,
  { isTransposed }: Pick<TableView, 'isTransposed'>,
): SummaryTextTable {
  const { messages } = model.context
  const hasSpread = model.lines.some(({ kind }) => kind === 'group')
  const shown = shownTable(model)
  return {
    title: messages.summary,
    shown: isTransposed ? transposed(shown) : shown,
    full: fullTable(model, hasSpread),
    notes: hasSpread ? [messages.spreadNote] : [],
  }
}

function shownTable(model: SummaryModel): SummaryTextTable['shown'] {
  const { columns, lines } = model
  return {
    columns: columns.map((column) => labelOf(column, model)),
    rows: lines.map((line) => columns.map((column) => shownCell(line, column, model))),
  }
}

function shownCell(line: SummaryLine, column: SummaryColumn, model: SummaryModel): SummaryTextCell {
  if (column.id === 'run') return { text: lineName(line, model), isBest: false }
  const { content, mark, delta, isDeltaShown } = model.cellOf(line, column)
  const { messages, format, formatters } = model.context
  const notes = [
    mark.endedIn === null ? null : format.endedIn(formatters.metric(mark.endedIn)),
    mark.isLastOnly ? messages.lastOnly : null,
    isDeltaShown ? delta : null,
  ].filter((note) => note !== null)
  const value = content === null ? noValue : visibleText(content.text)
  const text = notes.length === 0 ? value : formatters.aside(value, formatters.join(notes))
  return { text, isBest: mark.standing === 'best' }
}

/** Returns what a line is called: with the id of a run whose name another one has as well. */
export function lineName(line: SummaryLine, { repeated, context }: SummaryModel): string {
  const { messages, formatters } = context
  if (line.kind === 'group')
    return formatters.aside(
      visibleText(line.name),
      messages.seeds(line.replicates.length, formatters.count),
    )
  const { run } = line.row
  const name = visibleText(runName(run) ?? messages.run)
  return repeated.has(run) ? formatters.aside(name, visibleText(run.id)) : name
}

function labelOf(column: SummaryColumn, { context }: SummaryModel): string {
  return columnLabel(column, context)
}

function transposed({ columns, rows }: SummaryTextTable['shown']): SummaryTextTable['shown'] {
  const [corner = '', ...labels] = columns
  return {
    columns: [corner, ...rows.map(([name]) => name?.text ?? '')],
    rows: labels.map((label, place) => [
      { text: label, isBest: false },
      ...rows.map((cells) => cells[place + 1] ?? { text: noValue, isBest: false }),
    ]),
  }
}

/** One row for each line: a reader of files wants a run to a row, whichever way it is shown. */
function fullTable(model: SummaryModel, hasSpread: boolean): SummaryTextTable['full'] {
  const { columns, lines, context } = model
  const { messages } = context
  const fields = columns.flatMap((column): readonly Field[] => {
    const label = fullLabel(column, model)
    const value: Field = {
      label,
      cell: (line) => (column.id === 'run' ? plainName(line) : fullValue(column, line, context)),
    }
    if (!hasSpread || column.isText) return [value]
    const isTime = column.id === 'duration' || column.id === 'trainingTime'
    return [
      value,
      {
        label: messages.spreadOf(label),
        cell: (line) => {
          const sd = line.kind === 'group' ? (groupStat(column, line)?.sd ?? null) : null
          return sd !== null && isTime ? sd / 1000 : sd
        },
      },
    ]
  })
  const all = hasSpread ? [...fields, { label: messages.seedCount, cell: seedsOf }] : fields
  return {
    columns: all.map(({ label }) => label),
    rows: lines.map((line) => all.map(({ cell }) => cell(line))),
  }
}

interface Field {
  readonly label: string
  readonly cell: (line: SummaryLine) => TextCell
}

function plainName(line: SummaryLine): string {
  return line.kind === 'run' ? line.row.run.name : line.name
}

function seedsOf(line: SummaryLine): number {
  return line.kind === 'run' ? 1 : line.replicates.length
}

function fullLabel(column: SummaryColumn, model: SummaryModel): string {
  const label = labelOf(column, model)
  const isTime = column.id === 'duration' || column.id === 'trainingTime'
  return isTime ? model.context.messages.inSeconds(label) : label
}
