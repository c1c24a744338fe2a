import type { MetricSeries, Notice } from '@runoff/core'
import type { MetricRow } from '../formats/parsedFile.ts'
import type { MetricNamer } from './nameMetrics.ts'
import { placePoints, type LoggedPoints } from './placePoints.ts'

export interface FormedSeries {
  readonly series: ReadonlyMap<string, MetricSeries>
  /** What was odd about a series, by metric. */
  readonly notices: ReadonlyMap<string, readonly Notice[]>
}

/** Returns the series of all metrics in some rows, which are in the order they were written. */
export function formSeries(rows: readonly MetricRow[], nameOf: MetricNamer): FormedSeries {
  const series = new Map<string, MetricSeries>()
  const notices = new Map<string, readonly Notice[]>()
  for (const [metric, points] of collectPoints(rows, nameOf)) {
    const placed = placePoints(points)
    series.set(metric, placed.series)
    if (placed.notices.length > 0) notices.set(metric, placed.notices)
  }
  return { series, notices }
}

interface GrowingPoints extends LoggedPoints {
  readonly steps: number[]
  readonly epochs: number[]
  readonly timesMs: number[]
  readonly values: number[]
}

function collectPoints(
  rows: readonly MetricRow[],
  nameOf: MetricNamer,
): ReadonlyMap<string, LoggedPoints> {
  const byMetric = new Map<string, GrowingPoints>()
  const byRaw = new Map<MetricRow['phase'], Map<string, GrowingPoints>>()
  const pointsOf = (raw: string, phase: MetricRow['phase']): GrowingPoints => {
    const metric = nameOf(raw, phase)
    const points = byMetric.get(metric) ?? { steps: [], epochs: [], timesMs: [], values: [] }
    byMetric.set(metric, points)
    return points
  }
  for (const { phase, step, epoch, timeMs, metrics } of rows) {
    // What is said of the run as a whole is no point of any series.
    if (phase === 'summary') continue
    const named = byRaw.get(phase) ?? new Map<string, GrowingPoints>()
    byRaw.set(phase, named)
    for (const [raw, value] of metrics) {
      const points = named.get(raw) ?? pointsOf(raw, phase)
      named.set(raw, points)
      points.steps.push(step ?? NaN)
      points.epochs.push(epoch ?? NaN)
      points.timesMs.push(timeMs ?? NaN)
      points.values.push(value)
    }
  }
  return byMetric
}
