import { useMemo } from 'react'
import { RunoffError } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import { useRunoff } from '../provider/context.ts'
import { shareMap, shareNestedMap } from '../stable/shareMap.ts'
import { useShared } from '../stable/useShared.ts'
import type { Detail, StepRange } from './joinDetail.ts'
import { mapErrors } from './mapAnswers.ts'
import { refineMetrics, type DetailsMap, type MetricsMap } from './refineMetrics.ts'
import type { WantedDetail } from './readDetail.ts'
import { useDetailAnswers, type DetailAnswers } from './useDetailAnswers.ts'

export interface SeriesDetailOptions {
  /**
   * The first and last step that are looked at, both included, in what the steps of the series
   * count; `null` for everything. Each range that is given is asked for: give those at rest.
   */
  readonly range: StepRange | null
  /** About how many points of each series can be shown within the range. */
  readonly maxPoints: number
}

export interface SeriesDetailResult {
  /** As it was given, with finer points within the range where there are any. */
  readonly metricsMap: MetricsMap
  /** Whether finer points are on their way for the first time; until then the map has the others. */
  readonly isRefining: boolean
  /**
   * By run id: why its finer points could not be read. Its series are as they were given, or have
   * what was read of this range before.
   */
  readonly errors: ReadonlyMap<string, RunoffError>
}

/**
 * Asks the provider's source again for the part that is looked at, where a series was sampled.
 *
 * From the first to the last of the finer points these alone stand in a series; its total stays,
 * and it stays `sampled` unless it now has every point there is. Full series are never asked for,
 * nor is anything while the range is `null`. Answers are kept, so that going back to a range asks
 * nobody; one is read again only when the series that is given has come to tell something else.
 * While a range is on its way the finer points of the one before stay. Maps and series that did not
 * change keep their identity. Late answers are dropped.
 *
 * @throws {RunoffError} `bad-option` outside a provider, for a range that is not in order, and for
 *   `maxPoints` that are no whole number of at least 1.
 */
export function useSeriesDetail(
  metricsMap: MetricsMap,
  options: SeriesDetailOptions,
): SeriesDetailResult {
  const wanted = useWanted(metricsMap, options)
  const answers = useDetailAnswers(wanted)
  const details = useDetails(wanted, answers)

  const refined = useMemo(() => refineMetrics(metricsMap, details), [metricsMap, details])
  const shared = useShared(refined, (held, next) => {
    const kept = shareNestedMap(held, next)
    // What was given is given back as itself, unless what is held says the same.
    return kept !== held && next === metricsMap ? next : kept
  })
  const names = wanted.map(({ request }) => request)
  const errors = useShared(mapErrors(names, answers), shareMap)
  const isRefining = answers.includes(undefined)
  return useMemo(() => ({ metricsMap: shared, isRefining, errors }), [shared, isRefining, errors])
}

function useWanted(
  metricsMap: MetricsMap,
  { range, maxPoints }: SeriesDetailOptions,
): readonly WantedDetail[] {
  checkMaxPoints(maxPoints)
  checkRange(range)
  const { from = null, to = null } = range ?? {}
  return useMemo(() => {
    if (from === null || to === null) return []
    const part = { range: { from, to }, maxPoints }
    return [...metricsMap].flatMap(([runId, run]) =>
      [...run]
        .filter(([, series]) => series.basis === 'sampled' && series.steps.length > 0)
        .map(([metric, coarse]) => ({ request: { runId, metric, ...part }, coarse })),
    )
  }, [metricsMap, from, to, maxPoints])
}

function checkMaxPoints(maxPoints: number): void {
  if (Number.isSafeInteger(maxPoints) && maxPoints >= 1) return
  throw new RunoffError(
    'bad-option',
    `useSeriesDetail needs a whole number of at least 1 as maxPoints, and got ${maxPoints}. ` +
      'Pass how many points can be shown, such as four for each pixel of the width.',
  )
}

function checkRange(range: StepRange | null): void {
  if (range === null || range.from <= range.to) return
  throw new RunoffError(
    'bad-option',
    `useSeriesDetail needs a first and a last step, and got ${range.from} to ${range.to}. ` +
      'Pass them in order, such as { from: 0, to: 100 }, or null for everything.',
  )
}

interface InUse {
  readonly source: RunSource
  readonly details: DetailsMap
}

/** What was answered last of each series; the answer for another range until that one is there. */
function useDetails(wanted: readonly WantedDetail[], answers: DetailAnswers): DetailsMap {
  const { source } = useRunoff('useSeriesDetail')
  const answered = { source, details: mapDetails(wanted, answers, noDetails) }
  const { details } = useShared<InUse>(answered, (held) => {
    const before = held.source === source ? held.details : noDetails
    const shared = shareNestedMap(before, mapDetails(wanted, answers, before))
    return shared === held.details && held.source === source ? held : { source, details: shared }
  })
  return details
}

const noDetails: DetailsMap = new Map()

function mapDetails(
  wanted: readonly WantedDetail[],
  answers: DetailAnswers,
  before: DetailsMap,
): DetailsMap {
  const details = new Map<string, Map<string, Detail>>()
  wanted.forEach(({ request: { runId, metric } }, i) => {
    const answer = answers[i]
    const detail = answer === undefined ? before.get(runId)?.get(metric) : answer.detail
    if (!detail) return
    const run = details.get(runId) ?? new Map<string, Detail>()
    details.set(runId, run.set(metric, detail))
  })
  return details
}
