import type { LevelOption } from '../stats/checkOptions.ts'
import type { Curve } from './stretches.ts'
import { medianOf } from './median.ts'
import { theilSen, type TheilSen } from './theilSen.ts'

/** 19 900 slopes, which sort in 2 ms: a trend is asked for of every run on the page. */
const mostBins = 200

/**
 * Returns the slope of a curve between two steps, both included, per step.
 *
 * Shape: one curve in, one answer out. Units: those of the metric per step. Of more than 200 points,
 * each of 200 bins of neighbours counts as one, at its median. Missing: points that are not finite
 * are left out; fewer than 5 points are `too-few-points`.
 */
export function trendOf(
  { steps, values }: Curve,
  [from, to]: readonly [number, number],
  options?: LevelOption,
): TheilSen {
  const places: number[] = []
  values.forEach((value, i) => {
    const step = steps[i] ?? NaN
    if (Number.isFinite(value) && step >= from && step <= to) places.push(i)
  })
  const bins = binsOf(places)
  const medians = (column: Float64Array): number[] =>
    bins.map((bin) => medianOf(bin.map((place) => column[place] ?? NaN)))
  return theilSen(medians(steps), medians(values), options)
}

function binsOf(places: readonly number[]): readonly (readonly number[])[] {
  const count = Math.min(mostBins, places.length)
  const border = (i: number): number => Math.round((i * places.length) / count)
  return Array.from({ length: count }, (_, i) => places.slice(border(i), border(i + 1)))
}
