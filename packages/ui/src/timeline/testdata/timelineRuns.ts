import { defineRun, defineSeries, type MetricSeries, type Run, type RunInput } from '@runoff/core'
import type { SeriesByMetric } from '../timelinePlaces.ts'

/** A run and what it logged, by metric. */
export interface TimelineData {
  readonly run: Run
  readonly logged: ReadonlyMap<string, MetricSeries>
}

/** One evaluation an epoch, the first after epoch 1, of `stepsPerEpoch` steps each. */
export function perEpoch(
  values: readonly (number | null)[],
  {
    stepsPerEpoch = 100,
    from = 1,
  }: { readonly stepsPerEpoch?: number; readonly from?: number } = {},
): MetricSeries {
  return defineSeries(
    values.map((value, index) => ({
      step: (index + from) * stepsPerEpoch,
      epoch: index + from,
      value,
    })),
  )
}

/** A run of 12 epochs with an eval loss for each of them. */
export function timelineRun(
  id: string,
  losses: readonly (number | null)[],
  more: RunInput = {},
): TimelineData {
  const run = defineRun({
    id,
    status: 'completed',
    epoch: losses.length,
    totalEpochs: 12,
    totalSteps: 1200,
    ...more,
  })
  return { run, logged: new Map([['eval/loss', perEpoch(losses)]]) }
}

/** Returns the runs and the series that a timeline takes. */
export function timelineInput(data: readonly TimelineData[]): {
  readonly runs: readonly Run[]
  readonly series: SeriesByMetric
} {
  const series = new Map<string, Map<string, MetricSeries>>()
  for (const { run, logged } of data) {
    for (const [metric, points] of logged) {
      const byRun = series.get(metric) ?? new Map<string, MetricSeries>()
      series.set(metric, byRun.set(run.id, points))
    }
  }
  return { runs: data.map(({ run }) => run), series }
}

/** A loss that falls and, from an epoch on, rises again. */
export function lossCurve(floor: number, epochs: number, risesFrom = Infinity): readonly number[] {
  return Array.from({ length: epochs }, (_, index) => {
    const epoch = index + 1
    const fall = floor + 1.2 * Math.exp(-epoch / 1.8) + 0.012 * Math.sin(epoch * 2.3)
    return Number((fall + Math.max(0, epoch - risesFrom) * 0.035).toFixed(4))
  })
}

/** The accuracy that goes with a loss. */
function accuracyOf(losses: readonly number[]): MetricSeries {
  return perEpoch(losses.map((loss) => Number((1 - loss / 2.4).toFixed(4))))
}

function withAccuracy(data: TimelineData, losses: readonly number[]): TimelineData {
  const train = perEpoch(losses.map((loss) => loss * 0.9))
  return {
    run: data.run,
    logged: new Map([...data.logged, ['eval/accuracy', accuracyOf(losses)], ['train/loss', train]]),
  }
}

function bestOf(folder: string, losses: readonly number[]): RunInput['best'] {
  const step = (losses.indexOf(Math.min(...losses)) + 1) * 100
  return { step, checkpointPath: `${folder}/checkpoint-${step}` }
}

const steady = lossCurve(0.2345, 12)
const overfitting = lossCurve(0.28, 12, 5)
const stopped = lossCurve(0.33, 5)
const live = lossCurve(0.26, 7)

/** One run of each kind: completed, overfitting, stopped short, diverged, and still training. */
export const mixedTimeline: readonly TimelineData[] = [
  withAccuracy(
    timelineRun('lr-3e-4 / seed 1', steady, {
      best: bestOf('outputs/lr-3e-4/seed-1', steady),
    }),
    steady,
  ),
  withAccuracy(
    timelineRun('lr-1e-4 / seed 1', overfitting, {
      best: bestOf('outputs/lr-1e-4/seed-1', overfitting),
    }),
    overfitting,
  ),
  withAccuracy(timelineRun('lr-1e-3 / seed 1', stopped, { status: 'failed' }), stopped),
  timelineRun('lr-1e-2 / seed 1', [1.1, 0.8, 0.9, null, null, null], { status: 'cancelled' }),
  withAccuracy(timelineRun('lr-2e-4 / seed 1', live, { status: 'running' }), live),
]

/** So many runs of a sweep. */
export function manyTimelines(count: number): readonly TimelineData[] {
  return Array.from({ length: count }, (_, index) =>
    timelineRun(
      `sweep ${index + 1}`,
      lossCurve(0.22 + (index % 7) * 0.02, 12 - (index % 4 === 3 ? 5 : 0)),
      index % 4 === 3 ? { status: 'cancelled' } : {},
    ),
  )
}

/** A run with so many evaluations that each pixel has several. */
export function denseTimeline(id: string, count: number): TimelineData {
  const values = Array.from(
    { length: count },
    (_, index) =>
      0.3 +
      1.5 * Math.exp((-8 * index) / count) +
      0.05 * Math.sin(index * 1.7) * Math.cos(index / 90),
  )
  const series = defineSeries({
    steps: values.map((_, index) => (index + 1) * 10),
    epochs: values.map((_, index) => ((index + 1) / count) * 3),
    values,
  })
  const run = defineRun({ id, status: 'completed', epoch: 3, totalEpochs: 3 })
  return { run, logged: new Map([['eval/loss', series]]) }
}

/** Runs whose logs know steps alone. */
export const stepsOnly: readonly TimelineData[] = ['a', 'b'].map((id, index) => ({
  run: defineRun({ id, status: 'completed', step: 2000, totalSteps: 2000 }),
  logged: new Map([
    [
      'eval/loss',
      defineSeries(
        lossCurve(0.25 + index * 0.05, 10).map((value, at) => ({ step: (at + 1) * 200, value })),
      ),
    ],
  ]),
}))
