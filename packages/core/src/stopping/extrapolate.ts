import type { Run } from '../run/run.ts'
import type { MetricSeries } from '../series/series.ts'
import { undefinedFor, type Undefined, type UndefinedReason } from '../stats/answer.ts'
import { comparableRuns } from './comparableRuns.ts'
import { lastStepOf } from './curve.ts'
import {
  powerLawExtrapolator,
  type CurvePoints,
  type Extrapolator,
  type Projection,
} from './extrapolator.ts'
import type { PastRun } from './pastRun.ts'
import { isConstantSchedule, scheduleOf, trainingLength } from './schedule.ts'

export interface ExtrapolateOptions {
  /** @default powerLawExtrapolator */
  readonly extrapolator?: Extrapolator
  /** The name of a run's learning-rate schedule. @default what its parameters name */
  readonly schedule?: (run: Run) => string | null
  /** How many past runs are looked at, the most recent ones. @default 50 */
  readonly maximumRuns?: number
}

/** How the extrapolation of past runs, cut where the live run is, compares with their ends. */
export interface ExtrapolationBackTest {
  readonly trials: number
  /** How often the last value lay between `low` and `high`. */
  readonly covered: number
  /** Mean of what was expected less what came, in the unit of the metric. */
  readonly bias: number
  /** Mean size of that difference. */
  readonly error: number
}

export type Extrapolation =
  | (Undefined & {
      readonly evidence: {
        /** How many past runs there were of those that were looked for. */
        readonly pastRuns: number
        readonly needed: number
        readonly backTest: ExtrapolationBackTest | null
      }
    })
  | (Projection & {
      readonly kind: 'defined'
      /** The name of the extrapolator. */
      readonly method: string
      /** The end of the training, which the values are expected at. */
      readonly step: number
      readonly backTest: ExtrapolationBackTest
    })

const neededRuns = 5

/**
 * The share of past runs whose end the band must have held. It should hold 95 %: of 5 runs, 98
 * times of 100 at least these.
 */
const minimumCoverage = 0.8

/**
 * Returns where the curve of a run under way is expected to end, with a band, or why nobody can say.
 *
 * It is a picture and no verdict: nothing here may stop a run. It is given only where the schedule
 * is one that the extrapolator is for, and where at least 5 completed runs of the same schedule and
 * length, cut at the same share of their training, ended within their bands 4 times of 5. Units:
 * those of the series. The order of the past runs does not matter. Missing: values that are not
 * finite are skipped.
 *
 * Undefined: `schedules-differ` where the schedule or the length of the training is not known, is
 * not one that the extrapolator is for, or is that of fewer than 5 past runs; `too-few-runs` for
 * fewer than 5 completed runs, or of those that can be cut and extrapolated; `too-few-points`
 * where the run has too few points, or none is left to come; `weak-correlation` where the ends of
 * past runs lay outside their bands.
 *
 * @see Domhan, Springenberg & Hutter, Speeding up automatic hyperparameter optimization of deep
 * neural networks by extrapolation of learning curves, IJCAI (2015), for the family of curves.
 */
export function extrapolate(
  live: PastRun,
  past: readonly PastRun[],
  options: ExtrapolateOptions = {},
): Extrapolation {
  const { extrapolator = powerLawExtrapolator, schedule = scheduleOf, maximumRuns = 50 } = options
  const { completed, comparable } = comparableRuns(live, past, { schedule, limit: maximumRuns })
  const length = trainingLength(live)
  const isFit = extrapolator.schedules === 'any' || isConstantSchedule(schedule(live.run))
  const pastRuns = comparable.length
  if (!isFit || length === null) return noProjection('schedules-differ', pastRuns)
  if (completed < neededRuns) return noProjection('too-few-runs', completed)
  if (pastRuns < neededRuns) return noProjection('schedules-differ', pastRuns)
  const step = lastStepOf(live.series) ?? Infinity
  const projection =
    step < length ? projectFinite(extrapolator, pointsUpTo(live.series, step), length) : null
  if (projection === null) return noProjection('too-few-points', pastRuns)
  const trials = comparable.flatMap((other) => {
    const cut = (step * (trainingLength(other) ?? NaN)) / length
    return trialOf(other.series, cut, extrapolator) ?? []
  })
  if (trials.length < neededRuns) return noProjection('too-few-runs', trials.length)
  const backTest = backTestOf(trials)
  if (backTest.covered < minimumCoverage * backTest.trials)
    return noProjection('weak-correlation', pastRuns, backTest)
  return { ...projection, kind: 'defined', method: extrapolator.name, step: length, backTest }
}

interface Trial {
  readonly difference: number
  readonly isCovered: boolean
}

/** What the extrapolator says of a curve that is cut, against its last finite value. */
function trialOf(series: MetricSeries, cut: number, extrapolator: Extrapolator): Trial | null {
  const { steps, values } = pointsUpTo(series, Infinity)
  const [end, actual] = [steps.at(-1) ?? NaN, values.at(-1) ?? NaN]
  const projection = end > cut ? projectFinite(extrapolator, pointsUpTo(series, cut), end) : null
  if (projection === null) return null
  const isCovered = actual >= projection.low && actual <= projection.high
  return { difference: projection.value - actual, isCovered }
}

/** What an extrapolator says; `null` too where a host's says something that is no finite number. */
function projectFinite(
  extrapolator: Extrapolator,
  points: CurvePoints,
  step: number,
): Projection | null {
  const projection = extrapolator.project(points, step)
  if (projection === null) return null
  const { value, low, high } = projection
  return [value, low, high].every(Number.isFinite) ? { value, low, high } : null
}

function pointsUpTo({ steps, values }: MetricSeries, step: number): CurvePoints {
  const kept = Array.from(steps.keys()).filter(
    (place) => (steps[place] ?? NaN) <= step && Number.isFinite(values[place]),
  )
  return {
    steps: kept.map((place) => steps[place] ?? NaN),
    values: kept.map((place) => values[place] ?? NaN),
  }
}

function backTestOf(trials: readonly Trial[]): ExtrapolationBackTest {
  const differences = trials.map(({ difference }) => difference)
  return {
    trials: trials.length,
    covered: trials.filter(({ isCovered }) => isCovered).length,
    bias: mean(differences),
    error: mean(differences.map(Math.abs)),
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length
}

function noProjection(
  reason: UndefinedReason,
  pastRuns: number,
  backTest: ExtrapolationBackTest | null = null,
): Extrapolation {
  return { ...undefinedFor(reason), evidence: { pastRuns, needed: neededRuns, backTest } }
}
