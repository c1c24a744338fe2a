import { appendPoints, type MetricSeries } from '@runoff/core'
import type { SeriesRequest } from '@runoff/sources'

/**
 * Returns which part to ask for, so that the answer begins with the last point that is held;
 * `null` where there is no telling.
 *
 * Between the last two points of a sample there may be others, so it is asked for from its last.
 */
export function askForRest({
  basis,
  steps,
}: MetricSeries): Pick<SeriesRequest, 'since' | 'range'> | null {
  const from = steps.at(-1)
  const since = steps.at(-2)
  if (basis !== 'full') return from === undefined ? null : { range: { from, to: Infinity } }
  return since === undefined ? null : { since }
}

/**
 * Returns the series with the answer to what `askForRest` asked for at its end, or `null` where
 * the two do not fit and the whole must be read again. A sample stays one, whatever it grows by.
 *
 * They fit where the answer begins with the last point that is held. Where it does not, the steps
 * went back and were logged again, as when a run is resumed from an earlier checkpoint. So they did
 * where the source counts another total than both have together; it may count the answer alone.
 * Returns `held` itself where nothing came.
 */
export function extendSeries(held: MetricSeries, answer: MetricSeries): MetricSeries | null {
  if (!beginsWhereHeldEnds(held, answer)) return null
  const added = answer.steps.length - 1
  const total = (held.total ?? held.steps.length) + added
  const isPart = answer.total === null || answer.total === answer.steps.length
  if (!isPart && answer.total !== total) return null
  if (added === 0) return held
  const extended = appendPoints(held, withoutFirst(answer))
  return { ...extended, total: held.total === null ? null : total }
}

function beginsWhereHeldEnds(held: MetricSeries, answer: MetricSeries): boolean {
  return (
    answer.basis === 'full' &&
    held.stepUnit === answer.stepUnit &&
    answer.steps.length > 0 &&
    answer.steps[0] === held.steps.at(-1) &&
    Object.is(answer.values[0], held.values.at(-1))
  )
}

function withoutFirst(series: MetricSeries): MetricSeries {
  return {
    ...series,
    steps: series.steps.subarray(1),
    values: series.values.subarray(1),
    timesMs: series.timesMs?.subarray(1) ?? null,
    epochs: series.epochs?.subarray(1) ?? null,
  }
}

/** Whether two series hold the same points and say the same of them. */
export function isSameSeries(a: MetricSeries, b: MetricSeries): boolean {
  if (a === b) return true
  return (
    a.basis === b.basis &&
    a.total === b.total &&
    (a.stepUnit ?? 'step') === (b.stepUnit ?? 'step') &&
    isSameColumn(a.steps, b.steps) &&
    isSameColumn(a.values, b.values) &&
    isSameColumn(a.timesMs, b.timesMs) &&
    isSameColumn(a.epochs, b.epochs)
  )
}

/** Written out: a callback for each point costs several times as much. */
function isSameColumn(a: Float64Array | null, b: Float64Array | null): boolean {
  if (a === b) return true
  if (a === null || b === null || a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) {
    if (!Object.is(a[i], b[i])) return false
  }
  return true
}
