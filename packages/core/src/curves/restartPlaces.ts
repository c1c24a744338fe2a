import type { MetricSeries } from '../series/series.ts'
import { medianOf } from './median.ts'

type Timed = Pick<MetricSeries, 'steps' | 'timesMs'>

/** A resumed run waits longer before its first point than between two others, in usual distances. */
const longGap = 3
const sampledGaps = 1001

/**
 * Returns the places in a series of the points that were the first to be logged after a restart, as
 * far as the points show that the log was written twice.
 *
 * Two things show it. A step that does not rise, in columns that were not joined. And in a joined
 * log, of which a part was written over, points of the first writing that are left: they have an
 * earlier time than a point of a lower step, and that point follows a gap at least 3 times as long
 * as is usual, which a clock that was put right does not leave. A resumed log that wrote over every
 * later point shows nothing, and neither does a mere pause: an evaluation or a checkpoint makes the
 * same gap in the times.
 *
 * Shape: one series in, rising places out. Missing: points without a time are passed over.
 */
export function restartPlaces(series: Timed): readonly number[] {
  const places = new Set([...stepsBack(series.steps), ...writtenOver(series.timesMs)])
  return [...places].sort((a, b) => a - b)
}

function stepsBack(steps: Float64Array): readonly number[] {
  const places: number[] = []
  for (let i = 1; i < steps.length; i++) {
    if ((steps[i] as number) <= (steps[i - 1] as number)) places.push(i)
  }
  return places
}

/** For each point that is older than one before it, the first that is younger than it. */
function writtenOver(timesMs: Float64Array | null): readonly number[] {
  if (timesMs === null || isRising(timesMs)) return []
  const usual = usualGap(timesMs)
  const latest = latestSoFar(timesMs)
  const places = new Set<number>()
  let place = 0
  for (let i = 0; i < timesMs.length; i++) {
    const time = timesMs[i] as number
    if (!(time < (latest[i] as number))) continue
    // Times that rise again move it on a little, which costs less than a search for each.
    if (place > 0 && (latest[place - 1] as number) > time) place = firstAbove(latest, time, place)
    while ((latest[place] as number) <= time) place++
    const before = place === 0 ? NaN : (latest[place - 1] as number)
    if ((timesMs[place] as number) - before >= longGap * usual) places.add(place)
  }
  return [...places]
}

function isRising(times: Float64Array): boolean {
  let latest = -Infinity
  for (let i = 0; i < times.length; i++) {
    const time = times[i] as number
    if (time < latest) return false
    if (time > latest) latest = time
  }
  return true
}

function latestSoFar(times: Float64Array): Float64Array {
  const latest = new Float64Array(times.length)
  let time = -Infinity
  for (let i = 0; i < times.length; i++) {
    if ((times[i] as number) > time) time = times[i] as number
    latest[i] = time
  }
  return latest
}

/** The first place up to `end` at which a column that never falls is above a number. */
function firstAbove(column: Float64Array, limit: number, end: number): number {
  let low = 0
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((column[middle] as number) > limit) high = middle
    else low = middle + 1
  }
  return low
}

/** The median distance in time of neighbours, of some that are spread evenly. */
function usualGap(times: Float64Array): number {
  const stride = Math.max(1, Math.floor(times.length / sampledGaps))
  const gaps: number[] = []
  for (let i = 1; i < times.length; i += stride) {
    const gap = (times[i] as number) - (times[i - 1] as number)
    if (gap >= 0) gaps.push(gap)
  }
  return medianOf(gaps)
}
