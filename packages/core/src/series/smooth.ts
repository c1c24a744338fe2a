import type { MetricSeries } from './series.ts'
import { emaPlan } from './smooth/ema.ts'
import { gaussianPlan } from './smooth/gaussian.ts'
import { copyPlan, type Memory, type SmoothingPlan } from './smooth/plan.ts'
import { runningAveragePlan } from './smooth/runningAverage.ts'
import { checkSmoothing, unknownKind, type Smoothing } from './smooth/smoothing.ts'
import { timeWeightedEmaPlan } from './smooth/timeWeightedEma.ts'

export interface SmoothOptions {
  /**
   * What `smooth` returned for an earlier, shorter view of the series: where that still holds, only
   * what is new is smoothed. The values are the same to the last bit with it and without.
   */
  readonly previous?: MetricSeries
}

/** Room behind a smoothed column, shared by all that grew from one another. */
interface Room {
  readonly values: Float64Array
  /** How much of it is taken: only the column that ends here may grow in place. */
  length: number
}

/** How a smoothed column came to be. */
interface Origin {
  readonly source: MetricSeries
  readonly plan: SmoothingPlan
  readonly memory: Memory
  readonly room: Room
}

const origins = new WeakMap<Float64Array, Origin>()

/**
 * Returns the series with its values smoothed, each from the points as they were logged.
 *
 * Shape: as long as before, with the same columns of steps, times and epochs. Units: those of the
 * metric. Missing: a value that is not finite stays where it is and has no part in any other; a
 * Gaussian or a running average is the mean of what is left of its window, at the ends too. Where
 * all finite values are equal, and where the parameter means no smoothing, every value stays.
 *
 * `ema` is TensorBoard's. `timeWeightedEma` is that of Weights & Biases with the distance counted in
 * usual distances of the series, so that a zoom changes nothing. `gaussian` is made of three boxes:
 * with a sigma of 1 and more its weights differ from the true ones by at most 7 % of the whole, taken
 * together, so that a value is off by at most 4 % of what the values within reach span; with a
 * smaller one by 17 % and 9 %. `ema` and `timeWeightedEma` look back only: a point that is added
 * changes none before it.
 *
 * @throws {RunoffError} `bad-option` for an unknown kind and for a parameter out of its range.
 */
export function smooth(
  series: MetricSeries,
  smoothing: Smoothing,
  { previous }: SmoothOptions = {},
): MetricSeries {
  const checked = checkSmoothing(smoothing)
  if (checked.kind === 'none') return series
  const known = previous === undefined ? undefined : origins.get(previous.values)
  const before = known !== undefined && beginsWith(series, known.source) ? known : undefined
  const plan = isConstant(series, before) ? copyPlan : planOf(series, checked)
  const origin = before?.plan.key === plan.key ? grow(series, before) : build(series, plan)
  const values = origin.room.values.subarray(0, series.values.length)
  origins.set(values, origin)
  return { ...series, values }
}

function planOf(series: MetricSeries, smoothing: Smoothing): SmoothingPlan {
  switch (smoothing.kind) {
    case 'none':
      return copyPlan
    case 'ema':
      return emaPlan(smoothing.weight)
    case 'timeWeightedEma':
      return timeWeightedEmaPlan(series, smoothing.weight)
    case 'gaussian':
      return gaussianPlan(smoothing.sigma)
    case 'runningAverage':
      return runningAveragePlan(smoothing.window)
    default:
      return unknownKind(smoothing)
  }
}

function beginsWith(series: MetricSeries, start: MetricSeries): boolean {
  return (
    startsWith(series.values, start.values) &&
    // Steps grow together with values, and only a host that made up its own columns shares one alone.
    startsWith(series.steps, start.steps)
  )
}

/** Columns that grow share their memory; a pass over both is what they cost when it moves. */
function startsWith(column: Float64Array, start: Float64Array): boolean {
  if (start.length > column.length) return false
  if (column.buffer === start.buffer && column.byteOffset === start.byteOffset) return true
  for (let i = 0; i < start.length; i++) {
    if (!Object.is(column[i], start[i])) return false
  }
  return true
}

/** Whether all finite values are equal. What was known of the first of them is not read again. */
function isConstant({ values }: MetricSeries, before: Origin | undefined): boolean {
  if (before !== undefined && before.plan !== copyPlan) return false
  const first = values.find((value) => Number.isFinite(value))
  for (let i = before?.source.values.length ?? 0; i < values.length; i++) {
    const value = values[i] as number
    if (value !== first && value - value === 0) return false
  }
  return true
}

function build(series: MetricSeries, plan: SmoothingPlan): Origin {
  const room = { values: new Float64Array(series.values.length), length: series.values.length }
  return { source: series, plan, room, memory: plan.write(series, room.values, 0, null) }
}

function grow(series: MetricSeries, before: Origin): Origin {
  const { plan } = before
  const from = Math.max(before.source.values.length - plan.reach, 0)
  const room = roomFor(series.values.length, from, before)
  const into = room.values.subarray(0, series.values.length)
  const memory = plan.write(series, into, from, before.memory)
  room.length = series.values.length
  return { source: series, plan, room, memory }
}

/** Room that holds the first `kept` values, the others to be written. */
function roomFor(needed: number, kept: number, { source, room }: Origin): Room {
  const isOpen = kept === source.values.length && room.length === kept
  if (isOpen && room.values.length >= needed) return room
  // Where values before the end change, what was given out must not: it gets no room to grow in.
  const larger = { values: new Float64Array(isOpen ? needed * 2 : needed), length: kept }
  larger.values.set(room.values.subarray(0, kept))
  return larger
}
