import type { MetricSeries } from '@runoff/core'
import type { AxisKind } from '../messages.ts'

export type YScale = 'linear' | 'log'

/** A series laid along an axis: what is drawn is the same as what is looked up. */
export interface PlacedSeries {
  /** `steps` are the x, never falling; `values` are what is drawn, on a log axis their log10. */
  readonly columns: MetricSeries
  /** The place in the source's columns of each point; `null` where it is the same. */
  readonly sources: Uint32Array | null
  /** What was taken from every x. */
  readonly origin: number
  /** Points that the axis has no place for. */
  readonly unplaced: number
}

/**
 * Returns a series with the asked-for x in the place of its steps.
 *
 * Points without an x are left out and counted; where clocks went back, points are put in order.
 * On a log axis a value that is not above zero lies below every axis: it becomes `-Infinity`.
 * `origin` is the x that becomes 0: where the run begins on an axis of relative time.
 */
export function placeSeries(
  series: MetricSeries,
  axis: AxisKind,
  yScale: YScale,
  origin = 0,
): PlacedSeries {
  const known = placedBefore.get(series) ?? new Map<string, PlacedSeries>()
  placedBefore.set(series, known)
  const key = `${axis} ${yScale} ${origin}`
  const placed = known.get(key) ?? place(series, axis, yScale, origin)
  known.set(key, placed)
  return placed
}

/** New columns would cost a new pyramid on every render. */
const placedBefore = new WeakMap<MetricSeries, Map<string, PlacedSeries>>()

function place(series: MetricSeries, axis: AxisKind, yScale: YScale, origin: number): PlacedSeries {
  const x = xColumn(series, axis)
  if (x === null)
    return { columns: emptyColumns(series), sources: null, origin, unplaced: series.steps.length }
  // Steps rise by contract; a pass over a million of them on every append would cost a frame.
  const sources = x === series.steps || isOrdered(x) ? null : orderOf(x)
  const pick = (column: Float64Array): Float64Array =>
    sources === null ? column : Float64Array.from(sources, (place) => column[place] ?? NaN)
  const values = pick(series.values)
  return {
    columns: {
      ...series,
      steps: origin === 0 ? pick(x) : pick(x).map((at) => at - origin),
      values: yScale === 'log' ? values.map(logOf) : values,
    },
    sources,
    origin,
    unplaced: series.steps.length - (sources?.length ?? series.steps.length),
  }
}

/** Returns the source's place of a point of a placed series. */
export function sourcePlace(placed: PlacedSeries, place: number): number {
  return placed.sources === null ? place : (placed.sources[place] ?? place)
}

function logOf(value: number): number {
  return value <= 0 ? -Infinity : Math.log10(value)
}

function xColumn(series: MetricSeries, axis: AxisKind): Float64Array | null {
  if (axis === 'step' || axis === 'record') return series.steps
  if (axis === 'epoch') return series.stepUnit === 'epoch' ? series.steps : series.epochs
  return series.timesMs
}

function emptyColumns(series: MetricSeries): MetricSeries {
  const none = new Float64Array(0)
  return { ...series, steps: none, values: none, timesMs: null, epochs: null }
}

function isOrdered(x: Float64Array): boolean {
  let before = -Infinity
  for (let i = 0; i < x.length; i++) {
    const at = x[i] as number
    // False for NaN and for infinity as well.
    if (!(at >= before && at < Infinity)) return false
    before = at
  }
  return true
}

function orderOf(x: Float64Array): Uint32Array {
  const places = Uint32Array.from(x, (_, place) => place).filter((place) =>
    Number.isFinite(x[place]),
  )
  return places.sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b)
}
