import type { MetricSeries, Objective, Run, ToolbarAxis, ComparisonView } from '@runoff/core'
import type { SeriesResult } from '@runoff/sources'
import type { ChartWords } from '../charts/chartWords.ts'
import type { ExportLooks, ExportRequest } from '../charts/export/exportRequest.ts'
import { svgWork } from '../charts/export/chartSvg.ts'
import { inSlices } from '../charts/export/inSlices.ts'
import { metricLook } from '../charts/metricLook.ts'
import { chartModel } from '../charts/model/chartModel.ts'
import { linesOf, type ChartLine } from '../charts/model/chartLine.ts'
import { metricChoices } from '../comparison/metricChoices.ts'
import type { FormatMessages } from '../format/formatMessages.ts'
import type { RunStyles } from '../style/RunStylesProvider.tsx'
import type { ReportChart } from './reportDocument.ts'

/** More than this nobody reads in one report. */
const mostCharts = 12
const size = { width: 760, height: 300 } as const
const losses = ['train/loss', 'eval/loss'] as const

/** Returns the metrics that have a curve in a report: those that have one on the page. */
export function reportMetrics(
  runs: readonly Run[],
  objective: Objective,
  view: Pick<ComparisonView, 'metrics'>,
): readonly string[] {
  const { atFirst, all } = metricChoices(runs, objective)
  const beside = view.metrics?.filter((metric) => all.includes(metric)) ?? atFirst
  return [...new Set([...losses, objective.metric, ...beside])].slice(0, mostCharts + 1)
}

export interface ReportChartsInput extends ChartWords {
  readonly runs: readonly Run[]
  readonly results: readonly SeriesResult[]
  readonly metrics: readonly string[]
  readonly settings: ComparisonView['chartSettings']
  readonly styles: RunStyles
  readonly looks: ExportLooks
  readonly format: FormatMessages
  readonly madeAtMs: number
  readonly signal?: AbortSignal | undefined
}

/** Returns the curves of a report, painted as an exported chart is: the losses in one picture first. */
export async function reportCharts(input: ReportChartsInput): Promise<readonly ReportChart[]> {
  const others = input.metrics.filter((metric) => !isLoss(metric))
  const planned = [
    { title: input.messages.loss, lines: lossLines(input) },
    ...others.map((metric) => ({
      title: metricLook(metric, input.format).title,
      lines: linesOf(seriesOf(input.results, metric), input.runs, { styles: input.styles }),
    })),
  ]
  const charts: ReportChart[] = []
  for (const { title, lines } of planned) {
    if (lines.length === 0) continue
    const { signal } = input
    // One after the other, so that the page stays responsive.
    // oxlint-disable-next-line no-await-in-loop
    const svg = await inSlices(
      () => svgWork(requestOf(input, title, lines)),
      signal === undefined ? {} : { signal },
    )
    charts.push({ title, svg })
  }
  return charts
}

function isLoss(metric: string): boolean {
  return losses.some((loss) => loss === metric)
}

/** Training solid and evaluation dashed, as in the chart of losses on the page. */
function lossLines({ results, runs, styles }: ReportChartsInput): readonly ChartLine[] {
  const train = linesOf(seriesOf(results, 'train/loss'), runs, { phase: 'train', styles })
  const evaluation = linesOf(seriesOf(results, 'eval/loss'), runs, { phase: 'eval', styles })
  const ofRun = new Map<string, readonly MetricSeries[]>()
  for (const { runId, series } of [...train, ...evaluation]) {
    ofRun.set(runId, [...(ofRun.get(runId) ?? []), series])
  }
  return [...train, ...evaluation].map((line) => ({
    ...line,
    ofRun: ofRun.get(line.runId) ?? line.ofRun,
  }))
}

function seriesOf(
  results: readonly SeriesResult[],
  metric: string,
): ReadonlyMap<string, MetricSeries> {
  const series = new Map<string, MetricSeries>()
  for (const { request, series: own } of results) {
    if (request.metric === metric && own !== null && own.steps.length > 0) {
      series.set(request.runId, own)
    }
  }
  return series
}

function requestOf(
  { settings, looks, madeAtMs, messages, formatters }: ReportChartsInput,
  title: string,
  lines: readonly ChartLine[],
): ExportRequest {
  const { xScale, yScale, yRange, smoothing } = settings
  const options = { xAxis: plainAxis(settings.xAxis), xScale, yScale, yRange, smoothing }
  const model = chartModel(lines, options)
  return {
    title,
    subject: title,
    model,
    ungrouped: model,
    shown: { domain: null, hiddenRunIds: new Set() },
    marks: new Map(),
    pending: { left: 0, all: lines.length },
    ...size,
    looks,
    messages,
    formatters,
    exportedAtMs: madeAtMs,
  }
}

/** A metric along x needs a series of its own for each run, which only the page has. */
function plainAxis(axis: ToolbarAxis): Exclude<ToolbarAxis, object> {
  return typeof axis === 'string' ? axis : 'step'
}
