import { defineRun, type MetricSeries, type Notice, type Run } from '@runoff/core'
import { describeRun } from '../config/describeRun.ts'
import type { RunFacts } from '../formats/parsedFile.ts'
import { formSeries, type FormedSeries } from './formSeries.ts'
import { namerOf } from './metricsOf.ts'
import { eachOnce, longerNotices, withPaths } from './runNotices.ts'
import type { RunParts, RunPiece } from './runParts.ts'
import { summarizeRun } from './summarizeRun.ts'

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
 *
 * Runs of one folder are a group only where something is known of their settings: that nothing tells
 * two logs apart does not make them replicates.
 */
export function formRun(parts: RunParts, source: string): FormedRun {
  const { pieces } = parts
  const formed = pieces.map((piece) => formSeries(piece.run.rows, namerOf(piece)))
  const { series, notices } = withoutDoubles(formed)
  const inside = pieces.flatMap(({ run: { config } }) => (config ? [config] : []))
  const description = describeRun([...inside, ...parts.configs])
  const said = saidOf(pieces)
  const given = said.name ?? description.name ?? null
  const names =
    given === null ? parts.names : [given, ...parts.names.filter((name) => name !== given)]
  const [first] = pieces
  const params = new Map([...entriesOf(first?.run.facts.params), ...entriesOf(description.params)])
  const hasSettings = params.size > 0 || (description.seed ?? null) !== null
  const run = defineRun({
    ...description,
    ...said,
    ...factsOf(pieces, series),
    id: parts.id,
    source,
    name: names[0] ?? parts.id,
    group: said.group ?? description.group ?? (hasSettings ? parts.parent || null : null),
    tags: new Map([...Object.entries(description.tags ?? {}), ...(said.tags ?? [])]),
    params,
    metrics: summarizeRun(series, parts),
  })
  const lost = run.status === 'completed' ? [] : longerNotices(pieces, formed, series)
  const odd = pieces.flatMap(({ run: read }) => read.notices ?? [])
  const runNotices = withPaths([...parts.notices, ...odd, ...lost, ...eachOnce(notices)], parts)
  return { run, names, series, notices, runNotices }
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

const saidNames = ['name', 'group', 'startedAtMs', 'endedAtMs', 'archived', 'tags'] as const

/** What the files themselves say that a run is; the one that is believed first says it. */
function saidOf(pieces: readonly RunPiece[]): Pick<RunFacts, (typeof saidNames)[number]> {
  const found = saidNames.flatMap((name) => {
    const value = pieces
      .map(({ run }) => run.facts[name] ?? null)
      .find((candidate) => candidate !== null && candidate !== '')
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(found)
}

function factsOf(
  pieces: readonly RunPiece[],
  series: ReadonlyMap<string, MetricSeries>,
): Omit<RunFacts, 'params' | 'tags'> {
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
