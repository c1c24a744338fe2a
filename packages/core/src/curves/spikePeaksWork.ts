import type { Goal } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import type { Work } from '../stats/work.ts'
import type { CurveMark } from './curveMark.ts'
import { spikes } from './spikes.ts'

type SpikeMark = Extract<CurveMark, { readonly kind: 'spike' }>

/** Takes some 4 ms. */
const sliceLength = 4096
/** What a point of a series as long as this is held against. */
const window = 51

/**
 * Returns the spikes of a series in the order of training, where those of neighbouring points are
 * one: the farthest of them.
 *
 * A series of more than 4096 points is judged that many at a time, each held against the values
 * before it as in the whole; only the last decimal, below which nothing is a spike, is that of the
 * slice.
 */
export function* spikePeaksWork(series: MetricSeries, goal: Goal): Work<readonly SpikeMark[]> {
  const { length } = series.values
  const peaks: SpikeMark[] = []
  let previous = -2
  let next = 0
  for (let from = 0; from < length; from += sliceLength) {
    for (const spike of spikesBetween(series, from, goal)) {
      while (!isAt(series, next, spike)) next++
      const { step, value, deviation } = spike
      const mark: SpikeMark = { kind: 'spike', step, value, deviation }
      if (next !== previous + 1) peaks.push(mark)
      else if (deviation > (peaks.at(-1)?.deviation ?? 0)) peaks[peaks.length - 1] = mark
      previous = next
      next++
    }
    yield Math.min(1, (from + sliceLength) / length)
  }
  return peaks
}

function spikesBetween(
  series: MetricSeries,
  from: number,
  goal: Goal,
): readonly { readonly step: number; readonly value: number; readonly deviation: number }[] {
  const isWhole = series.values.length <= sliceLength
  const start = isWhole ? 0 : startOfWindow(series.values, from)
  const slice = {
    ...series,
    steps: series.steps.subarray(start, from + sliceLength),
    values: series.values.subarray(start, from + sliceLength),
  }
  const answer = spikes(slice, isWhole ? { goal } : { goal, window })
  return answer.kind === 'undefined' ? [] : answer.spikes
}

/**
 * Where the finite values begin that fill the window before a place: none of them is judged again.
 * It looks back one slice at most, so that a series with few values costs no more than another.
 */
function startOfWindow(values: Float64Array, place: number): number {
  const first = Math.max(0, place - sliceLength)
  let start = place
  for (let count = 0; start > first && count < window; start--) {
    if (Number.isFinite(values[start - 1])) count++
  }
  return start
}

function isAt(
  { steps, values }: MetricSeries,
  place: number,
  spike: { readonly step: number; readonly value: number },
): boolean {
  return place >= values.length || (steps[place] === spike.step && values[place] === spike.value)
}
