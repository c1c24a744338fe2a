import { defineSeries, type MetricSeries, type Notice, type StepUnit } from '@runoff/core'
import type { LogRecord } from '@runoff/logs'

export interface Columns {
  readonly steps: number[]
  readonly values: number[]
  readonly epochs: number[]
  readonly timesMs: number[]
  readonly segments: number[]
}

/** Where the points of one metric stand, and those that are not stored yet. */
export interface Axis {
  unit: StepUnit
  segment: number
  previous: number
  readonly first: number
  /** Of points without a step all are held: a later one may show that the axis is another. */
  readonly all: Columns
  fresh: Columns
  isReplaced: boolean
  /** How many points named no step, among others that do: they have no place. */
  unplaced: number
  /** Whether what is odd about the axis is still to be said. */
  isNews: boolean
}

export function startAxis({ step, epoch }: LogRecord): Axis {
  const unit = unitOf(step, epoch)
  return {
    unit,
    segment: 0,
    previous: -Infinity,
    first: (unit === 'epoch' ? epoch : step) ?? 0,
    all: columns(),
    fresh: columns(),
    // A series without steps is written with the notice that says so.
    isReplaced: unit !== 'step',
    unplaced: 0,
    isNews: unit !== 'step',
  }
}

function unitOf(step: number | null, epoch: number | null): StepUnit {
  if (step !== null) return 'step'
  return epoch === null ? 'record' : 'epoch'
}

const columnNames = ['steps', 'values', 'epochs', 'timesMs', 'segments'] as const

export function columns(): Columns {
  return { steps: [], values: [], epochs: [], timesMs: [], segments: [] }
}

/** Epochs may go back, as those of a resumed run do, but neither repeat nor begin again. */
export function canFollow({ previous, first, all }: Axis, epoch: number | null): boolean {
  if (epoch === null || epoch === previous) return false
  return all.steps.length === 0 || epoch > first
}

/** Leaves of the fresh points those that a stored series does not have yet. */
export function skipKnown(axis: Axis, stored: MetricSeries): void {
  if (axis.unit === 'step' || !isBeginning(stored, axis)) return
  axis.isReplaced = false
  axis.fresh = columns()
  stored.timesMs?.forEach((timeMs, i) => (axis.all.timesMs[i] = timeMs))
  for (let i = stored.steps.length; i < axis.all.steps.length; i++)
    copyPoint(axis.all, i, axis.fresh)
}

function copyPoint(from: Columns, at: number, to: Columns): void {
  for (const name of columnNames) to[name].push(from[name][at] ?? NaN)
}

/** Whether a stored series is what the first points of an axis are. */
function isBeginning({ stepUnit, steps, values }: MetricSeries, { unit, all }: Axis): boolean {
  return (
    stepUnit === unit &&
    steps.every((step, i) => step === all.steps[i] && Object.is(values[i], all.values[i]))
  )
}

/** The axis turned out to be none: its points are counted. */
export function countInstead(axis: Axis): void {
  axis.unit = 'record'
  axis.previous = axis.all.steps.length
  axis.all.steps.forEach((_, i, steps) => (steps[i] = i + 1))
  axis.fresh = columns()
  axis.isReplaced = true
  axis.isNews = true
}

/** Every store can tell so many segments apart. Among later ones, what came first stays. */
const lastSegment = 65_535

export function place(axis: Axis, value: number, { step, epoch, timeMs }: LogRecord): void {
  const place = { step, epoch, record: axis.all.steps.length + 1 }[axis.unit] ?? 1
  if (place <= axis.previous) axis.segment = Math.min(axis.segment + 1, lastSegment)
  axis.previous = place
  for (const held of axis.unit === 'step' ? [axis.fresh] : [axis.fresh, axis.all]) {
    held.steps.push(place)
    held.values.push(value)
    held.epochs.push(epoch ?? NaN)
    held.timesMs.push(timeMs ?? NaN)
    held.segments.push(axis.segment)
  }
}

/** Of a step that came twice only the later point is left. */
export function bySegment(points: Columns): ReadonlyMap<number, Columns> {
  if (points.segments.at(0) === points.segments.at(-1)) {
    return new Map([[points.segments[0] ?? 0, points]])
  }
  const lastOf = new Map(points.steps.map((step, i) => [step, i]))
  const segments = new Map<number, Columns>()
  for (const i of lastOf.values()) {
    const segment = points.segments[i] ?? 0
    const own = segments.get(segment) ?? columns()
    segments.set(segment, own)
    copyPoint(points, i, own)
  }
  return segments
}

export function seriesOf(
  { unit }: Axis,
  { steps, values, epochs, timesMs }: Columns,
): MetricSeries {
  return defineSeries({
    steps,
    values,
    epochs: epochs.some(Number.isFinite) ? epochs : null,
    timesMs: timesMs.some(Number.isFinite) ? timesMs : null,
    stepUnit: unit,
  })
}

/** What is odd about an axis. */
export function noticesOf({ unit, unplaced }: Axis): readonly Notice[] {
  if (unit === 'step') return unplaced === 0 ? [] : [unplacedNotice(unplaced)]
  const place = unit === 'epoch' ? 'their epochs' : 'their order'
  return [
    {
      code: 'no-step',
      message: `The log names no step; its points are placed by ${place} instead.`,
    },
  ]
}

function unplacedNotice(count: number): Notice {
  const points = count === 1 ? 'point names' : 'points name'
  const message = `${count} ${points} no step among many that do; left out.`
  return { code: 'no-step', message, count }
}
