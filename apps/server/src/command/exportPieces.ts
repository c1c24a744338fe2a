import { pathToFileURL } from 'node:url'
import {
  defaultComparisonView,
  goalOf,
  RunoffError,
  runToJson,
  seriesToJson,
  toCsv,
  type MetricSeries,
  type Notice,
  type Run,
  type TextCell,
} from '@runoff/core'
import type { RunSource, SeriesResult } from '@runoff/sources'
import { snapshotPieces } from '@runoff/sources/snapshot'
import type { ExportFormat } from './commandNames.ts'
import { stepRows } from './stepRows.ts'
import { snapshotFrame, type SnapshotApp } from './snapshotFrame.ts'

export interface ExportInput {
  readonly source: RunSource
  readonly runs: readonly Run[]
  readonly notices: readonly Notice[]
  /** What a snapshot compares its runs by. */
  readonly objectiveMetric: string
  /** Unix time in milliseconds. */
  readonly createdAtMs: number
  /** The path of the module with the page that goes into a snapshot. */
  readonly snapshotApp: string
  readonly signal: AbortSignal
  /** Told how much is done, 0 to 1. */
  readonly onProgress: (share: number) => void
}

/** Returns runs with all their points as text, in pieces of a series or a run. */
export function exportPieces(format: ExportFormat, input: ExportInput): AsyncIterable<string> {
  switch (format) {
    case 'csv':
      return csvPieces(input)
    case 'json':
      return jsonPieces(input)
    case 'jsonl':
      return jsonLines(input)
    case 'html':
      return htmlPieces(input)
    default:
      return format satisfies never
  }
}

const columns = ['run', 'metric', 'step', 'step_unit', 'epoch', 'time_ms', 'value']

/** A line for each point: what cannot be read is left out, and said above the table. */
async function* csvPieces(input: ExportInput): AsyncGenerator<string> {
  const preamble = [`Exported by Runoff at ${new Date(input.createdAtMs).toISOString()}.`]
  const head = toCsv({ columns, rows: [] })
  yield toCsv({ columns, rows: [] }, { preamble })
  for await (const { name, results } of readRuns(input)) {
    for (const { request, series } of results) {
      if (series === null) continue
      const rows = pointRows(series, [name, request.metric])
      yield toCsv({ columns, rows }).slice(head.length)
    }
  }
}

function* pointRows(
  { steps, values, epochs, timesMs, stepUnit = 'step' }: MetricSeries,
  named: readonly string[],
): Generator<readonly TextCell[]> {
  for (let i = 0; i < steps.length; i++) {
    yield [...named, steps[i], stepUnit, known(epochs?.[i]), known(timesMs?.[i]), values[i]]
  }
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}

/** A line for each step of a run, with all metrics logged at it: Runoff reads it back. */
async function* jsonLines(input: ExportInput): AsyncGenerator<string> {
  for await (const { name, results } of readRuns(input)) {
    const series = results.flatMap(({ request, series }) =>
      series === null ? [] : [[request.metric, series] as const],
    )
    yield stepRows(name, series)
      .map((row) => `${JSON.stringify(row)}\n`)
      .join('')
  }
}

async function* jsonPieces(input: ExportInput): AsyncGenerator<string> {
  const head = {
    format: 'runoff-runs',
    version: 1,
    exportedAt: new Date(input.createdAtMs).toISOString(),
    notices: input.notices,
  }
  yield `${JSON.stringify(head).slice(0, -1)},"runs":[`
  let separator = '\n'
  for await (const { run, results } of readRuns(input)) {
    const series = results.map(({ request: { metric }, series, error }) =>
      series === null ? { metric, error: error.message } : { metric, ...seriesToJson(series) },
    )
    yield `${separator}${JSON.stringify({ ...runToJson(run), series })}`
    separator = ',\n'
  }
  yield '\n]}\n'
}

async function* htmlPieces(input: ExportInput): AsyncGenerator<string> {
  const app = await loadSnapshotApp(input.snapshotApp)
  const { runs, objectiveMetric: metric, createdAtMs } = input
  const results: SeriesResult[] = []
  for await (const read of readRuns(input)) results.push(...read.results)
  const title = `Runoff: ${runs.length} ${runs.length === 1 ? 'run' : 'runs'}`
  const { before, after } = snapshotFrame(title, app)
  yield before
  yield* snapshotPieces({
    createdAtMs,
    objective: { metric, goal: goalOf(metric)?.goal ?? 'min' },
    policy: 'composite',
    view: defaultComparisonView,
    runs,
    withoutSeries: [],
    series: results.flatMap(({ request: { runId, metric }, ...result }) =>
      result.series === null
        ? []
        : [{ runId, metric, series: result.series, notices: result.notices ?? [] }],
    ),
    failures: results.flatMap(({ request: { runId, metric }, error }) =>
      error === null ? [] : [{ runId, metric, message: error.message }],
    ),
  })
  yield after
}

async function loadSnapshotApp(path: string): Promise<SnapshotApp> {
  try {
    return (await import(pathToFileURL(path).href)) as SnapshotApp
  } catch (cause) {
    throw new RunoffError(
      'not-found',
      'The page of snapshots is not built yet: run "npm run build" in the project of Runoff.',
      { cause },
    )
  }
}

interface ReadRun {
  readonly run: Run
  /** As no other run is called. */
  readonly name: string
  readonly results: readonly SeriesResult[]
}

async function* readRuns({
  source,
  runs,
  signal,
  onProgress,
}: ExportInput): AsyncGenerator<ReadRun> {
  const counts = new Map<string, number>()
  for (const { name } of runs) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const [place, run] of runs.entries()) {
    signal.throwIfAborted()
    onProgress(place / runs.length)
    const requests = Array.from(run.metrics.keys(), (metric) => ({ runId: run.id, metric }))
    const results = await source.readSeries(requests, { signal })
    const name = counts.get(run.name) === 1 ? run.name : `${run.name} (${run.id})`
    yield { run, name, results }
  }
  onProgress(1)
}
