import { defineSeries, type MetricSeries } from '@runoff/core'
import type { MetricAxis } from '../model/resolveAxis.ts'
import { lossCurve } from './chartData.ts'

type SeriesMap = ReadonlyMap<string, MetricSeries>

const count = 400

/** The same steps later: a run that was continued from the checkpoint of another. */
const continued = (series: MetricSeries, from: number): MetricSeries => ({
  ...series,
  steps: series.steps.map((step) => step + from),
})

/** Two runs, of which one begins at step 1 000 and an hour later. */
export const continuedRun: SeriesMap = new Map([
  ['from scratch', lossCurve(1, count)],
  [
    'continued',
    {
      ...continued(lossCurve(2, count), 1000),
      timesMs: lossCurve(2, count).timesMs?.map((ms) => ms + 3_600_000) ?? null,
    },
  ],
])

/** Logs that name no step. */
export const epochsOnly: SeriesMap = new Map([
  [
    'epochs',
    defineSeries({ steps: [1, 2, 3, 4, 5], values: [2, 1.2, 0.9, 0.8, 0.78], stepUnit: 'epoch' }),
  ],
])

/** One run with steps and one without: they do not line up. */
export const mixedUnits: SeriesMap = new Map([
  ['steps', defineSeries({ steps: [0, 2, 4, 6], values: [2, 1.4, 1, 0.9] })],
  [
    'records',
    defineSeries({ steps: [0, 1, 2, 3], values: [2.2, 1.8, 1.5, 1.4], stepUnit: 'record' }),
  ],
])

/** One run with times and one without. */
export const oneWithoutTimes: SeriesMap = new Map([
  ['timed', lossCurve(1, count)],
  ['no clock', { ...lossCurve(2, count), timesMs: null }],
])

/** One run sees twice as many tokens in a step as the other. */
export const tokens: MetricAxis = {
  title: 'Tokens',
  series: new Map(
    [...continuedRun].map(([name, { steps }], place) => [
      name,
      defineSeries({ steps, values: steps.map((_, i) => i * 4096 * (place + 1)) }),
    ]),
  ),
}

/** Steps over four decades, more of them at the beginning. */
export const decades: SeriesMap = new Map(
  ['slow', 'fast'].map((name, place) => [
    name,
    defineSeries({
      steps: Array.from({ length: 161 }, (_, i) => 10 ** (i / 40)),
      values: Array.from({ length: 161 }, (_, i) => 2 / (1 + 10 ** ((i - 90 + 50 * place) / 40))),
    }),
  ]),
)
