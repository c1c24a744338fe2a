import type { Goal } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { goalSign } from './goalSign.ts'
import { noiseOfCurve, noiseOrRounding } from './noiseOf.ts'
import { smoothCurve } from './smoothCurve.ts'

export type Divergence =
  | {
      readonly kind: 'defined'
      readonly finding: 'none' | 'non-finite' | 'diverging'
      /** The first step it is found at; `null` for none. */
      readonly step: number | null
      /** Whether it was still so at the last point: a run may recover. */
      readonly isOngoing: boolean
    }
  | Undefined

/** How much worse than the first value, in sd of one evaluation. */
const threshold = 5
/** For how many points one after another. */
const fewestPoints = 5

/**
 * Returns whether a curve went where no training should: to `NaN` or infinity, or well beyond where
 * it began.
 *
 * `non-finite` takes one such value. `diverging` takes 5 points in a row whose smoothed value is
 * worse than the first smoothed value by more than 5 sd of one evaluation. Shape: one series in,
 * one answer out. Missing: without points it is `too-few-points`, and so it is where all are finite
 * but fewer than three have two neighbours, since nothing then tells the noise.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min` nor `max`.
 */
export function divergence(series: MetricSeries, goal: Goal): Divergence {
  const sign = goalSign(goal)
  const { steps, values } = series
  const broken = values.findIndex((value) => !Number.isFinite(value))
  if (broken >= 0) {
    const isOngoing = !Number.isFinite(values.at(-1))
    return { kind: 'defined', finding: 'non-finite', step: steps[broken] ?? null, isOngoing }
  }
  const noise = noiseOfCurve(series)
  if (noise === null) return undefinedFor('too-few-points')
  const smoothed = smoothCurve(series).values.map((value) => sign * value)
  const first = smoothed.find(Number.isFinite) ?? NaN
  const limit = first + threshold * noiseOrRounding(noise, values)
  const isBeyond = (value: number): boolean => value > limit
  const start = startOfRow(smoothed, isBeyond)
  if (start === null) return { kind: 'defined', finding: 'none', step: null, isOngoing: false }
  const isOngoing = isBeyond(smoothed.at(-1) ?? NaN)
  return { kind: 'defined', finding: 'diverging', step: steps[start] ?? null, isOngoing }
}

/** Where the first row of enough points begins for which a claim holds. */
function startOfRow(values: Float64Array, holds: (value: number) => boolean): number | null {
  let length = 0
  for (let i = 0; i < values.length; i++) {
    length = holds(values[i] ?? NaN) ? length + 1 : 0
    if (length === fewestPoints) return i - fewestPoints + 1
  }
  return null
}
