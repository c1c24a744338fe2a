import type { BestCheckpoint, Goal } from '../run/run.ts'
import { RunoffError } from '../errors.ts'
import { firstAtLeast } from '../series/findStep.ts'
import type { MetricSeries } from '../series/series.ts'
import { finish, scaled, type Work } from '../stats/work.ts'
import type { CurveMark } from './curveMark.ts'
import { divergenceWork } from './divergenceWork.ts'
import { goalSign } from './goalSign.ts'
import { restartPlaces } from './restartPlaces.ts'
import { spikePeaksWork } from './spikePeaksWork.ts'

export interface CurveMarksOptions {
  /**
   * Which end is better; `null` where that is not known. There is then no best and no going the
   * wrong way, and a spike is a jump upwards.
   */
  readonly goal: Goal | null
  /** The best checkpoint by the run's own word; where the series has its step, that is the best. */
  readonly best?: Pick<BestCheckpoint, 'step' | 'checkpointPath'> | null
  /** Steps the run was resumed at, where they are known, beside those that the series shows. */
  readonly restarts?: readonly number[]
  /** How many spikes are kept, the largest ones. @default 20 */
  readonly mostSpikes?: number
}

/**
 * Returns what is worth a mark on a curve: its best checkpoint, where it diverged, where the run was
 * restarted, and its spikes; of each kind in the order of training.
 *
 * Best: `best` where the series has a finite value at its step, and else the first of the lowest or
 * highest values. Divergence: where a curve that had been finite stopped being so until its end, for
 * longer than it had ever recovered from; else what `divergence` finds in the finite points, so that
 * one `NaN` in a curve that goes on is none. Restarts: at the steps given, and where the points show
 * that the log was written twice (see `restartPlaces`); joined logs show it seldom, so that none
 * found does not mean none. Spikes: those of `spikes`, where neighbours are one, at the farthest.
 *
 * Shape: one series in, some marks out. Units: those of the metric. Missing: a step of `restarts`
 * is marked at the first point from it on, and left out beyond the last and before the second one.
 *
 * @throws {RunoffError} `bad-option` when the goal is neither `min`, `max` nor `null`, or
 *   `mostSpikes` is not a whole number of at least 0.
 */
export function curveMarks(series: MetricSeries, options: CurveMarksOptions): readonly CurveMark[] {
  return finish(startCurveMarks(series, options))
}

/** Returns the same as work in slices of a few milliseconds: a million points take a second. */
export function startCurveMarks(
  series: MetricSeries,
  options: CurveMarksOptions,
): Work<readonly CurveMark[]> {
  const { goal, mostSpikes = 20 } = options
  if (goal !== null) goalSign(goal)
  checkMostSpikes(mostSpikes)
  return marksWork(series, { ...options, mostSpikes })
}

function* marksWork(
  series: MetricSeries,
  options: CurveMarksOptions & { readonly mostSpikes: number },
): Work<readonly CurveMark[]> {
  const { goal, mostSpikes } = options
  const best = goal === null ? [] : bestMarks(series, goal, options.best ?? null)
  yield 0.02
  const restarts = restartMarks(series, options.restarts ?? [])
  yield 0.05
  const divergences = yield* scaled(divergenceMarks(series, goal), [0.05, 0.2])
  const peaks = yield* scaled(spikePeaksWork(series, goal ?? 'min'), [0.2, 1])
  return [...best, ...divergences, ...restarts, ...largest(peaks, mostSpikes)]
}

function bestMarks(
  series: MetricSeries,
  goal: Goal,
  best: NonNullable<CurveMarksOptions['best']> | null,
): readonly CurveMark[] {
  const { steps, values } = series
  const told = best === null || best.step === null ? -1 : steps.indexOf(best.step)
  if (Number.isFinite(values[told])) {
    const checkpointPath = best?.checkpointPath ?? null
    return [{ kind: 'best', step: steps[told] ?? NaN, value: values[told] ?? NaN, checkpointPath }]
  }
  const place = placeOfBest(values, goalSign(goal))
  if (place === null) return []
  const step = steps[place] ?? NaN
  return [{ kind: 'best', step, value: values[place] ?? NaN, checkpointPath: null }]
}

/** The first place of the best finite value. */
function placeOfBest(values: Float64Array, sign: 1 | -1): number | null {
  let place: number | null = null
  let lowest = Infinity
  for (let i = 0; i < values.length; i++) {
    const cost = sign * (values[i] as number)
    if (!(cost < lowest) || cost === -Infinity) continue
    lowest = cost
    place = i
  }
  return place
}

function restartMarks(series: MetricSeries, given: readonly number[]): readonly CurveMark[] {
  const { steps, values } = series
  const told = given.map((step) => firstAtLeast(steps, step))
  const places = new Set([...restartPlaces(series), ...told])
  return [...places]
    .filter((place) => place > 0 && place < steps.length)
    .sort((a, b) => a - b)
    .map((place) => ({
      kind: 'restart',
      step: steps[place] ?? NaN,
      value: finiteOrNull(values[place]),
    }))
}

function* divergenceMarks(series: MetricSeries, goal: Goal | null): Work<readonly CurveMark[]> {
  const { steps, values } = series
  const end = placeOfLastingGap(values)
  if (end !== null) {
    return [{ kind: 'divergence', step: steps[end] ?? NaN, value: null, isOngoing: true }]
  }
  if (goal === null) return []
  const finite = yield* scaled(finitePoints(series), [0, 0.3])
  yield 0.3
  const answer = yield* scaled(divergenceWork(finite, goal), [0.3, 1])
  if (answer.kind === 'undefined' || answer.step === null) return []
  const { step, isOngoing } = answer
  return [{ kind: 'divergence', step, value: finiteOrNull(values[steps.indexOf(step)]), isOngoing }]
}

/** Where the values that are not finite begin that a curve ends in, if it never had as many before. */
function placeOfLastingGap(values: Float64Array): number | null {
  let longest = 0
  let length = 0
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) {
      longest = Math.max(longest, length)
      length = 0
    } else length++
  }
  return length > longest && length < values.length ? values.length - length : null
}

/** How many points are copied at a time, which takes some 4 ms: their memory is new. */
const copyLength = 131_072

function* finitePoints(series: MetricSeries): Work<MetricSeries> {
  const { length } = series.values
  if (series.values.every(Number.isFinite)) return series
  const steps = new Float64Array(length)
  const values = new Float64Array(length)
  let count = 0
  for (let i = 0; i < length; i++) {
    if (i % copyLength === 0) yield i / length
    const value = series.values[i] as number
    if (!Number.isFinite(value)) continue
    steps[count] = series.steps[i] as number
    values[count++] = value
  }
  const kept = { steps: steps.subarray(0, count), values: values.subarray(0, count) }
  return { ...series, ...kept, timesMs: null, epochs: null }
}

type SpikeMark = Extract<CurveMark, { readonly kind: 'spike' }>

function largest(peaks: readonly SpikeMark[], most: number): readonly SpikeMark[] {
  if (peaks.length <= most) return peaks
  const kept = new Set(peaks.toSorted((a, b) => b.deviation - a.deviation).slice(0, most))
  return peaks.filter((peak) => kept.has(peak))
}

function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null
}

function checkMostSpikes(most: number): void {
  if (Number.isInteger(most) && most >= 0) return
  throw new RunoffError(
    'bad-option',
    `curveMarks keeps a whole number of spikes of at least 0, and got ${most}. ` +
      'Pass how many of the largest to mark, such as { mostSpikes: 20 }.',
  )
}
