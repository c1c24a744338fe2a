import type { MetricSeries, StepUnit } from '@runoff/core'
import type { AxisKind } from '../messages.ts'

/** Another metric of the same runs along x, such as the tokens seen. */
export interface MetricAxis {
  /** What the axis is called: 'Tokens'. */
  readonly title: string
  /** The metric, by run id. */
  readonly series: ReadonlyMap<string, MetricSeries>
}

/** What a host may lay along the x axis. */
export type XAxis = 'step' | 'relative-step' | 'epoch' | 'time' | 'relative-time' | MetricAxis

export interface ResolvedAxis {
  readonly kind: AxisKind
  /** What a reader must be told about it; `null` where the axis is what was asked for. */
  readonly notice: 'placedByEpoch' | 'mixedUnits' | null
}

/**
 * Returns what the x axis truly counts. A series without steps has its epochs or the order of its
 * records in the place of steps, and these must not pass for steps.
 */
export function resolveAxis(series: readonly MetricSeries[], xAxis: XAxis): ResolvedAxis {
  if (typeof xAxis === 'object') return { kind: `metric:${xAxis.title}`, notice: null }
  if (xAxis !== 'step' && xAxis !== 'relative-step') return { kind: xAxis, notice: null }
  const units = new Set(series.filter(({ steps }) => steps.length > 0).map(unitOf))
  if (units.size <= 1) return { kind: kindOf([...units][0] ?? 'step', xAxis), notice: null }
  const drawn = series.filter(({ steps }) => steps.length > 0)
  if (drawn.every(hasEpochs)) return { kind: 'epoch', notice: 'placedByEpoch' }
  return { kind: units.has('step') ? kindOf('step', xAxis) : 'record', notice: 'mixedUnits' }
}

function kindOf(unit: StepUnit, xAxis: 'step' | 'relative-step'): AxisKind {
  return unit === 'step' ? xAxis : unit
}

function unitOf(series: MetricSeries): StepUnit {
  return series.stepUnit ?? 'step'
}

function hasEpochs(series: MetricSeries): boolean {
  return unitOf(series) === 'epoch' || series.epochs !== null
}
