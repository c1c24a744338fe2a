import type { Objective } from '@runoff/core'
import type { FormatMessages } from '../format/formatMessages.ts'
import { createFormatters, type Formatters } from '../format/formatters.ts'
import { formatParam } from '../params/formatParam.ts'
import type { TableMessages } from './messages.ts'
import { bestText, boundOf, boundText, withBound } from './boundText.ts'
import { plusMinus } from './plusMinus.ts'
import { reduceMetric } from './reduceMetric.ts'
import type { SummaryColumn, SummaryColumnId } from './summaryColumns.ts'
import { groupStat, lineValue, type GroupLine, type SummaryLine } from './summaryLines.ts'
import type { EpochCount, SummaryRow } from './summaryRow.ts'

/** What a cell shows, and the whole of what that stands for. */
export interface CellText {
  readonly text: string
  readonly full: string
}

/** What the words of a cell depend on beside the line. */
export interface CellContext {
  readonly objective: Objective
  readonly messages: TableMessages
  readonly format: FormatMessages
  readonly formatters: Formatters
}

/** The catalogues that the table takes its words from. */
export interface SummaryCatalogue {
  readonly table: TableMessages
  readonly format: FormatMessages
}

/** Returns what the words of cells are written with. */
export function cellContext(
  { table: messages, format }: SummaryCatalogue,
  objective: Objective,
): CellContext {
  return { objective, messages, format, formatters: createFormatters(format) }
}

/** Returns what the cell of a line and a column says, `null` where there is no value. */
export function summaryText(
  column: SummaryColumn,
  line: SummaryLine,
  context: CellContext,
): CellText | null {
  return line.kind === 'run' ? rowText(column, line.row, context) : groupText(column, line, context)
}

/** Seeds that say the same say it once; others have a mean and its spread, and words are counted. */
function groupText(column: SummaryColumn, line: GroupLine, context: CellContext): CellText | null {
  if (column.id === 'run') return same(line.name)
  const texts = line.rows.map((row) => rowText(column, row, context))
  const shown = new Set(texts.map((text) => text?.full ?? null))
  if (shown.size === 1) return texts[0] ?? null
  const stat = groupStat(column, line)
  const { messages, formatters } = context
  if (stat === null) return wordsText(column, line, context)
  const write = numberWriter(column, line.rows, context)
  const { text, full } = plusMinus(stat, write, formatters)
  const seeds = { n: stat.n, total: stat.total }
  const whole = {
    text: stat.n === stat.total ? text : messages.ofSeeds(text, seeds, formatters.count),
    full: stat.sd === null ? full : messages.meanOfSeeds(full, seeds, formatters.count),
  }
  // Where one of the values is only a bound, so is their mean.
  const bounds = line.rows.flatMap((row) => boundOf(column, row, context) ?? [])
  return withBound(whole, bounds[0] ?? null, messages)
}

/** What has no mean: the one text that some of the seeds have, or how many texts there are. */
function wordsText(column: SummaryColumn, line: GroupLine, context: CellContext): CellText | null {
  const { messages, formatters } = context
  const perSeed = line.replicates.map((members) =>
    members.flatMap((row) => rowText(column, row, context) ?? []),
  )
  const texts = new Map(perSeed.flat().map((text) => [text.full, text]))
  const [first] = texts.values()
  if (first === undefined) return null
  if (texts.size > 1) {
    const text = messages.severalValues(texts.size, formatters.count)
    return { text, full: formatters.join([...texts.keys()]) }
  }
  const seeds = { n: perSeed.filter((own) => own.length > 0).length, total: perSeed.length }
  if (seeds.n === seeds.total) return first
  const { text, full } = first
  return {
    text: messages.ofSeeds(text, seeds, formatters.count),
    full: messages.ofSeeds(full, seeds, formatters.count),
  }
}

function rowText(column: SummaryColumn, row: SummaryRow, context: CellContext): CellText | null {
  const { source } = column
  switch (source.kind) {
    case 'fixed':
      return fixedText(source.id, column, row, context)
    case 'metric': {
      const { metric, reducer } = source
      const reduced = reduceMetric(row.run, metric, reducer, context.objective)
      if (reduced.missing !== null) return null
      const { value, bound, isLastOnly } = reduced
      return boundText({ value, bound, isLastOnly }, context, numberWriter(column, [row], context))
    }
    default:
      return valueText(column, row, context)
  }
}

