import {
  canonicalMetric,
  defineRun,
  summarizeSeries,
  type MetricSeries,
  type MetricSummary,
  type Notice,
  type Run,
} from '@runoff/core'
import { describeRun } from '../config/describeRun.ts'
import type { RunFacts } from '../formats/parsedFile.ts'
import { formSeries, type FormedSeries } from './formSeries.ts'
import { namerOf } from './metricsOf.ts'
import type { RunParts, RunPiece } from './runParts.ts'

/** A run with everything its files hold. */
export interface FormedRun extends FormedSeries {
  readonly run: Run
  /** The names it can have, the one to be preferred at the front. */
  readonly names: readonly string[]
  /** What was odd about the run as a whole. */
  readonly runNotices: readonly Notice[]
}

/**
 * Forms a run from its files. Where two of them log one metric, the file that is believed first
 * gives the series, since both tell of the same points; the others add the metrics it lacks.
 */
export function formRun(parts: RunParts, source: string): FormedRun {
  const { pieces } = parts
  const formed = pieces.map((piece) => formSeries(piece.run.rows, namerOf(piece)))
  const { series, notices } = withoutDoubles(formed)
  const description = describeRun(parts.configs)
  const given = description.name ?? null
  const names =
    given === null ? parts.names : [given, ...parts.names.filter((name) => name !== given)]
  const [first] = pieces
  const run = defineRun({
    ...description,
    ...factsOf(pieces, series),
    id: parts.id,
    source,
    name: names[0] ?? parts.id,
    group: description.group ?? (parts.parent === '' ? null : parts.parent),
    params: new Map([...entriesOf(first?.run.facts.params), ...entriesOf(description.params)]),
    metrics: withSummaries(series, parts),
  })
  const runNotices = [
    ...parts.notices,
    ...(run.status === 'completed' ? [] : longerNotices(pieces, formed, series)),
    ...told(notices),
  ]
  return {
    run,
    names,
    series,
    notices,
    runNotices: runNotices.map((notice) => withPath(notice, parts)),
  }
}

function withoutDoubles(formed: readonly FormedSeries[]): FormedSeries {
  const series = new Map<string, MetricSeries>()
  const notices = new Map<string, readonly Notice[]>()
  for (const file of formed) {
    for (const [metric, points] of file.series) {
      if (series.has(metric)) continue
      series.set(metric, points)
      notices.set(metric, file.notices.get(metric) ?? [])
    }
  }
  return { series, notices }
}

function factsOf(
  pieces: readonly RunPiece[],
  series: ReadonlyMap<string, MetricSeries>,
): Omit<RunFacts, 'params'> {
  const facts = pieces.map((piece) => piece.run.facts)
  const lead = facts[0] ?? {}
  const known = facts.map(({ status }) => status).filter((status) => status && status !== 'unknown')
  return {
    status: known.find((status) => status === 'completed') ?? known[0] ?? 'unknown',
    step: lead.step ?? lastStep(series),
    totalSteps: lead.totalSteps ?? null,
    epoch: lead.epoch ?? lastEpoch(pieces[0]),
    totalEpochs: lead.totalEpochs ?? null,
    best: lead.best ?? null,
  }
}

function lastStep(series: ReadonlyMap<string, MetricSeries>): number | null {
  let last: number | null = null
  for (const { steps, stepUnit = 'step' } of series.values()) {
    const step = steps.at(-1)
    if (stepUnit === 'step' && step !== undefined) last = Math.max(last ?? step, step)
  }
  return last
}

function lastEpoch(piece: RunPiece | undefined): number | null {
  let last: number | null = null
  for (const { epoch } of piece?.run.rows ?? []) {
    if (epoch !== null) last = Math.max(last ?? epoch, epoch)
  }
  return last
}

function entriesOf(params: RunFacts['params']): Iterable<readonly [string, unknown]> {
  return params instanceof Map ? params : Object.entries(params ?? {})
}

function withSummaries(
  series: ReadonlyMap<string, MetricSeries>,
  { pieces, results }: RunParts,
): ReadonlyMap<string, MetricSummary> {
  const metrics = new Map<string, MetricSummary>()
  for (const [metric, points] of series) metrics.set(metric, summarizeSeries(points))
  const rows = pieces.flatMap(({ run }) => run.rows.filter((row) => row.phase === 'summary'))
  for (const numbers of [...rows.map((row) => row.metrics), ...results]) {
    for (const [raw, value] of numbers) {
      const metric = wholeRunName(raw)
      if (!metrics.has(metric)) metrics.set(metric, wholeRun(value))
    }
  }
  return metrics
}

/** The Trainer's `train_loss` is the mean over the whole run, and no last loss. */
function wholeRunName(raw: string): string {
  const metric = canonicalMetric(raw)
  return /(?:^|\/)train_loss$/.test(raw) ? 'train/mean_loss' : metric
}

function wholeRun(value: number): MetricSummary {
  const unknown = { min: null, max: null, minStep: null, maxStep: null, lastStep: null }
  return { ...unknown, last: value, count: 1, basis: 'summary' }
}

/** The console of a run that was killed goes on after its last checkpoint, without naming steps. */
function longerNotices(
  pieces: readonly RunPiece[],
  formed: readonly FormedSeries[],
  series: ReadonlyMap<string, MetricSeries>,
): readonly Notice[] {
  return formed.flatMap((file, i) => {
    let count = 0
    for (const [metric, points] of file.series) {
      const shown = series.get(metric)?.values.length ?? 0
      count = Math.max(count, points.values.length - shown)
    }
    const path = pieces[i]?.path
    if (count === 0 || path === undefined) return []
    const message = `${path} holds ${count} more points than the file its run was read from; they are not shown.`
    return [{ code: 'more-points', message, count, path }]
  })
}

/** One notice for each code, however many metrics it was met in. */
function told(notices: FormedSeries['notices']): readonly Notice[] {
  const byCode = new Map<string, Notice>()
  for (const notice of Array.from(notices.values()).flat()) {
    if (!byCode.has(notice.code)) byCode.set(notice.code, notice)
  }
  return [...byCode.values()]
}

function withPath(notice: Notice, { pieces }: RunParts): Notice {
  const path = notice.path ?? pieces[0]?.path
  return path === undefined ? notice : { ...notice, path }
}
