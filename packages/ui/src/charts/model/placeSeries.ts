import { appendPoints, type MetricSeries, type XScale } from '@runoff/core'
import type { AxisKind } from '../messages.ts'
import { columnMemory } from './columnMemory.ts'
import type { DrawScale } from './drawScale.ts'
import { hasOrderedSteps, isOrderedFrom } from './orderedSteps.ts'
import { xAlong } from './xAlong.ts'

/** A series laid along an axis: what is drawn is the same as what is looked up. */
export interface PlacedSeries {
  /** `steps` are the drawn x, never falling; `values` are drawn as well: on a log axis both log10. */
  readonly columns: MetricSeries
  /** The place in the source's columns of each point; `null` where it is the same. */
  readonly sources: Uint32Array | null
  /** What was taken from every x. */
  readonly origin: number
  /** Points that the axis has no place for. */
  readonly unplaced: number
}

export interface Placement {
  /** `own` where the steps of a series are what the axis counts, whatever that is. */
  readonly axis: AxisKind | 'own'
  readonly xScale: XScale
  readonly y: DrawScale
  /** The x that becomes 0: where the run begins on a relative axis. @default 0 */
  readonly origin?: number | undefined
  /** On the axis of a metric: that metric of the same run. */
  readonly xSeries?: MetricSeries | null | undefined
}

interface Known {
  readonly series: MetricSeries
  readonly placement: Placement
  readonly placed: PlacedSeries
}

/**
 * Returns a series with the asked-for x in the place of its steps.
 *
 * Points without an x are left out and counted; where clocks or steps went back, points are put in
 * order.
 * On a log axis a value that is not above zero lies below every axis: it becomes `-Infinity`. What
 * was placed before is not placed again: a longer view of the same growing columns costs what was
 * added.
 */
export function placeSeries(series: MetricSeries, placement: Placement): PlacedSeries {
  const { axis, xScale, y, origin = 0, xSeries = null } = placement
  const key = `${axis} ${xScale} ${y.key} ${origin}`
  const known = placedBefore.get(series.values) ?? new Map<string, Known>()
  placedBefore.set(series.values, known)
  const held = known.get(key)
  const isOfSameX = held !== undefined && (held.placement.xSeries ?? null) === xSeries
  if (isOfSameX && held.series === series) return held.placed
  const placed = (isOfSameX ? grown(held, series, placement) : null) ?? place(series, placement)
  known.set(key, { series, placement, placed })
  return placed
}

/** By the values, and by how they are placed: new columns would cost a new pyramid on every render. */
const placedBefore = columnMemory<Map<string, Known>>()

/** Places only what was added, where that comes after what is there. */
function grown(
  { series: before, placed }: Known,
  series: MetricSeries,
  placement: Placement,
): PlacedSeries | null {
  const length = before.steps.length
  const isLonger =
    series.steps.length > length &&
    isSameStart(series.steps, before.steps) &&
    isSameStart(series.timesMs, before.timesMs) &&
    isSameStart(series.epochs, before.epochs)
  if (!isLonger || length === 0) return null
  // The steps of the source itself are the x: nothing was copied, and nothing is now.
  if (placed.columns.steps.buffer === before.steps.buffer && placement.y.kind === 'linear') {
    return null
  }
  const added = place(tailOf(series, length), placement)
  const last = placed.columns.steps.at(-1) ?? -Infinity
  const isAfter = (added.columns.steps[0] ?? Infinity) > last
  if (!isAfter) return null
  const columns = appendPoints(placed.columns, {
    ...added.columns,
    timesMs: null,
    epochs: null,
    basis: placed.columns.basis,
  })
  return {
    columns,
    sources: joinedSources(placed, added, length),
    origin: placed.origin,
    unplaced: placed.unplaced + added.unplaced,
  }
}

/** Whether one column may be a longer view of the other. */
function isSameStart(a: Float64Array | null, b: Float64Array | null): boolean {
  return a?.buffer === b?.buffer && a?.byteOffset === b?.byteOffset
}

/** The places of what was added lie behind the `length` points that were there. */
function joinedSources(
  placed: PlacedSeries,
  added: PlacedSeries,
  length: number,
): Uint32Array | null {
  if (placed.sources === null && added.sources === null) return null
  const count = placed.columns.steps.length
  const sources = new Uint32Array(count + added.columns.steps.length)
  for (let at = 0; at < sources.length; at++) {
    const isAdded = at >= count
    sources[at] = isAdded ? length + sourcePlace(added, at - count) : sourcePlace(placed, at)
  }
  return sources
}

function tailOf(series: MetricSeries, from: number): MetricSeries {
  return {
    ...series,
    steps: series.steps.subarray(from),
    values: series.values.subarray(from),
    timesMs: series.timesMs?.subarray(from) ?? null,
    epochs: series.epochs?.subarray(from) ?? null,
  }
}

function place(series: MetricSeries, placement: Placement): PlacedSeries {
  const { xScale, y, origin = 0 } = placement
  const given = xColumn(series, placement)
  if (given === null)
    return { columns: emptyColumns(series), sources: null, origin, unplaced: series.steps.length }
  const x = xScale === 'log' || origin !== 0 ? given.map(drawnX(xScale, origin)) : given
  const isOrdered = x === series.steps ? hasOrderedSteps(x) : isOrderedFrom(x, 0)
  const sources = isOrdered ? null : orderOf(x)
  const pick = (column: Float64Array): Float64Array =>
    sources === null ? column : Float64Array.from(sources, (at) => column[at] ?? NaN)
  const values = pick(series.values)
  return {
    columns: {
      ...series,
      steps: pick(x),
      values: y.kind === 'linear' ? values : values.map(y.toDrawn),
      timesMs: null,
      epochs: null,
    },
    sources,
    origin,
    unplaced: series.steps.length - (sources?.length ?? series.steps.length),
  }
}

/** Returns the source's place of a point of a placed series. */
export function sourcePlace(placed: PlacedSeries, at: number): number {
  return placed.sources === null ? at : (placed.sources[at] ?? at)
}

/** What has no logarithm has no place. */
function drawnX(xScale: XScale, origin: number): (x: number) => number {
  if (xScale === 'linear') return (x) => x - origin
  return (x) => (x - origin > 0 ? Math.log10(x - origin) : NaN)
}

function xColumn(series: MetricSeries, { axis, xSeries }: Placement): Float64Array | null {
  switch (axis) {
    case 'own':
    case 'step':
    case 'relative-step':
    case 'record':
      return series.steps
    case 'epoch':
      return series.stepUnit === 'epoch' ? series.steps : series.epochs
    case 'time':
    case 'relative-time':
      return series.timesMs
    default:
      return xSeries == null ? null : xAlong(xSeries, series.steps)
  }
}

function emptyColumns(series: MetricSeries): MetricSeries {
  const none = new Float64Array(0)
  return { ...series, steps: none, values: none, timesMs: null, epochs: null }
}

function orderOf(x: Float64Array): Uint32Array {
  const places = Uint32Array.from(x, (_, at) => at).filter((at) => Number.isFinite(x[at]))
  return places.sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b)
}
