import { isLive, type Notice } from '@runoff/core'
import type { RunSource, SeriesRequest } from '@runoff/sources'
import type { QueryClient, QueryState } from '@tanstack/react-query'
import { asRunoffError } from '../cache/asRunoffError.ts'
import { seriesKey } from '../cache/queryKeys.ts'
import { findKnownRun, type KnownRun } from '../runs/knownRuns.ts'
import { askForRest, extendSeries, isSameSeries } from './extendSeries.ts'
import { inTurn } from './inTurn.ts'
import { growthLimit, hasGoneBack, readAsOf, type SeriesAnswer } from './seriesAnswer.ts'
import { seriesReader, type ReadSeries, type SeriesReader } from './seriesReader.ts'

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
  const read = seriesReader(source, signal)
  const held = state?.data
  try {
    const rest = isExtendable(state, known, request) ? await readRest(held, request, read) : null
    const { series, notices, growsTo } = rest ?? (await readWhole(request, read))
    const readAs = readAsOf(known, findKnownRun(client, source, request.runId))
    const next = { series, notices, error: null, readAs, growsTo }
    return await inTurn(() => keepSame(held, next))
  } catch (error) {
    signal.throwIfAborted()
    const before = held ?? { series: null, notices: [], readAs: 'unknown', growsTo: 0 }
    return { ...before, error: asRunoffError(error, source) }
  }
}

/** A reload asks for the whole. So does a summary, newer than what is held, that denies it. */
function isExtendable(
  state: QueryState<SeriesAnswer> | undefined,
  known: KnownRun | null,
  request: SeriesRequest,
): boolean {
  const { series = null, growsTo = 0 } = state?.data ?? {}
  if (state === undefined || state.isInvalidated || series === null || known === null) return false
  if (!isLive(known.run) || series.steps.length >= growsTo) return false
  return known.answeredAtMs <= state.dataUpdatedAt || !hasGoneBack(series, known.run, request)
}

type Read = ReadSeries & Pick<SeriesAnswer, 'growsTo'>

async function readWhole(request: SeriesRequest, read: SeriesReader): Promise<Read> {
  const whole = await read(request)
  return { ...whole, growsTo: growthLimit(whole.series, request) }
}

/** Returns `null` where what came does not fit what is held. */
async function readRest(
  held: SeriesAnswer | undefined,
  request: SeriesRequest,
  read: SeriesReader,
): Promise<Read | null> {
  const series = held?.series ?? null
  const part = series === null ? null : askForRest(series)
  if (held === undefined || series === null || part === null) return null
  const rest = await read({ ...request, ...part })
  const extended = await inTurn(() => extendSeries(series, rest.series))
  const notices = withNew(held.notices, rest.notices)
  return extended === null ? null : { series: extended, notices, growsTo: held.growsTo }
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