function fixedText(
  id: SummaryColumnId,
  column: SummaryColumn,
  row: SummaryRow,
  context: CellContext,
): CellText | null {
  const { messages, objective, format } = context
  switch (id) {
    case 'run':
      return same(row.run.name)
    case 'model':
      return row.model === null ? null : { text: row.model, full: row.run.model ?? row.model }
    case 'status':
      return same(format.statuses[row.run.status])
    case 'isBest':
      return row.isBest ? same(messages.best) : null
    case 'best':
      return bestText(row.best, objective.goal, context)
    case 'evalLoss':
    case 'perplexity':
      return bestText(row[id], 'min', context)
    case 'epochs':
      return epochsText(row.epochs, context)
    case 'bestEpoch':
      return epochsText(row.bestEpoch, context)
    default:
      return valueText(column, row, context)
  }
}

function valueText(column: SummaryColumn, row: SummaryRow, context: CellContext): CellText | null {
  const value = column.value(row)
  if (value === null) return null
  if (typeof value === 'string') return same(value)
  return {
    text: numberWriter(column, [row], context)(value),
    full: fullNumber(column, row, value, context),
  }
}

function fullNumber(
  { id }: SummaryColumn,
  { speed }: SummaryRow,
  value: number,
  { messages, formatters }: CellContext,
): string {
  if (isTime(id)) return messages.seconds(formatters.full(value / 1000))
  const text = formatters.full(value)
  return id === 'speed' && speed !== null ? messages.perSecond(text, speed.unit) : text
}

function isTime(id: string): boolean {
  return id === 'duration' || id === 'trainingTime'
}

/** Returns what writes the numbers of a column, those of a speed in the unit of some rows. */
export function numberWriter(
  { id, source }: SummaryColumn,
  rows: readonly SummaryRow[],
  { formatters, messages }: CellContext,
): (value: number) => string {
  if (source.kind === 'param') return (value) => formatParam(value, formatters)
  if (source.kind === 'metric') {
    return source.metric === 'learning_rate' ? formatters.learningRate : formatters.metric
  }
  const unit = rows.find(({ speed }) => speed !== null)?.speed?.unit
  switch (id) {
    case 'learningRate':
      return formatters.learningRate
    case 'batchSize':
    case 'convergence':
      return formatters.count
    case 'duration':
    case 'trainingTime':
      return formatters.duration
    case 'epochs':
    case 'bestEpoch':
      return (value) => formatters.marked(epochNumber(value))
    case 'speed':
      return (value) =>
        unit === undefined
          ? formatters.metric(value)
          : messages.perSecond(formatters.metric(value), unit)
    default:
      return formatters.metric
  }
}

function epochsText(epochs: EpochCount | null, { formatters }: CellContext): CellText | null {
  if (epochs === null) return null
  const total = epochs.total === null ? '' : `/${formatters.full(epochs.total)}`
  return {
    text: `${formatters.marked(epochNumber(epochs.done))}${total}`,
    full: `${formatters.full(epochs.done)}${total}`,
  }
}

function epochNumber(epochs: number): string {
  return String(Number(epochs.toFixed(2)))
}

/** Returns why a cell has no value, as far as that is known. */
export function missingText(
  { id, source }: SummaryColumn,
  line: SummaryLine,
  { messages, objective }: CellContext,
): string {
  const { missing } = messages
  if (source.kind === 'param') return missing.param
  if (line.kind === 'group') return missing.group
  if (source.kind === 'metric') {
    const reduced = reduceMetric(line.row.run, source.metric, source.reducer, objective)
    return reduced.missing === null ? messages.noValue : missing.metric[reduced.missing]
  }
  return id === 'isBest' ? missing.notBest : messages.noValue
}

/** Returns the value of a cell as a file holds it: a number in the unit of its column, or text. */
export function fullValue(
  column: SummaryColumn,
  line: SummaryLine,
  context: CellContext,
): number | string | null {
  const value = lineValue(column, line)
  if (typeof value === 'number' && !column.isText && column.id !== 'speed') {
    return isTime(column.id) ? value / 1000 : value
  }
  return summaryText(column, line, context)?.full ?? null
}

function same(text: string): CellText {
  return { text, full: text }
}
