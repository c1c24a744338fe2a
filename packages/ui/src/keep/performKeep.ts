import {
  toCsv,
  toJson,
  toLatex,
  toMarkdown,
  type PolicyName,
  type Run,
  type TextTableOptions,
} from '@runoff/core'
import type { SeriesResult } from '@runoff/sources'
import { runsOf } from '../recommendation/runsOf.ts'
import { summaryTextTable, type SummaryTextTable } from '../table/summaryTextTable.ts'
import { snapshotHtml } from '../snapshot/snapshotHtml.ts'
import { answerTexts } from './answerTexts.ts'
import type { KeepContext, KeepResult, KeepRun } from './keepContext.ts'
import { keepFileName, type KeepFileNameParts } from './keepFileName.ts'
import type { KeepKind, KeepMessages } from './messages.ts'
import { readAllSeries } from './readAllSeries.ts'
import { reportCharts, reportMetrics } from './reportCharts.ts'
import type { ReportChart, ReportInput } from './reportDocument.ts'
import { reportHtml } from './reportHtml.ts'
import { reportMarkdown } from './reportMarkdown.ts'
import { runsJson } from './runsJson.ts'
import { createFormatters } from '../format/formatters.ts'
import { seriesCsvPieces } from './seriesCsv.ts'
import { version } from './version.ts'

export type PerformKeep = typeof performKeep

/**
 * Makes what somebody wants to keep.
 *
 * Errors: rejects with the signal's own reason, and where nothing of it could be made.
 */
export async function performKeep(
  kind: KeepKind,
  context: KeepContext,
  run: KeepRun,
): Promise<KeepResult> {
  switch (kind) {
    case 'tableCsv':
      return file(context, 'csv', 'table', [toCsv(tableOf(context).full)])
    case 'tableJson':
      return file(context, 'json', 'table', [toJson(tableOf(context).full)])
    case 'tableMarkdown':
      return file(context, 'md', 'table', [markdownTable(context)])
    case 'tableLatex':
      return file(context, 'tex', 'table', [latexTable(context)])
    case 'copyMarkdown':
      return { kind: 'text', text: markdownTable(context) }
    case 'copyLatex':
      return { kind: 'text', text: latexTable(context) }
    case 'runsJson':
      return file(context, 'json', 'runs', [runsJson(context)])
    case 'seriesCsv':
      return seriesFile(context, run)
    case 'reportMarkdown':
      return file(context, 'md', 'report', [reportMarkdown(reportInput(context, {}))])
    case 'reportHtml':
      return reportFile(context, run)
    case 'snapshot':
      return snapshotFile(context, { runs: context.runs, others: otherJudged(context) }, run)
    case 'snapshotAll':
      return snapshotFile(context, { runs: context.listedRuns, others: [] }, run)
    default:
      return kind satisfies never
  }
}

function file(
  { title, catalogue, madeAtMs }: KeepContext,
  ending: KeepFileNameParts['ending'],
  part: keyof KeepMessages['files'],
  pieces: readonly (string | Blob)[],
  failures = 0,
): KeepResult {
  const name = keepFileName(title, { part: catalogue.keep.files[part], madeAtMs, ending })
  return { kind: 'file', name, failures, content: new Blob([...pieces], { type: types[ending] }) }
}

const types: Readonly<Record<KeepFileNameParts['ending'], string>> = {
  csv: 'text/csv',
  json: 'application/json',
  md: 'text/markdown',
  tex: 'application/x-tex',
  html: 'text/html',
}

function tableOf({
  runs,
  objective,
  view,
  catalogue,
  recommendation,
}: KeepContext): SummaryTextTable {
  return summaryTextTable(runs, {
    objective,
    view: view.table,
    catalogue,
    evidence: recommendation?.verdict.evidence ?? null,
  })
}

function markdownTable(context: KeepContext): string {
  const { shown } = tableOf(context)
  return toMarkdown(...shownTexts(shown))
}

function latexTable(context: KeepContext): string {
  const { shown } = tableOf(context)
  return toLatex(...shownTexts(shown, forLatex))
}

type ShownTable = SummaryTextTable['shown']

/** Returns a table of texts, of which the best of each column is in bold. */
function shownTexts(
  { columns, rows }: ShownTable,
  write: (text: string) => string = (text) => text,
): [{ columns: readonly string[]; rows: readonly (readonly string[])[] }, TextTableOptions] {
  return [
    { columns: columns.map(write), rows: rows.map((row) => row.map(({ text }) => write(text))) },
    { emphasized: (row, column) => rows[row]?.[column]?.isBest === true },
  ]
}

/** The usual engines of LaTeX do not know these without a package. */
function forLatex(text: string): string {
  return text.replaceAll('\u202F', '\u00A0').replaceAll('−', '-').replaceAll('∞', 'Infinity')
}

