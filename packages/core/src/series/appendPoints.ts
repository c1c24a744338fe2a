import { defineSeries } from './defineSeries.ts'
import { joinSegments } from './joinSegments.ts'
import type { MetricSeries, SeriesPoint } from './series.ts'

/** Room behind a series, shared by all the views of it. */
interface Room {
  readonly steps: Float64Array
  readonly values: Float64Array
  readonly timesMs: Float64Array | null
  readonly epochs: Float64Array | null
  /** How much of it is taken: only the view that ends here may grow in place. */
  length: number
}

/** By the `steps` of a view: a series that did not come from here has no room of its own. */
const rooms = new WeakMap<Float64Array, Room>()

/**
 * Returns the series with points added at its end, as a new view of the same growing columns.
 *
 * It costs what is added, not what is there: the columns double when they are full. The series
 * that was given stays as it was. Points that do not come after its last step are joined in as a
 * resumed run is (the later value wins), which costs the whole length.
 */
export function appendPoints(
  series: MetricSeries,
  points: readonly SeriesPoint[] | MetricSeries,
): MetricSeries {
  const added = 'steps' in points ? points : defineSeries(points)
  if (added.steps.length === 0) return series
  if (!comesAfter(series, added)) return joined(series, added)
  const room = roomFor(series, added)
  const start = series.steps.length
  room.steps.set(added.steps, start)
  room.values.set(added.values, start)
  room.timesMs?.set(added.timesMs ?? emptyColumn(added), start)
  room.epochs?.set(added.epochs ?? emptyColumn(added), start)
  room.length = start + added.steps.length
  return viewOf(series, added, room)
}

function comesAfter(series: MetricSeries, added: MetricSeries): boolean {
  return (added.steps[0] ?? NaN) > (series.steps.at(-1) ?? -Infinity)
}

function joined(series: MetricSeries, added: MetricSeries): MetricSeries {
  return {
    ...joinSegments([series, added]).series,
    basis: basisOf(series, added),
    total: totalOf(series, added),
  }
}

/** Points that were sampled make the whole no longer full. */
function basisOf(series: MetricSeries, added: MetricSeries): MetricSeries['basis'] {
  return series.basis === 'full' ? added.basis : series.basis
}

function totalOf(series: MetricSeries, added: MetricSeries): number | null {
  return series.total === null || added.total === null ? null : series.total + added.total
}

function roomFor(series: MetricSeries, added: MetricSeries): Room {
  const room = rooms.get(series.steps)
  const needed = series.steps.length + added.steps.length
  const fits =
    room !== undefined &&
    room.length === series.steps.length &&
    room.steps.length >= needed &&
    (added.timesMs === null || room.timesMs !== null) &&
    (added.epochs === null || room.epochs !== null)
  return fits ? room : newRoom(series, added, Math.max(16, needed * 2))
}

function newRoom(series: MetricSeries, added: MetricSeries, size: number): Room {
  const copy = (column: Float64Array): Float64Array => {
    const larger = new Float64Array(size)
    larger.set(column)
    return larger
  }
  const optional = (own: Float64Array | null, other: Float64Array | null): Float64Array | null =>
    own === null && other === null ? null : copy(own ?? emptyColumn(series))
  return {
    steps: copy(series.steps),
    values: copy(series.values),
    timesMs: optional(series.timesMs, added.timesMs),
    epochs: optional(series.epochs, added.epochs),
    length: series.steps.length,
  }
}

function emptyColumn(series: MetricSeries): Float64Array {
  return new Float64Array(series.steps.length).fill(NaN)
}

function viewOf(series: MetricSeries, added: MetricSeries, room: Room): MetricSeries {
  const view = {
    ...series,
    steps: room.steps.subarray(0, room.length),
    values: room.values.subarray(0, room.length),
    timesMs: room.timesMs?.subarray(0, room.length) ?? null,
    epochs: room.epochs?.subarray(0, room.length) ?? null,
    basis: basisOf(series, added),
    total: totalOf(series, added),
  }
  rooms.set(view.steps, room)
  return view
}
