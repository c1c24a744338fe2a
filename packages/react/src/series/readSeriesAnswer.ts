import { isLive, type MetricSeries, type Notice } from '@runoff/core'
import type { RunSource, SeriesRequest, SeriesResult } from '@runoff/sources'
import type { QueryClient, QueryState } from '@tanstack/react-query'
import { asRunoffError } from '../cache/asRunoffError.ts'
import { seriesKey } from '../cache/queryKeys.ts'
import { withRetries } from '../cache/withRetries.ts'
import { findKnownRun, type KnownRun } from '../runs/knownRuns.ts'
import { extendSeries, isSameSeries, lastStepButOne } from './extendSeries.ts'
import { hasGoneBack, isWhole, readAsOf, type SeriesAnswer } from './seriesAnswer.ts'
import { seriesBatcher } from './seriesBatcher.ts'

interface Read {
  readonly series: MetricSeries
  readonly notices: readonly Notice[]
}

/**
 * Reads one metric of one run again, or for the first time: only what is new where that is sure to
 * be enough, else the whole. What was held before is returned where nothing changed.
 *
 * Errors: kept in the answer beside the series that was held. Rejects only when called off.
 */
export async function readSeriesAnswer(
  client: QueryClient,
  source: RunSource,
  request: SeriesRequest,
  signal: AbortSignal,
): Promise<SeriesAnswer> {
  const state = client.getQueryState<SeriesAnswer>(seriesKey(source, request))
  const known = findKnownRun(client, source, request.runId)
  const read = reader(source, signal)
  const held = state?.data
  try {
    const rest = isExtendable(state, known, request) ? await readRest(held, request, read) : null
    const { series, notices } = rest ?? (await read(request))
    const readAs = readAsOf(known, findKnownRun(client, source, request.runId))
    return keepSame(held, { series, notices, error: null, readAs })
  } catch (error) {
    signal.throwIfAborted()
    const before = held ?? { series: null, notices: [], readAs: 'unknown' }
    return { ...before, error: asRunoffError(error, source) }
  }
}

/** A reload asks for the whole. So does a summary, newer than what is held, that denies it. */
function isExtendable(
  state: QueryState<SeriesAnswer> | undefined,
  known: KnownRun | null,
  request: SeriesRequest,
): boolean {
  const series = state?.data?.series ?? null
  if (state === undefined || state.isInvalidated || series === null || known === null) return false
  if (!isLive(known.run) || !isWhole(series, request)) return false
  return known.answeredAtMs <= state.dataUpdatedAt || !hasGoneBack(series, known.run, request)
}

type Reader = (request: SeriesRequest) => Promise<Read>

function reader(source: RunSource, signal: AbortSignal): Reader {
  const readOne = seriesBatcher(source)
  return (request) =>
    withRetries(async () => readOf(await readOne(request, signal)), source, signal)
}

function readOf(result: SeriesResult): Read {
  if (result.error !== null) throw result.error
  return { series: result.series, notices: result.notices ?? [] }
}

/** Returns `null` where what came does not fit what is held. */
async function readRest(
  held: SeriesAnswer | undefined,
  request: SeriesRequest,
  read: Reader,
): Promise<Read | null> {
  const series = held?.series ?? null
  const since = series === null ? undefined : lastStepButOne(series)
  if (held === undefined || series === null || since === undefined) return null
  const rest = await read({ ...request, since })
  const extended = extendSeries(series, rest.series)
  return extended === null
    ? null
    : { series: extended, notices: withNew(held.notices, rest.notices) }
}

/** A poll may meet the same oddity again: it is said once. */
function withNew(held: readonly Notice[], met: readonly Notice[]): readonly Notice[] {
  const isSame = (a: Notice, b: Notice): boolean =>
    a.code === b.code && a.message === b.message && a.path === b.path && a.line === b.line
  const fresh = met.filter((notice) => !held.some((other) => isSame(notice, other)))
  return fresh.length === 0 ? held : [...held, ...fresh]
}

function keepSame(held: SeriesAnswer | undefined, next: SeriesAnswer): SeriesAnswer {
  if (held === undefined || held.series === null || next.series === null) return next
  const series = isSameSeries(held.series, next.series) ? held.series : next.series
  return { ...next, series, notices: sameNotices(held.notices, next.notices) }
}

function sameNotices(held: readonly Notice[], next: readonly Notice[]): readonly Notice[] {
  return held.length === next.length && withNew(held, next) === held ? held : next
}