/** So many characters are written before the page is asked for its turn. */
const charactersAtOnce = 4_000_000

async function seriesFile(
  context: KeepContext,
  { signal, onProgress }: KeepRun,
): Promise<KeepResult> {
  const { source, runs, catalogue } = context
  const results = await readAllSeries(source, runs, {
    signal,
    onProgress: (share) => onProgress(share * 0.7),
  })
  const write = createFormatters(catalogue.format).count
  const pieces: Blob[] = []
  let texts: string[] = []
  let length = 0
  for (const piece of seriesCsvPieces(results, { runs, messages: catalogue.keep, write })) {
    texts.push(piece)
    length += piece.length
    if (length < charactersAtOnce) continue
    // As a blob they need half the memory, and the browser may put them aside.
    pieces.push(new Blob(texts))
    texts = []
    length = 0
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve))
    signal.throwIfAborted()
  }
  return file(context, 'csv', 'series', [...pieces, ...texts], failuresOf(results))
}

async function reportFile(context: KeepContext, run: KeepRun): Promise<KeepResult> {
  const { source, runs, objective, view } = context
  const metrics = reportMetrics(runs, objective, view)
  const results = await readAllSeries(source, runs, {
    signal: run.signal,
    onProgress: (share) => run.onProgress(share * 0.7),
    metrics,
  })
  const charts = await reportCharts({
    ...context.chartWords,
    runs,
    results,
    metrics,
    settings: view.chartSettings,
    styles: context.styles,
    looks: context.readLooks(),
    format: context.catalogue.format,
    madeAtMs: context.madeAtMs,
    signal: run.signal,
  })
  const input = reportInput(context, { charts, remarks: remarksOf(results, context) })
  return file(context, 'html', 'report', [await reportHtml(input)], failuresOf(results))
}

function reportInput(
  context: KeepContext,
  { charts = [], remarks = [] }: { charts?: readonly ReportChart[]; remarks?: readonly string[] },
): ReportInput {
  const { title, source, madeAtMs, objective, runs, recommendation, catalogue, words, nameOf } =
    context
  const { shown, notes } = tableOf(context)
  const texts = { words, messages: catalogue.recommendation, format: catalogue.format }
  return {
    title,
    sourceId: source.id,
    madeAtMs,
    version,
    objective,
    runs,
    recommendation,
    answer: recommendation && answerTexts(recommendation, texts),
    table: { ...shown, notes },
    charts,
    remarks,
    nameOf,
    messages: catalogue.keep.report,
    format: catalogue.format,
    formatters: words.formatters,
  }
}

/** What was odd, or is missing, each said once. */
function remarksOf(
  results: readonly SeriesResult[],
  { runs, catalogue }: KeepContext,
): readonly string[] {
  const { join, labelled } = createFormatters(catalogue.format)
  const names = new Map(runs.map((run) => [run.id, run.name]))
  const remarks = results.flatMap((result) => {
    const { runId, metric } = result.request
    const name = names.get(runId) ?? runId
    if (result.error !== null) {
      return [catalogue.keep.missingSeries(name, metric, result.error.message)]
    }
    return (result.notices ?? []).map(({ message }) => labelled(join([name, metric]), message))
  })
  return [...new Set(remarks)]
}

async function snapshotFile(
  context: KeepContext,
  runs: { readonly runs: readonly Run[]; readonly others: readonly Run[] },
  run: KeepRun,
): Promise<KeepResult> {
  const { source, objective, view, title, catalogue, madeAtMs, loadSnapshotApp } = context
  const { file: content, snapshot } = await snapshotHtml({
    source,
    ...runs,
    objective,
    policy: policyOf(context),
    view,
    title,
    createdAtMs: madeAtMs,
    noScript: catalogue.keep.snapshotNoScript,
    loadApp: loadSnapshotApp,
    ...run,
  })
  return file(context, 'html', 'snapshot', [content], snapshot.failures.length)
}

/** More than these would be a file of runs that nobody looks at. */
const mostOthers = 1000

/** Where nothing is selected the answer is said of more runs than have curves on the page. */
function otherJudged({ runs, recommendation }: KeepContext): readonly Run[] {
  if (recommendation === null) return []
  const compared = new Set(runs.map(({ id }) => id))
  const others = runsOf(recommendation).filter(({ id }) => !compared.has(id))
  return others.length > mostOthers ? [] : others
}

const policies: readonly PolicyName[] = ['composite', 'bestValue', 'evidence']

function policyOf({ recommendation }: KeepContext): PolicyName | null {
  if (recommendation === null) return 'composite'
  return policies.find((name) => name === recommendation.policy) ?? null
}

function failuresOf(results: readonly SeriesResult[]): number {
  return results.filter(({ error }) => error !== null).length
}
