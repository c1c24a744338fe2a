import type { MetricSeries, RunoffError } from '@runoff/core'
import type { RunSource, SeriesRequest } from '@runoff/sources'
import type { QueryClient } from '@tanstack/react-query'
import { asRunoffError } from '../cache/asRunoffError.ts'
import { seriesKey, type RunoffKey } from '../cache/queryKeys.ts'
import { extendSeries, isSameSeries } from './extendSeries.ts'
import { inTurn } from './inTurn.ts'
import { isDenied, type Detail, type StepRange } from './joinDetail.ts'
import { growthLimit } from './seriesAnswer.ts'
import { seriesReader, type SeriesReader } from './seriesReader.ts'

/** A request for a part of a series. */
export type DetailRequest = SeriesRequest & { readonly range: StepRange }

/** What is kept of a part of a series. A failure is an answer too: it stays until the next. */
export interface DetailAnswer {
  /** The last that was read; `null` where that never succeeded. */
  readonly detail: Detail | null
  /** Why the last try failed, `null` where it did not. */
  readonly error: RunoffError | null
  /** Below this many points, only what is new is asked for. */
  readonly growsTo: number
  /** The moment in which it was asked for. */
  readonly askedAt: number
}

export function detailKey(source: RunSource, request: DetailRequest): RunoffKey {
  const { from, to } = request.range
  // As text: a key is compared as JSON, which has no infinity.
  return [...seriesKey(source, request), 'range', String(from), String(to)]
}

let lastMoment = 0
const firstSeen = new WeakMap<MetricSeries, number>()

/** Moments are counted, not timed: two things of one millisecond have an order as well. */
function nextMoment(): number {
  lastMoment += 1
  return lastMoment
}

/** Returns the moment in which a series was first asked about here. */
export function firstSeenAt(series: MetricSeries): number {
  const known = firstSeen.get(series)
  if (known !== undefined) return known
  const now = nextMoment()
  firstSeen.set(series, now)
  return now
}

/** A series that was sampled, and the part of it that is wanted finer. */
export interface WantedDetail {
  readonly request: DetailRequest
  readonly coarse: MetricSeries
}

/**
 * Reads a part of a series again, or for the first time: only what is new where the sample has
 * merely grown, else the whole part. What was held before is returned where nothing changed.
 *
 * Errors: kept in the answer beside what was held. Rejects only when called off.
 */
export async function readDetail(
  client: QueryClient,
  source: RunSource,
  wanted: WantedDetail,
  signal: AbortSignal,
): Promise<DetailAnswer> {
  const { request } = wanted
  const held = client.getQueryData<DetailAnswer>(detailKey(source, request))
  const askedAt = nextMoment()
  const read = seriesReader(source, signal)
  try {
    const extended = await readRest(held, wanted, read)
    if (held !== undefined && extended !== null) {
      return { ...held, detail: extended, error: null, askedAt }
    }
    const { series } = await read(request)
    const isHeld = held?.detail != null && isSameSeries(held.detail.series, series)
    const detail = isHeld ? held.detail : { range: request.range, series }
    return { detail, error: null, growsTo: growthLimit(series, request), askedAt }
  } catch (error) {
    signal.throwIfAborted()
    const before = held ?? { detail: null, growsTo: 0 }
    return { ...before, error: asRunoffError(error, source), askedAt }
  }
}

/** Returns `null` where it is not enough to ask for what came after the last point. */
async function readRest(
  { detail, growsTo }: Pick<DetailAnswer, 'detail' | 'growsTo'> = { detail: null, growsTo: 0 },
  { request, coarse }: WantedDetail,
  read: SeriesReader,
): Promise<Detail | null> {
  const from = detail?.series.steps.at(-1)
  if (detail === null || from === undefined || isDenied(coarse, detail)) return null
  if (detail.series.steps.length >= growsTo || from > request.range.to) return null
  const rest = await read({ ...request, range: { from, to: request.range.to } })
  const series = await inTurn(() => extendSeries(detail.series, rest.series))
  if (series === null) return null
  return series === detail.series ? detail : { range: detail.range, series }
}
