import {
  defineRun,
  defineSeries,
  RunoffError,
  summarizeMetrics,
  type MetricSeries,
  type MetricSummary,
  type Run,
  type RunInput,
  type SeriesColumns,
  type SeriesPoint,
} from '@runoff/core'
import { defineSource } from '../define/defineSource.ts'
import { queryRuns } from '../query/queryRuns.ts'
import { notFound, seriesResults, type HeldSeries } from '../query/seriesResults.ts'
import type { RunSource } from '../source.ts'

/** A series, or the points or columns that it can be made from. */
export type SeriesInput = MetricSeries | readonly SeriesPoint[] | SeriesColumns

/** A run as a plain object, with the series of its metrics. */
export type MemoryRun = RunInput & {
  /** By canonical name, such as `eval/loss`. */
  readonly series?: Readonly<Record<string, SeriesInput>> | ReadonlyMap<string, SeriesInput>
}

export interface MemorySourceOptions {
  /** @default 'memory' */
  readonly id?: string
  readonly runs: readonly MemoryRun[]
}

/**
 * Returns a source of runs that the host has at hand.
 *
 * A metric that has a series and no summary gets the summary of its series. Nothing that was
 * handed in is changed: archiving is remembered by the source alone.
 *
 * @throws {RunoffError} `bad-option` when two runs have one id; `bad-run` when one has no identity.
 */
export function memorySource({ id = 'memory', runs }: MemorySourceOptions): RunSource {
  const held = new Map<string, HeldRun>()
  for (const input of runs) {
    const entry = holdRun(input, id)
    if (held.has(entry.run.id)) throw twice(entry.run.id)
    held.set(entry.run.id, entry)
  }
  return defineSource({
    id,
    listRuns: async (query) =>
      queryRuns(
        Array.from(held.values(), (entry) => entry.run),
        query,
      ),
    readSeries: async (requests) => seriesResults(requests, held),
    setArchived: async (ids, archived) => {
      const entries = ids.map((runId) => entryOf(held, runId))
      for (const { run, ...rest } of entries)
        held.set(run.id, { ...rest, run: { ...run, archived } })
    },
  })
}

interface HeldRun extends HeldSeries {
  readonly run: Run
}

function holdRun({ series: given, ...input }: MemoryRun, source: string): HeldRun {
  const series = new Map<string, MetricSeries>()
  for (const [metric, data] of entriesOf(given)) series.set(metric, defineSeries(data))
  const run = defineRun({ ...input, source })
  return { run: { ...run, metrics: withSummaries(run.metrics, series) }, series }
}

function entriesOf(given: MemoryRun['series']): Iterable<readonly [string, SeriesInput]> {
  return given instanceof Map ? given : Object.entries(given ?? {})
}

function withSummaries(
  given: ReadonlyMap<string, MetricSummary>,
  series: ReadonlyMap<string, MetricSeries>,
): ReadonlyMap<string, MetricSummary> {
  return new Map([...summarizeMetrics(series), ...given])
}

function entryOf(held: ReadonlyMap<string, HeldRun>, runId: string): HeldRun {
  const entry = held.get(runId)
  if (entry === undefined) throw notFound(runId)
  return entry
}

function twice(runId: string): RunoffError {
  return new RunoffError(
    'bad-option',
    `memorySource got two runs with the id "${runId}", and could not tell them apart. ` +
      'Give each run an id of its own.',
  )
}
