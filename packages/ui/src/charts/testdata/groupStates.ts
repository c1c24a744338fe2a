import type { MetricSeries } from '@runoff/core'
import type { SeriesGroup } from '../model/groupLines.ts'
import { lossCurve } from './chartData.ts'
import { changed } from './valueStates.ts'

const configurations = ['lr-1e-4', 'lr-3e-4', 'lr-1e-3']
const seeds = [1, 2, 3, 4, 5]

/** Seeds that differ from one another by a few per cent; the last one was stopped early. */
function seedCurve(place: number, seed: number): MetricSeries {
  const curve = lossCurve(place * 2 + 1, seed === 5 ? 60 : 100, { every: 20 })
  return changed(curve, (value) => value * (1 + 0.05 * (seed - 3)))
}

const runId = (name: string, seed: number): string => `${name} seed ${seed}`

/** Three configurations of five seeds each. */
export const seededSeries: ReadonlyMap<string, MetricSeries> = new Map(
  configurations.flatMap((name, place) =>
    seeds.map((seed) => [runId(name, seed), seedCurve(place, seed)] as const),
  ),
)

export const seededRuns = [...seededSeries.keys()].map((id) => ({ id, name: id }))

export const seedGroups: readonly SeriesGroup[] = configurations.map((name) => ({
  id: name,
  name,
  runIds: seeds.map((seed) => runId(name, seed)),
}))
