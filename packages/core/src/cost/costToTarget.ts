import { timeToTarget } from '../curves/timeToTarget.ts'
import type { Goal, Run } from '../run/run.ts'
import { firstAtLeast } from '../series/findStep.ts'
import type { MetricSeries } from '../series/series.ts'
import { undefinedFor, type Undefined } from '../stats/answer.ts'
import { durationMsOf, gpuHoursOf, msPerHour } from './gpuHours.ts'
import { namedGpus } from './namedGpus.ts'

/** A run with its curve of one metric. */
export interface RunCurve {
  readonly run: Run
  readonly series: MetricSeries
}

/** What a run had taken when its curve came to a target. */
export type CostToTarget =
  | Undefined
  | {
      readonly kind: 'defined'
      readonly gpuHours: number
      /** The step at which the curve came to the target, or its last one. */
      readonly step: number
      /** `false`: the curve ended short of the target, which would have cost more than `gpuHours`. */
      readonly reached: boolean
      /** `time`: from the clock at that step; `steps`: the share of the steps done by then. */
      readonly basis: 'time' | 'steps'
    }

/**
 * Returns the GPU hours that a run had taken when its curve first came to a target and stayed there,
 * as `timeToTarget` sees it.
 *
 * Units: GPU hours; the target is in units of the metric. Where the points carry times, these and
 * the start of the run tell; else a step is taken to cost as much as any other. Missing: a curve
 * that never came there gives what it had taken at its last point, and `reached` is `false`.
 *
 * Undefined: as `timeToTarget` for a curve it can say nothing of; `no-cost` where the GPU hours of
 * the run are not known.
 *
 * @throws {RunoffError} `bad-option` for a wrong goal or a target that is no finite number.
 */
export function costToTarget(curve: RunCurve, target: number, goal: Goal): CostToTarget {
  const answer = timeToTarget([curve.series], target, goal)
  if (answer.kind === 'undefined') return answer
  const [first] = answer.times
  if (first === undefined) return undefinedFor('too-few-points')
  const { time: step, reached } = first
  const byTime = hoursByTime(curve, step)
  const gpuHours = byTime ?? hoursBySteps(curve, step)
  if (gpuHours === null) return undefinedFor('no-cost')
  return { kind: 'defined', gpuHours, step, reached, basis: byTime === null ? 'steps' : 'time' }
}

/** Needs the start of the run, the time of the point, and either an end or a count of GPUs. */
function hoursByTime({ run, series }: RunCurve, step: number): number | null {
  const timeMs = series.timesMs?.[firstAtLeast(series.steps, step)] ?? NaN
  const elapsedMs = timeMs - (run.startedAtMs ?? NaN)
  if (!(elapsedMs >= 0)) return null
  if (run.gpuHours === null) return timesGpus(elapsedMs, namedGpus(run))
  const hours = gpuHoursOf(run)
  const durationMs = durationMsOf(run)
  // A clock that is past the end belongs to another machine or another run.
  if (hours === null || durationMs === null || elapsedMs > durationMs) return null
  return hours.value * (elapsedMs / durationMs)
}

function timesGpus(elapsedMs: number, gpus: number | null): number | null {
  return gpus === null ? null : (elapsedMs / msPerHour) * gpus
}

function hoursBySteps({ run, series }: RunCurve, step: number): number | null {
  const hours = gpuHoursOf(run)
  const length = Math.max(series.steps.at(-1) ?? 0, stepsOf(run, series) ?? 0)
  return hours === null || !(length > 0) ? null : hours.value * (step / length)
}

/** How far the run came, in what the series counts in. */
function stepsOf(run: Run, { stepUnit = 'step' }: MetricSeries): number | null {
  if (stepUnit === 'record') return null
  return stepUnit === 'epoch' ? run.epoch : run.step
}
