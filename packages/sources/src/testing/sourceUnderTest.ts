import { expect } from 'vitest'
import type { MetricSeries, Run } from '@runoff/core'
import type { RunSource, SeriesRequest, SeriesResult } from '../source.ts'

/** A source, with what the suite must know of its runs. */
export interface SourceUnderTest {
  /** Holds at least two runs. */
  readonly source: RunSource
  /** A metric of which one of the runs has at least four points. */
  readonly metric: string
  /** Ends what the source stands on, such as a server. */
  readonly close?: () => void | Promise<void>
}

export type MakeSource = () => SourceUnderTest | Promise<SourceUnderTest>

/** One sentence about sources, and what proves it. */
export type Claim = readonly [sentence: string, check: (made: SourceUnderTest) => Promise<void>]

/** Ids that no source has, among them those that have led others astray. */
export const hostileIds: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '.',
  '..',
  '../..',
  '/',

  'a/../b',
  '%2e%2e',
  '%',
  '#',
  '?',
  '\\',
  '\0',
  '\u202E',
  '\uD800',
  'x'.repeat(2000),
  ':',
  '::',
]

/** Reads all pages, of `limit` runs each where it is given. */
export async function readAllRuns(source: RunSource, limit?: number): Promise<readonly Run[]> {
  const runs: Run[] = []
  let cursor: string | null = null
  for (let pages = 0; pages < 10_000; pages++) {
    const query: { cursor: string | null; limit?: number } = { cursor }
    const page = await source.listRuns(limit === undefined ? query : { ...query, limit })
    if (limit !== undefined) expect(page.runs.length).toBeLessThanOrEqual(limit)
    for (const run of page.runs) runs.push(run)
    if (page.nextCursor === null) return runs
    cursor = page.nextCursor
  }
  throw new Error('The list of runs has no end.')
}

/** Reads one series that must be there. */
export async function readOne(source: RunSource, request: SeriesRequest): Promise<MetricSeries> {
  const [result] = await source.readSeries([request])
  return seriesOf(result)
}

/** The series of a result that must hold one. */
export function seriesOf(result: SeriesResult | undefined): MetricSeries {
  if (result?.series) return result.series
  throw result?.error ?? new Error('There is no result.')
}

/** The longest series of the metric under test, with the run it is of. */
export async function longestSeries({
  source,
  metric,
}: SourceUnderTest): Promise<{ readonly runId: string; readonly series: MetricSeries }> {
  const runs = await readAllRuns(source)
  const results = await source.readSeries(runs.map((run) => ({ runId: run.id, metric })))
  const all = results.map((result) => ({ runId: result.request.runId, series: seriesOf(result) }))
  const [longest] = all.toSorted((a, b) => b.series.steps.length - a.series.steps.length)
  if (longest === undefined || longest.series.steps.length < 4) {
    throw new Error(`The suite needs a run with at least four points of ${metric}.`)
  }
  return longest
}

/** The columns of a series as lists, which compare by their content. */
export function columnsOf(series: MetricSeries): unknown {
  const { steps, values, timesMs, epochs } = series
  const list = (column: Float64Array | null): readonly number[] | null => column && [...column]
  return { steps: [...steps], values: [...values], timesMs: list(timesMs), epochs: list(epochs) }
}
