import type { MetricSeries } from '@runoff/core'
import { isSameSeries } from './extendSeries.ts'
import { joinDetail, type Detail } from './joinDetail.ts'

export type MetricsMap = ReadonlyMap<string, ReadonlyMap<string, MetricSeries>>

/** By run id and metric. */
export type DetailsMap = ReadonlyMap<string, ReadonlyMap<string, Detail>>

/**
 * Returns the map with the finer points in their places; what has none stays the same object, and
 * so does the whole where nothing has any.
 */
export function refineMetrics(metricsMap: MetricsMap, details: DetailsMap): MetricsMap {
  const refined = new Map<string, ReadonlyMap<string, MetricSeries>>()
  for (const [runId, run] of metricsMap) refined.set(runId, refineRun(run, details.get(runId)))
  const isSame = [...refined].every(([runId, run]) => metricsMap.get(runId) === run)
  return isSame ? metricsMap : refined
}

function refineRun(
  run: ReadonlyMap<string, MetricSeries>,
  details: ReadonlyMap<string, Detail> | undefined,
): ReadonlyMap<string, MetricSeries> {
  if (details === undefined) return run
  const refined = new Map<string, MetricSeries>()
  for (const [metric, series] of run) {
    const detail = details.get(metric)
    const isFiner = detail !== undefined && series.basis === 'sampled'
    refined.set(metric, isFiner ? joinOnce(series, detail) : series)
  }
  const isSame = [...refined].every(([metric, series]) => run.get(metric) === series)
  return isSame ? run : refined
}

const joins = new WeakMap<Detail, WeakMap<MetricSeries, MetricSeries>>()
const lastJoins = new WeakMap<MetricSeries, MetricSeries>()

/**
 * The same two give the same series, whoever asks and how often. So do finer points that have only
 * come to have what the sample had already, as those of a live run do.
 */
function joinOnce(coarse: MetricSeries, detail: Detail): MetricSeries {
  const ofDetail = joins.get(detail) ?? new WeakMap<MetricSeries, MetricSeries>()
  joins.set(detail, ofDetail)
  const joined = ofDetail.get(coarse) ?? shareLast(coarse, joinDetail(coarse, detail))
  ofDetail.set(coarse, joined)
  return joined
}

function shareLast(coarse: MetricSeries, joined: MetricSeries): MetricSeries {
  const last = lastJoins.get(coarse)
  if (last !== undefined && isSameSeries(last, joined)) return last
  lastJoins.set(coarse, joined)
  return joined
}
