import { defineRun, type RunInput } from '../../run/defineRun.ts'
import type { MetricSummary, Run } from '../../run/run.ts'
import { defineSeries } from '../../series/defineSeries.ts'
import type { MetricSeries } from '../../series/series.ts'

export interface GivenRun extends Omit<RunInput, 'id' | 'metrics'> {
  /** The best, and last, eval loss. */
  readonly loss?: number
  /** The last training loss. */
  readonly train?: number
  readonly metrics?: Readonly<Record<string, number | Partial<MetricSummary>>>
}

/** A completed run with a whole history of eval losses. */
export function runOf(id: string, given: GivenRun = {}): Run {
  const { loss, train, metrics, ...rest } = given
  return defineRun({
    status: 'completed',
    ...rest,
    id,
    metrics: {
      ...(loss === undefined ? {} : { 'eval/loss': known(loss) }),
      ...(train === undefined ? {} : { 'train/loss': known(train) }),
      ...metrics,
    },
  })
}

/** One value, with all that it may have been chosen from. */
export function known(value: number): Partial<MetricSummary> {
  return { last: value, min: value, max: value, count: 10, basis: 'full' }
}

/** One run for each value, seeds from 1, of one group. */
export function seedsOf(group: string, losses: readonly number[], given: GivenRun = {}): Run[] {
  return losses.map((loss, place) =>
    runOf(`${group}-${place + 1}`, { loss, group, seed: String(place + 1), ...given }),
  )
}

/** A series of one value each ten steps, from step 10. */
export function curveOf(values: readonly number[], spacing = 10): MetricSeries {
  return defineSeries(values.map((value, place) => ({ step: (place + 1) * spacing, value })))
}
