import { defineSeries, type Basis } from '@runoff/core'
import { placePoints, type PlacedSeries } from '../files/form/placePoints.ts'

/** One point as a tracker gives it, in the order of its log; `NaN` where it does not tell. */
export interface TrackedPoint {
  readonly step: number
  readonly value: number
  readonly timeMs: number
}

/**
 * Puts the points that a tracker gave on the axis of steps. A metric that was logged without ever
 * naming a step has all of its points at step 0: those are placed by their order, and none is lost.
 */
export function placeTracked(points: readonly TrackedPoint[], basis: Basis = 'full'): PlacedSeries {
  if (points.length === 0) return { series: defineSeries([]), notices: [] }
  const isStepless = points.length > 1 && points.every(({ step }) => step === 0)
  const placed = placePoints({
    steps: points.map(({ step }) => (isStepless ? NaN : step)),
    epochs: points.map(() => NaN),
    timesMs: points.map(({ timeMs }) => timeMs),
    values: points.map(({ value }) => value),
  })
  if (basis === 'full') return placed
  return { ...placed, series: { ...placed.series, basis, total: null } }
}
