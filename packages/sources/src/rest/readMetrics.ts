import { seriesFromJson, type Basis, type SeriesJson } from '@runoff/core'
import type { SeriesResult } from '../source.ts'
import { listAt, memberOf, noticesOf, numberAt, textAt, wrongAnswer } from './readJson.ts'

/** The answer for one metric, still without the request it belongs to. */
export type MetricAnswer = Omit<Extract<SeriesResult, { readonly error: null }>, 'request'>

/**
 * Returns the series in the server's answer `{ metrics: [{ metric, steps, values, … }] }`, by metric.
 *
 * @throws {RunoffError} `source-failed` when a series is no columns of equal length.
 */
export function readMetrics(answer: unknown): ReadonlyMap<string, MetricAnswer> {
  const metrics = new Map<string, MetricAnswer>()
  for (const entry of listAt(answer, 'metrics')) {
    const metric = memberOf(entry, 'metric')
    if (typeof metric !== 'string') throw wrongAnswer('a series does not name its metric')
    metrics.set(metric, readMetric(entry))
  }
  return metrics
}

/**
 * Returns one series of an answer.
 *
 * @throws {RunoffError} `source-failed` when it is no columns of equal length.
 */
export function readMetric(entry: Readonly<Record<string, unknown>>): MetricAnswer {
  const notices = noticesOf(entry)
  const series = seriesFromJson(readSeries(entry))
  return { series, error: null, ...(notices.length > 0 && { notices }) }
}

function readSeries(entry: Readonly<Record<string, unknown>>): SeriesJson {
  const steps = columnAt(entry, 'steps')
  const values = columnAt(entry, 'values')
  const times = columnAt(entry, 'times')
  const epochs = columnAt(entry, 'epochs')
  if (steps === null || values === null) throw wrongAnswer('a series has no steps or no values')
  if (!steps.every(isFiniteNumber)) throw wrongAnswer('a step is no number')
  if (!steps.every((step, i) => i === 0 || step > (steps[i - 1] ?? NaN))) {
    throw wrongAnswer('the steps of a series do not rise')
  }
  if ([values, times, epochs].some((column) => column !== null && column.length !== steps.length)) {
    throw wrongAnswer('the columns of a series are not equally long')
  }
  return {
    steps,
    // Each cell is read as what it is: `seriesFromJson` takes any other for missing.
    values: values as SeriesJson['values'],
    times: times as SeriesJson['times'],
    epochs: epochs as SeriesJson['epochs'],
    basis: basisOf(entry),
    total: numberAt(entry, 'total'),
    stepUnit: stepUnitOf(entry),
  }
}

function columnAt(
  entry: Readonly<Record<string, unknown>>,
  name: string,
): readonly unknown[] | null {
  const column = memberOf(entry, name) ?? null
  if (column === null || Array.isArray(column)) return column
  throw wrongAnswer(`the ${name} of a series are no list`)
}

function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

/** Points of which nobody said what they are may have been chosen. */
function basisOf(entry: Readonly<Record<string, unknown>>): Basis {
  const bases: readonly Basis[] = ['full', 'sampled', 'last-only', 'summary']
  return bases.find((basis) => basis === textAt(entry, 'basis')) ?? 'sampled'
}

function stepUnitOf(entry: Readonly<Record<string, unknown>>): SeriesJson['stepUnit'] {
  const unit = textAt(entry, 'step_unit')
  return unit === 'epoch' || unit === 'record' ? unit : 'step'
}
