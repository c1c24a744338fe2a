import type { MetricSummary } from '@runoff/core'
import { pointsOfAny, type PointPlace } from './pointTable.ts'
import type { Session } from './session.ts'

/**
 * Returns what the points say of each of these metrics, as if they were all that were logged, by
 * the key of the metric. Where two points have the same extreme, the lower step stands.
 */
export async function summarizePoints(
  { engine }: Session,
  places: readonly PointPlace[],
): Promise<ReadonlyMap<string, MetricSummary>> {
  if (places.length === 0) return new Map()
  const rows = await engine.read(
    [
      ...(['key', 'whole', 'number', 'number', 'whole'] as const),
      ...(['number', 'number', 'number', 'number'] as const),
    ],
    `SELECT metric, count(), argMax(value, step), max(step), countIf(isFinite(value)),
      argMinIf(value, (value, step), isFinite(value)), argMinIf(step, (value, step), isFinite(value)),
      argMaxIf(value, (value, -step), isFinite(value)), argMaxIf(step, (value, -step), isFinite(value))
    FROM points FINAL WHERE ${pointsOfAny(places)} GROUP BY metric`,
  )
  return new Map(
    rows.map(([metric, count, last, lastStep, finite, min, minStep, max, maxStep]) => {
      const known = { last, lastStep, count, basis: 'full' } as const
      const extremes = { min, minStep, max, maxStep }
      const none = { min: null, minStep: null, max: null, maxStep: null }
      return [metric, { ...known, ...(finite > 0 ? extremes : none) }]
    }),
  )
}
