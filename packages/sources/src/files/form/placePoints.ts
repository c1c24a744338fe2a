import {
  defineSeries,
  joinSegments,
  splitSegments,
  type MetricSeries,
  type Notice,
  type SeriesColumns,
} from '@runoff/core'

/** The points of one metric in the order they were written; `NaN` where a row does not tell. */
export interface LoggedPoints {
  readonly steps: readonly number[]
  readonly epochs: readonly number[]
  readonly timesMs: readonly number[]
  readonly values: readonly number[]
}

export interface PlacedSeries {
  readonly series: MetricSeries
  readonly notices: readonly Notice[]
}

/**
 * Puts the points of one metric on an axis: by their steps; where the log names none, by their
 * epochs if these rise; otherwise by their order, from 1. No step is ever made up.
 *
 * A log whose steps go back is of a run that was resumed: the later value of a step stands.
 */
export function placePoints(points: LoggedPoints): PlacedSeries {
  const withStep = countFinite(points.steps)
  if (withStep > 0 && withStep * 2 >= points.steps.length) {
    return join(points, points.steps, 'step', unplaced(points.steps.length - withStep))
  }
  if (isEpochAxis(points.epochs)) return join(points, points.epochs, 'epoch', [noStep('epoch')])
  const order = points.values.map((_, i) => i + 1)
  return join(points, order, 'record', [noStep('record')])
}

function join(
  { values, epochs, timesMs }: LoggedPoints,
  steps: readonly number[],
  stepUnit: 'step' | 'epoch' | 'record',
  notices: readonly Notice[],
): PlacedSeries {
  const columns: SeriesColumns = {
    steps,
    values,
    epochs: epochs.some(Number.isFinite) ? epochs : null,
    timesMs: timesMs.some(Number.isFinite) ? timesMs : null,
    stepUnit,
  }
  // Nearly every log is one segment, and a long one is not copied to find that out.
  if (isRising(steps)) return { series: defineSeries(columns), notices }
  const joined = joinSegments(splitSegments(columns))
  return { series: joined.series, notices: [...notices, ...joined.notices] }
}

function countFinite(numbers: readonly number[]): number {
  let count = 0
  for (const number of numbers) if (Number.isFinite(number)) count++
  return count
}

function isRising(steps: readonly number[]): boolean {
  let previous = -Infinity
  for (const step of steps) {
    if (!Number.isFinite(step)) continue
    if (step <= previous) return false
    previous = step
  }
  return true
}

/**
 * Whether points can be placed by their epochs. They may go back, as those of a resumed run do, but
 * not to the beginning, where another training began; and two may not stand at one epoch, which a
 * log does that rounds them.
 */
function isEpochAxis(epochs: readonly number[]): boolean {
  const [first] = epochs
  return epochs.every((epoch, i) => {
    const previous = epochs[i - 1] ?? -Infinity
    return Number.isFinite(epoch) && epoch !== previous && (i === 0 || epoch > (first ?? NaN))
  })
}

function noStep(unit: 'epoch' | 'record'): Notice {
  const place = unit === 'epoch' ? 'their epochs' : 'their order'
  return {
    code: 'no-step',
    message: `The log names no step; its points are placed by ${place} instead.`,
  }
}

function unplaced(count: number): readonly Notice[] {
  if (count === 0) return []
  const points = count === 1 ? 'point names' : 'points name'
  return [
    { code: 'no-step', message: `${count} ${points} no step among many that do; left out.`, count },
  ]
}
