import type { Notice } from '../errors.ts'
import { defineSeries } from './defineSeries.ts'
import type { MetricSeries, SeriesColumns } from './series.ts'

export interface JoinedSeries {
  readonly series: MetricSeries
  /** `steps-repeat` where a later segment wrote over an earlier one. */
  readonly notices: readonly Notice[]
}

/**
 * Joins the logs of one run that was stopped and resumed; where steps repeat, the later log wins.
 *
 * Segments are given in the order they were written. A later segment replaces only the steps it
 * has itself: what an earlier one logged between them stays. Missing: no segment gives an empty
 * series.
 */
export function joinSegments(segments: readonly MetricSeries[]): JoinedSeries {
  const count = segments.reduce((sum, segment) => sum + segment.steps.length, 0)
  const column = (read: (segment: MetricSeries) => Float64Array | null): Float64Array | null => {
    if (segments.every((segment) => read(segment) === null)) return null
    const whole = new Float64Array(count).fill(NaN)
    let start = 0
    for (const segment of segments) {
      whole.set(read(segment) ?? [], start)
      start += segment.steps.length
    }
    return whole
  }
  const none = new Float64Array(0)
  const series = defineSeries({
    steps: column((segment) => segment.steps) ?? none,
    values: column((segment) => segment.values) ?? none,
    timesMs: column((segment) => segment.timesMs),
    epochs: column((segment) => segment.epochs),
    basis: segments.find((segment) => segment.basis !== 'full')?.basis ?? 'full',
    total: totalOf(segments),
    stepUnit:
      segments.find((segment) => (segment.stepUnit ?? 'step') !== 'step')?.stepUnit ?? 'step',
  })
  return { series, notices: overlapNotices(count - series.steps.length) }
}

function totalOf(segments: readonly MetricSeries[]): number | null {
  return segments.reduce<number | null>(
    (sum, { total }) => (sum === null || total === null ? null : sum + total),
    0,
  )
}

function overlapNotices(repeated: number): readonly Notice[] {
  if (repeated === 0) return []
  return [
    {
      code: 'steps-repeat',
      message: `${repeated} ${repeated === 1 ? 'step was' : 'steps were'} logged more than once; the later value was kept.`,
      count: repeated,
    },
  ]
}

/**
 * Cuts columns in the order they were written into segments whose steps rise: a new one begins
 * wherever a step repeats or goes back. Points whose step is not finite are left out.
 */
export function splitSegments(columns: SeriesColumns): readonly MetricSeries[] {
  const length = Math.min(columns.steps.length, columns.values.length)
  const starts = [0]
  let previous = -Infinity
  for (let i = 0; i < length; i++) {
    const step = Number(columns.steps[i])
    if (!Number.isFinite(step)) continue
    if (step <= previous) starts.push(i)
    previous = step
  }
  return starts.map((start, i) =>
    defineSeries(sliceColumns(columns, start, starts[i + 1] ?? length)),
  )
}

function sliceColumns(columns: SeriesColumns, from: number, to: number): SeriesColumns {
  const cut = <T>(column: ArrayLike<T>): readonly T[] =>
    Array.prototype.slice.call(column, from, to) as T[]
  return {
    ...columns,
    steps: cut(columns.steps),
    values: cut(columns.values),
    timesMs: columns.timesMs ? cut(columns.timesMs) : null,
    epochs: columns.epochs ? cut(columns.epochs) : null,
    total: to - from,
  }
}
