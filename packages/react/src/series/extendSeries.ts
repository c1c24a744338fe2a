import { appendPoints, type MetricSeries } from '@runoff/core'

/** Returns after which step to ask, so that the answer begins with the last point that is held. */
export function lastStepButOne({ steps }: MetricSeries): number | undefined {
  return steps.at(-2)
}

/**
 * Returns the series with the answer to "what came after the last step but one" at its end, or
 * `null` where the two do not fit and the whole must be read again.
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
  return (
    a.basis === b.basis &&
    a.total === b.total &&
    a.stepUnit === b.stepUnit &&
    isSameColumn(a.steps, b.steps) &&
    isSameColumn(a.values, b.values) &&
    isSameColumn(a.timesMs, b.timesMs) &&
    isSameColumn(a.epochs, b.epochs)
  )
}

function isSameColumn(a: Float64Array | null, b: Float64Array | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]))
}
