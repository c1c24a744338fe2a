import { RunoffError } from '../errors.ts'
import type { Goal } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { goalSign } from './goalSign.ts'

export type AnytimeArea =
  | {
      readonly kind: 'defined'
      /** Area under the best value so far, in the metric's unit times steps. */
      readonly area: number
      /** The same over the length of the grid: the mean of the best value so far. */
      readonly mean: number
    }
  | Undefined

/**
 * Returns the area under the best value so far, over a grid of steps that runs share: how good a run
 * was at any time, rather than at its end.
 *
 * Between two steps of the grid it counts the best value at the first of them; after the last point
 * of the series, the best there was. Shape: one series and at least two rising steps in, one answer
 * out. Missing: values that are not finite are passed over; a series without a value at the first
 * step of the grid or before is `too-few-points`.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`, or the grid is not
 *   two or more finite steps that rise.
 */
export function anytimeArea(
  series: MetricSeries,
  goal: Goal,
  grid: readonly number[],
): AnytimeArea {
  const sign = goalSign(goal)
  checkGrid(grid)
  const points = pointsOf(series)
  let next = 0
  let best = Infinity
  let area = 0
  for (const [i, step] of grid.entries()) {
    for (; (points[next]?.step ?? Infinity) <= step; next++) {
      best = Math.min(best, sign * (points[next]?.value ?? NaN))
    }
    if (best === Infinity) return undefinedFor('too-few-points')
    area += best * ((grid[i + 1] ?? step) - step)
  }
  const span = (grid.at(-1) ?? NaN) - (grid[0] ?? NaN)
  return { kind: 'defined', area: sign * area + 0, mean: (sign * area) / span + 0 }
}

/**
 * Returns the steps at which any of some series has a value, from the first at which all have had
 * one to the last that all came to; empty where there is no such stretch.
 */
export function sharedGrid(list: readonly MetricSeries[]): readonly number[] {
  const columns = list.map((series) => pointsOf(series).map(({ step }) => step))
  const first = columns.reduce((most, steps) => Math.max(most, steps[0] ?? Infinity), -Infinity)
  const last = columns.reduce(
    (least, steps) => Math.min(least, steps.at(-1) ?? -Infinity),
    Infinity,
  )
  const inside = columns.flat().filter((step) => step >= first && step <= last)
  return [...new Set(inside)].sort((a, b) => a - b)
}

interface Point {
  readonly step: number
  readonly value: number
}

/** The finite points by rising step: after a restart, steps begin again. */
function pointsOf({ steps, values }: MetricSeries): readonly Point[] {
  return Array.from(steps, (step, i): Point => ({ step, value: values[i] ?? NaN }))
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => a.step - b.step)
}

function checkGrid(grid: readonly number[]): void {
  const rises = grid.every(
    (step, i) => Number.isFinite(step) && (i === 0 || step > (grid[i - 1] ?? NaN)),
  )
  if (rises && grid.length >= 2) return
  throw new RunoffError(
    'bad-option',
    'anytimeArea needs a grid of at least two finite steps that rise, to have an area over. ' +
      'Pass the steps that the runs share, as sharedGrid returns them.',
  )
}
