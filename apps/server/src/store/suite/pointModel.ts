import { defineSeries, summarizeMetrics, type MetricSeries, type MetricSummary } from '@runoff/core'
import type { AppendOutcome } from '../metricStore.ts'

export interface ModelPoint {
  readonly step: number
  readonly value: number
  readonly timeMs: number
}

/** Points as they are sent, of one segment. */
export interface PointBatch {
  readonly segment: number
  readonly points: ReadonlyMap<string, readonly ModelPoint[]>
}

/** What a store must make of points: a few lines that are right, and slow. */
export interface PointModel {
  /** Returns what must be answered. */
  append(batch: PointBatch): AppendOutcome
  replace(points: PointBatch['points']): void
  series(): ReadonlyMap<string, MetricSeries>
  summaries(): ReadonlyMap<string, MetricSummary>
}

type Kept = ModelPoint & { readonly segment: number }

export function pointModel(): PointModel {
  const metrics = new Map<string, Map<number, Kept>>()
  const series = (): ReadonlyMap<string, MetricSeries> => {
    const known = Array.from(metrics).filter(([, points]) => points.size > 0)
    return new Map(known.map(([metric, points]) => [metric, seriesOf(points.values())]))
  }
  return {
    append({ segment, points }) {
      let accepted = 0
      let duplicates = 0
      for (const [metric, given] of points) {
        const kept = metrics.get(metric) ?? new Map<number, Kept>()
        metrics.set(metric, kept)
        for (const point of given) {
          if ((kept.get(point.step)?.segment ?? -1) >= segment) {
            duplicates += 1
            continue
          }
          kept.set(point.step, { ...point, segment })
          accepted += 1
        }
      }
      return { accepted, duplicates }
    },
    replace(points) {
      for (const [metric, given] of points) {
        const before = Array.from(metrics.get(metric)?.values() ?? [])
        const segment = Math.max(0, ...before.map((point) => point.segment))
        metrics.set(metric, new Map(given.map((point) => [point.step, { ...point, segment }])))
      }
    },
    series,
    summaries: () => summarizeMetrics(series()),
  }
}

/** Returns points as a store is given them. */
export function seriesOf(points: Iterable<ModelPoint>): MetricSeries {
  return defineSeries(Array.from(points))
}
