import { seriesToJson, type Notice, type SeriesJson } from '@runoff/core'
import type { StoredSeries } from '../store/metricStore.ts'

/** No series has more points than this in one answer. */
const pointsPerSeries = 100_000
/** All series of one answer share this many points, so that an answer stays some megabytes. */
export const pointsPerAnswer = 200_000
/** The fewest that sampling can do with. */
const fewestPoints = 8

/** One series on the wire. */
export interface MetricJson extends Omit<SeriesJson, 'stepUnit'> {
  readonly metric: string
  readonly step_unit: SeriesJson['stepUnit']
  readonly notices: readonly Notice[]
}

/** Returns a series as the API writes it. */
export function metricToJson({ metric, series, notices }: StoredSeries): MetricJson {
  const { stepUnit, ...columns } = seriesToJson(series)
  return { metric, ...columns, step_unit: stepUnit, notices }
}

/** Returns how many points each of `count` series of one answer may have. */
export function pointsFor(count: number, wanted: number = pointsPerSeries): number {
  const share = Math.floor(pointsPerAnswer / Math.max(1, count))
  return Math.max(fewestPoints, Math.min(wanted, pointsPerSeries, share))
}
