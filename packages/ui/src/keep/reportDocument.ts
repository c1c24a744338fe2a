import {
  diffParams,
  type TextCell,
  type Objective,
  type ParamRow,
  type ParamValue,
  type Recommendation,
  type Run,
} from '@runoff/core'
import type { Formatters } from '../format/formatters.ts'
import type { FormatMessages } from '../format/formatMessages.ts'
import { visibleText } from '../format/visibleText.ts'
import { largeGap } from '../table/summaryMark.ts'
import { answerBlocks, type AnswerTexts } from './answerBlocks.ts'
import type { ReportLimits, ReportMessages } from './reportMessages.ts'

/** A text that may be the best of its column, or a number that is written with the report. */
export type ReportCell = TextCell | { readonly text: string; readonly isBest: boolean }

export interface ReportTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ReportCell[])[]
  /** What must be said beside it. */
  readonly notes?: readonly string[]
}

/** A chart of a report, as an SVG that stands alone. */
export interface ReportChart {
  readonly title: string
  readonly svg: string
}

/** A part of a report. Names within texts stand between U+2068 and U+2069. */
export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isLead?: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly ReportFact[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      /** Whether the heading above has said what it is. */
      readonly isHeaded: boolean
      readonly table: ReportTable
    }
  | { readonly kind: 'charts'; readonly charts: readonly ReportChart[] }

export interface ReportFact {
  readonly term: string
  readonly text: string
}

/** A report before it is written in some format. */
export interface ReportDocument {
  readonly title: string
  readonly blocks: readonly ReportBlock[]
}

/** What a report is made of. */
export interface ReportInput {
  readonly title: string
  /** The id of the source that the runs came from. */
  readonly sourceId: string
  /** Unix time in milliseconds. */
  readonly madeAtMs: number
  readonly version: string
  readonly objective: Objective
  /** The compared runs. */
  readonly runs: readonly Run[]
  readonly recommendation: Recommendation | null
  /** The answer in the words of the page; `null` where there is none. */
  readonly answer: AnswerTexts | null
  /** The summary of the runs. */
  readonly table: ReportTable
  readonly charts: readonly ReportChart[]
  /** What was odd about the data, or could not be read. */
  readonly remarks: readonly string[]
  readonly nameOf: (run: Run) => string
  readonly messages: ReportMessages
  readonly format: FormatMessages
  readonly formatters: Formatters
}

/** Returns the parts of a report, in the order in which they are read. */
export function reportDocument(input: ReportInput): ReportDocument {
  const { title, sourceId, madeAtMs, version, messages, formatters, table, charts } = input
  const made = messages.made(formatters.dateTime(madeAtMs), visibleText(sourceId), version)
  return {
    title: visibleText(title),
    blocks: [
      { kind: 'paragraph', text: made },
      ...answerBlocks(input.answer, messages),
      ...headedTable(messages.numbers, table),
      ...paramBlocks(input),
      heading(messages.charts),
      charts.length === 0
        ? { kind: 'paragraph', text: messages.noCharts }
        : { kind: 'charts', charts },
      ...originBlocks(input),
      ...remarkBlocks(input),
    ],
  }
}

function heading(text: string, level: 2 | 3 = 2): ReportBlock {
  return { kind: 'heading', level, text }
}

function paramBlocks({ runs, nameOf, messages, formatters }: ReportInput): readonly ReportBlock[] {
  const { different, same } = diffParams(runs)
  if (different.length + same.length === 0) {
    return [heading(messages.params), { kind: 'paragraph', text: messages.noParams }]
  }
  const differentRows = different.map(({ name, values }) => [
    visibleText(name),
    ...runs.map((run) => paramCell(values, run, formatters)),
  ])
  const columns = [messages.parameter, ...runs.map(nameOf)]
  const sameRows = same.map(({ name, values }) => [
    visibleText(name),
    paramText(values.values().next().value ?? null, formatters),
  ])
  return [
    heading(messages.params),
    ...tableBlock(messages.different, { columns, rows: differentRows }),
    ...tableBlock(messages.same, { columns: [messages.parameter, messages.value], rows: sameRows }),
  ]
}

function headedTable(caption: string, table: ReportTable): readonly ReportBlock[] {
  return [heading(caption), ...tableBlock(caption, table, true)]
}

function tableBlock(caption: string, table: ReportTable, isHeaded = false): readonly ReportBlock[] {
  if (table.rows.length === 0) return []
  const notes = (table.notes ?? []).map((text) => ({ kind: 'paragraph' as const, text }))
  return [{ kind: 'table', caption, isHeaded, table }, ...notes]
}

function paramCell(values: ParamRow['values'], run: Run, formatters: Formatters): TextCell {
  return values.has(run.id) ? paramText(values.get(run.id) ?? null, formatters) : null
}

/** With all digits: parameters are what somebody set. */
function paramText(value: ParamValue, { full }: Formatters): string {
  return typeof value === 'number' ? full(value) : visibleText(String(value))
}

/** What each number was computed from. */
function originBlocks(input: ReportInput): readonly ReportBlock[] {
  const { runs, objective, messages, nameOf, format, recommendation } = input
  const metrics = new Set([objective.metric, 'train/loss'])
  const rows = runs.flatMap((run) => {
    const named = [nameOf(run), visibleText(run.id), format.statuses[run.status]]
    return [...metrics].flatMap((metric) => {
      const summary = run.metrics.get(metric)
      if (summary === undefined) return []
      return [[...named, visibleText(metric), summary.count, messages.bases[summary.basis]]]
    })
  })
  const { run, runId, status, metric, points, basis } = messages
  const table = { columns: [run, runId, status, metric, points, basis], rows }
  return [
    ...headedTable(messages.origin, table),
    { kind: 'paragraph', text: messages.originNote },
    ...(recommendation === null || input.answer === null
      ? []
      : [{ kind: 'paragraph' as const, text: input.answer.policy }]),
    { kind: 'paragraph', text: messages.thresholds(limitsText(input.formatters)) },
  ]
}

/** As `deltaFromBest` and the summary table have them. */
function limitsText({ markedPercent, full }: Formatters): ReportLimits {
  return {
    slight: markedPercent('5'),
    moderate: markedPercent('10'),
    severe: markedPercent('25'),
    gap: full(largeGap),
  }
}

const mostRemarks = 100

function remarkBlocks({ remarks, messages, formatters }: ReportInput): readonly ReportBlock[] {
  if (remarks.length === 0) return []
  const left = remarks.length - mostRemarks
  return [
    heading(messages.remarks),
    {
      kind: 'list',
      items: [
        ...remarks.slice(0, mostRemarks).map(visibleText),
        ...(left > 0 ? [messages.notListed(formatters.count(left))] : []),
      ],
    },
  ]
}
