import { defineSeries, type MetricSeries, type Run } from '@runoff/core'
import { drawScale } from '../charts/model/drawScale.ts'
import { placeSeries, type PlacedSeries } from '../charts/model/placeSeries.ts'
import type { TimelineAxis } from './messages.ts'

/** Series by metric, and in each by run id. */
export type SeriesByMetric = ReadonlyMap<string, ReadonlyMap<string, MetricSeries>>

/** What leads from the steps of a run to its epochs. */
export interface EpochSource {
  /** Epochs as values by step; `null` where nothing tells. */
  readonly bySteps: MetricSeries | null
  /** Whether that is the run's own plan or progress, and not what was logged. */
  readonly isEstimate: boolean
}

const linear = drawScale('linear')

/** Returns every series of a run that is there, whatever metric it is of. */
export function seriesOfRun(series: SeriesByMetric, runId: string): readonly MetricSeries[] {
  return [...series.values()].flatMap((byRun) => {
    const found = byRun.get(runId)
    return found === undefined || found.steps.length === 0 ? [] : [found]
  })
}

/** Returns what lies along x: epochs where any run has them, else steps, else records. */
export function timelineAxis(runs: readonly Run[], series: SeriesByMetric): TimelineAxis {
  const all = runs.map((run) => ({ run, own: seriesOfRun(series, run.id) }))
  if (all.some(({ run, own }) => hasEpochs(run, own))) return 'epoch'
  const units = new Set(all.flatMap(({ own }) => own.map(({ stepUnit = 'step' }) => stepUnit)))
  return units.has('record') && !units.has('step') ? 'record' : 'step'
}

function hasEpochs(run: Run, own: readonly MetricSeries[]): boolean {
  const isLogged = own.some(({ stepUnit, epochs }) => stepUnit === 'epoch' || epochs !== null)
  return isLogged || epochsPerStep(run) !== null
}

/** A ratio of what the run itself tells: its plan, or how far it has come. */
function epochsPerStep({ step, epoch, totalSteps, totalEpochs }: Run): number | null {
  return ratio(totalEpochs, totalSteps) ?? ratio(epoch, step)
}

function ratio(part: number | null, whole: number | null): number | null {
  return part !== null && whole !== null && part > 0 && whole > 0 ? part / whole : null
}

/**
 * Returns how the steps of a run lead to epochs: by the series of it that logged both and has the
 * most points, else by the run's own plan or progress, which is said to be an estimate.
 */
export function epochSource(run: Run, own: readonly MetricSeries[]): EpochSource {
  const steps = own.filter(({ stepUnit = 'step' }) => stepUnit === 'step')
  const lastStep = steps.reduce((last, series) => Math.max(last, series.steps.at(-1) ?? 0), 1)
  const [logged] = steps
    .filter(({ epochs }) => epochs?.some((epoch) => epoch > 0) === true)
    .toSorted((a, b) => b.steps.length - a.steps.length)
  if (logged !== undefined) return { bySteps: loggedEpochs(logged, lastStep), isEstimate: false }
  const slope = epochsPerStep(run)
  if (slope === null) return { bySteps: null, isEstimate: false }
  const ends = [0, lastStep]
  const bySteps = defineSeries({ steps: ends, values: ends.map((step) => step * slope) })
  return { bySteps, isEstimate: true }
}

/** The epochs of a series by its steps, from step 0 on and as far as any other series goes. */
function loggedEpochs({ steps, epochs }: MetricSeries, lastStep: number): MetricSeries {
  const known = Array.from(steps, (step, at) => ({ step, value: epochs?.[at] ?? NaN })).filter(
    ({ value }) => Number.isFinite(value),
  )
  const last = known.at(-1)
  const isAfter = last !== undefined && last.step > 0 && lastStep > last.step
  return defineSeries([
    ...((known[0]?.step ?? 0) > 0 ? [{ step: 0, value: 0 }] : []),
    ...known,
    ...(isAfter ? [{ step: lastStep, value: (last.value / last.step) * lastStep }] : []),
  ])
}

/** Returns a series laid along the axis of the timeline; points that it has no place for are counted. */
export function placeAlong(
  series: MetricSeries,
  axis: TimelineAxis,
  { bySteps }: EpochSource,
): PlacedSeries {
  const isOwn = axis !== 'epoch' || series.stepUnit === 'epoch' || series.epochs !== null
  const isForeign = axis !== 'epoch' && (series.stepUnit ?? 'step') !== axis
  return placeSeries(series, {
    axis: isOwn && !isForeign ? axis : 'metric:epoch',
    xScale: 'linear',
    y: linear,
    xSeries: !isOwn && (series.stepUnit ?? 'step') === 'step' ? bySteps : null,
  })
}
