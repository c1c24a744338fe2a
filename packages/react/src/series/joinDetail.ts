import { firstAbove, firstAtLeast, type MetricSeries } from '@runoff/core'
import { isSameSeries } from './extendSeries.ts'

/** First and last step, both included. */
export interface StepRange {
  readonly from: number
  readonly to: number
}

/** What a source answered when it was asked for a part of a series. */
export interface Detail {
  readonly range: StepRange
  readonly series: MetricSeries
}

/**
 * Returns a sampled series with its finer points in place: from the first to the last of them these
 * alone, and outside of them what the sample has. `coarse` itself where they add nothing.
 *
 * Shape: columns of any length, steps rising. Every point is one of those given, and none of the
 * finer ones is left out. The total is that of the whole; the basis becomes `full` only where the
 * finer points are all points of a range that covers the whole. Missing: a time or epoch that only
 * one of the two has is `NaN` in the other's points.
 */
export function joinDetail(coarse: MetricSeries, detail: Detail): MetricSeries {
  const { series: finer } = detail
  const [first, last] = [finer.steps[0], finer.steps.at(-1)]
  if (first === undefined || last === undefined) return coarse
  if ((finer.stepUnit ?? 'step') !== (coarse.stepUnit ?? 'step')) return coarse
  const before = firstAtLeast(coarse.steps, first)
  const after = firstAbove(coarse.steps, last)
  // A sample of the part may still be thinner than what is there, as one of fewer points.
  if (finer.basis !== 'full' && finer.steps.length < after - before) return coarse
  const join = (outer: Float64Array, inner: Float64Array): Float64Array =>
    concat(outer.subarray(0, before), inner, outer.subarray(after))
  const steps = join(coarse.steps, finer.steps)
  const joined: MetricSeries = {
    ...coarse,
    steps,
    values: join(coarse.values, finer.values),
    timesMs: joinOptional(coarse, finer, (series) => series.timesMs, join),
    epochs: joinOptional(coarse, finer, (series) => series.epochs, join),
    basis: isWhole(coarse, detail) ? 'full' : coarse.basis,
    // Those of a live run that were read later may be more than there were.
    total: coarse.total === null ? null : Math.max(coarse.total, steps.length),
  }
  return isSameSeries(joined, coarse) ? coarse : joined
}

function concat(...parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0))
  let start = 0
  for (const part of parts) {
    whole.set(part, start)
    start += part.length
  }
  return whole
}

function joinOptional(
  coarse: MetricSeries,
  finer: MetricSeries,
  read: (series: MetricSeries) => Float64Array | null,
  join: (outer: Float64Array, inner: Float64Array) => Float64Array,
): Float64Array | null {
  const [outer, inner] = [read(coarse), read(finer)]
  if (outer === null && inner === null) return null
  return join(outer ?? unknown(coarse), inner ?? unknown(finer))
}

function unknown({ steps }: MetricSeries): Float64Array {
  return new Float64Array(steps.length).fill(NaN)
}

/** Whether the finer points are all there are, as far as both answers tell. */
function isWhole(coarse: MetricSeries, { series: finer, range }: Detail): boolean {
  if (finer.basis !== 'full') return false
  const isCovered =
    range.from <= (coarse.steps[0] ?? -Infinity) &&
    range.to >= (coarse.steps.at(-1) ?? Infinity) &&
    (finer.steps[0] ?? Infinity) <= (coarse.steps[0] ?? -Infinity) &&
    (finer.steps.at(-1) ?? -Infinity) >= (coarse.steps.at(-1) ?? Infinity)
  // A sample need not have the ends of the series: where nobody counted, only no ends are enough.
  if (coarse.total === null) return isCovered && range.from === -Infinity && range.to === Infinity
  return isCovered && finer.steps.length >= coarse.total
}

/** Whether a sample that was read later tells of something that the finer points lack. */
export function isOutdated(coarse: MetricSeries, detail: Detail): boolean {
  const last = detail.series.steps.at(-1) ?? -Infinity
  const later = coarse.steps[firstAbove(coarse.steps, last)] ?? Infinity
  const isLonger = later >= detail.range.from && later <= detail.range.to
  return isLonger || isDenied(coarse, detail)
}

/**
 * Whether a sample that was read later says otherwise than the finer points, up to their last: that
 * steps went back, that there are points between all that there were, or other values.
 */
export function isDenied(coarse: MetricSeries, { series: finer, range }: Detail): boolean {
  const last = finer.steps.at(-1) ?? -Infinity
  if ((coarse.steps.at(-1) ?? -Infinity) < last) return true
  const end = firstAbove(coarse.steps, Math.min(range.to, last))
  let place = 0
  for (let i = firstAtLeast(coarse.steps, range.from); i < end; i++) {
    const step = coarse.steps[i] ?? NaN
    while ((finer.steps[place] ?? Infinity) < step) place += 1
    const isKnown = finer.steps[place] === step
    if (isKnown && !Object.is(finer.values[place], coarse.values[i])) return true
    if (!isKnown && finer.basis === 'full') return true
  }
  return false
}
