import { defineRun, type CurveMark, type MetricSeries } from '@runoff/core'
import { curveMarks } from '@runoff/core/stats'
import { lossCurve } from './chartData.ts'
import { changed } from './valueStates.ts'

const count = 400

/** A run for each thing that is marked. */
export const markedSeries: ReadonlyMap<string, MetricSeries> = new Map([
  [
    'spiky',
    changed(lossCurve(1, count, { noise: 0.05 }), (value, place) => {
      if (place === 150) return 3.1
      return place === 300 ? 2.4 : value
    }),
  ],
  [
    'diverged',
    changed(lossCurve(2, count, { noise: 0.05 }), (value, place) => (place < 260 ? value : NaN)),
  ],
  ['restarted', lossCurve(4, count, { noise: 0.05 })],
])

export const markedRuns = [...markedSeries.keys()].map((name) => defineRun({ id: name, name }))

const restarts = new Map([['restarted', [200]]])

/** What happened on these curves. */
export const marks: ReadonlyMap<string, readonly CurveMark[]> = new Map(
  [...markedSeries].map(([id, series]) => [
    id,
    curveMarks(series, { goal: 'min', restarts: restarts.get(id) ?? [], mostSpikes: 4 }),
  ]),
)
