import { goalOf, type Goal, type MetricSeries, type Objective, type Run } from '@runoff/core'
import type { PlacedSeries } from '../charts/model/placeSeries.ts'
import { runKey } from '../picker/runKey.ts'
import { uniqueRuns } from '../picker/uniqueRuns.ts'
import { valueRange, type ValueRange } from './geometry/valueRange.ts'
import type { TimelineAxis } from './messages.ts'
import { runEnd, type RunEnd } from './runEnd.ts'
import {
  epochSource,
  placeAlong,
  seriesOfRun,
  timelineAxis,
  type SeriesByMetric,
} from './timelinePlaces.ts'

/** The evaluations of one run by one metric. */
export interface TimelineRow {
  readonly metric: string
  readonly goal: Goal | null
  /** Whether nothing of the metric has come yet, of any run. */
  readonly isAwaited: boolean
  /** `null` where the run has not logged it. */
  readonly series: MetricSeries | null
  readonly placed: PlacedSeries | null
  /** Places among the placed points of the first, last and best finite value; `null` without one. */
  readonly first: number | null
  readonly last: number | null
  readonly best: number | null
}

/** One run of the timeline. */
export interface TimelineLane {
  readonly key: string
  readonly run: Run
  readonly rows: readonly TimelineRow[]
  readonly end: RunEnd
  /** Whether its epochs were computed from its steps. */
  readonly isEstimated: boolean
}

export interface TimelineModel {
  readonly axis: TimelineAxis
  readonly from: number
  readonly to: number
  readonly metrics: readonly string[]
  readonly lanes: readonly TimelineLane[]
  /** By metric, the same for all lanes; metrics without a finite value have none. */
  readonly ranges: ReadonlyMap<string, ValueRange>
}

export interface TimelineInput {
  readonly runs: readonly Run[]
  readonly series: SeriesByMetric
  /** What is drawn, in this order. */
  readonly metrics: readonly string[]
  readonly objective: Objective
}

/**
 * Returns the timeline of some runs: one lane for each, in their order, all along one axis, which
 * counts epochs, or steps where no run has epochs. A run that is given twice has one lane.
 */
export function timelineModel({ runs, series, metrics, objective }: TimelineInput): TimelineModel {
  const unique = uniqueRuns(runs)
  const axis = timelineAxis(unique, series)
  const goals = new Map(metrics.map((metric) => [metric, goalOfMetric(metric, objective)]))
  const lanes = unique.map((run) => laneOf(run, axis, { series, goals, objective }))
  const rows = lanes.flatMap((lane) => lane.rows)
  const ranges = metrics.flatMap((metric) => {
    const columns = rows.flatMap((row) =>
      row.metric === metric && row.placed !== null ? [row.placed.columns.values] : [],
    )
    const range = valueRange(columns)
    return range === null ? [] : [[metric, range] as const]
  })
  return { axis, ...extentOf(lanes), metrics, lanes, ranges: new Map(ranges) }
}

function goalOfMetric(metric: string, objective: Objective): Goal | null {
  return metric === objective.metric ? objective.goal : (goalOf(metric)?.goal ?? null)
}

interface LaneOptions {
  readonly series: SeriesByMetric
  /** By metric, in the order in which they are drawn. */
  readonly goals: ReadonlyMap<string, Goal | null>
  readonly objective: Objective
}

function laneOf(run: Run, axis: TimelineAxis, options: LaneOptions): TimelineLane {
  const { series, goals, objective } = options
  const epochs = epochSource(run, seriesOfRun(series, run.id))
  const rows = Array.from(goals, ([metric, goal]): TimelineRow => {
    const byRun = series.get(metric)
    const found = byRun?.get(run.id) ?? null
    const own = found === null || found.steps.length === 0 ? null : found
    const placed = own === null ? null : placeAlong(own, axis, epochs)
    const told = metric === objective.metric ? run.best.step : null
    const marks = own === null || placed === null ? nowhere : extremes(own, placed, { goal, told })
    return { metric, goal, isAwaited: byRun === undefined, series: own, placed, ...marks }
  })
  const lastX = rows.reduce(
    (last, { placed }) => Math.max(last, placed?.columns.steps.at(-1) ?? -Infinity),
    -Infinity,
  )
  const isDrawn = rows.some(({ placed }) => placed !== null && placed.columns.steps.length > 0)
  const isEstimated = axis === 'epoch' && epochs.isEstimate && isDrawn && !rows.some(hasOwnEpochs)
  return { key: runKey(run), run, rows, end: runEnd(run, axis, lastX), isEstimated }
}

function hasOwnEpochs({ series }: TimelineRow): boolean {
  return series !== null && (series.epochs !== null || series.stepUnit === 'epoch')
}

type Extremes = Pick<TimelineRow, 'first' | 'last' | 'best'>

const nowhere: Extremes = { first: null, last: null, best: null }

/**
 * The best is the first of the best values, or of those the one that the run itself names: its
 * checkpoint may be the best by another metric, and a worse value is not called the best.
 */
function extremes(
  { steps }: MetricSeries,
  { columns, sources }: PlacedSeries,
  { goal, told }: { readonly goal: Goal | null; readonly told: number | null },
): Extremes {
  const { values } = columns
  let first: number | null = null
  let last: number | null = null
  let best: number | null = null
  let named: number | null = null
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    if (!Number.isFinite(value)) continue
    first ??= at
    last = at
    const leader = best === null ? NaN : (values[best] as number)
    if (best === null || (goal === 'min' ? value < leader : value > leader)) best = at
    if (told !== null && steps[sources?.[at] ?? at] === told) named = at
  }
  if (goal === null) return { first, last, best: null }
  const isOfBest = named !== null && best !== null && values[named] === values[best]
  return { first, last, best: isOfBest ? named : best }
}

/** From the start of training to the farthest point or plan; never empty. */
function extentOf(lanes: readonly TimelineLane[]): { readonly from: number; readonly to: number } {
  const columns = lanes.flatMap(({ rows }) =>
    rows.flatMap(({ placed }) => (placed === null ? [] : [placed.columns.steps])),
  )
  const firsts = columns.map((steps) => steps[0] ?? Infinity)
  const lasts = [
    ...columns.map((steps) => steps.at(-1) ?? -Infinity),
    ...lanes.map(({ end }) => Math.max(end.at ?? -Infinity, end.planned ?? -Infinity)),
  ]
  const to = lasts.reduce((most, x) => Math.max(most, x), -Infinity)
  const first = firsts.reduce((least, x) => Math.min(least, x), Infinity)
  // A run that goes on from a late step would be a speck at the end of an axis from zero.
  const from = first < 0 || (first > to / 2 && first < to && first !== Infinity) ? first : 0
  return to > from ? { from, to } : { from, to: from + 1 }
}

/** Returns the step, or whatever the log counts, of a placed point. */
export function stepAt({ series, placed }: TimelineRow, at: number): number {
  return series?.steps[placed?.sources?.[at] ?? at] ?? NaN
}
